"""What may be dropped: two files that belong together, a protected one, next month's; and accounts that are one."""

import base64
import io

import msoffcrypto
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from dashboard.callbacks.upload import take_files
from dashboard.service.drafts import edit_draft, use_draft
from dashboard.state.changes import say_alike, say_column, with_draft
from dashboard.state.edits import fix_hours
from dashboard.state.history import undo
from planner.errors import InputError, PasswordNeeded
from planner.fields import Field
from sample_workbooks import sample_path

MARCH = b"Account,Annual fee,Hours now\nOxfield Trust,9000,10\nPike Ventures,40000,5\nPike Venture Ltd,40000,2\n"
APRIL = b"Account,Annual fee,Hours now\nOxfield Trust,9500,12\nTern Robotics,28000,3\n"
OTHER = b"Client,Yearly,Sector\nOxfield Trust,9000,Charity\nPike Ventures,40000,Finance\n"
DEALS = b"Opportunity Name,Account Name,Amount,Stage,Close Date\nAudit,Oxfield Trust,9000,Proposal,2027-03-01\n"
COMPANIES = b"Account Name,Industry\nOxfield Trust,Charity\nPike Ventures,Finance\n"


def dropped(content: bytes) -> str:
    return "data:;base64," + base64.b64encode(content).decode()


def drop(service, *files, password=None):
    names = [f"file {at}.csv" if not content.startswith(b"\xd0") else "locked.xlsx" for at, content in enumerate(files)]
    take_files(service, "a", [dropped(content) for content in files], names, password)
    use_draft(service, "a")


def test_next_months_export_keeps_what_was_changed_by_hand(service):
    drop(service, MARCH)
    service.edit("a", lambda work: fix_hours(work, "Oxfield Trust", 7))
    drop(service, APRIL)
    view = service.view("a")
    assert view.plan.allocation.hours[0] == 7
    assert list(view.plan.roster.names) == ["Oxfield Trust", "Tern Robotics"]


def test_a_list_with_other_columns_starts_afresh(service):
    drop(service, MARCH)
    service.edit("a", lambda work: fix_hours(work, "Oxfield Trust", 7))
    drop(service, OTHER)
    assert service.view("a").work.overrides == {}


def test_deals_and_companies_are_joined_and_five_files_are_refused(service):
    drop(service, DEALS, COMPANIES)
    roster = service.view("a").plan.roster
    at = list(roster.names).index("Oxfield Trust")
    assert roster.text(Field.INDUSTRY)[at] == "Charity"
    with pytest.raises(InputError, match="up to 4 files"):
        drop(service, DEALS, COMPANIES, MARCH, MARCH, MARCH)
    assert len(service.view("a").work.files) == 2


def test_a_protected_workbook_asks_for_its_password_and_keeps_only_what_it_opened(service):
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(sample_path("solo_consultant").read_bytes())).encrypt("open sesame", locked)
    assert msoffcrypto.OfficeFile(locked).is_encrypted()
    with pytest.raises(PasswordNeeded):
        drop(service, locked.getvalue())
    with pytest.raises(PasswordNeeded, match="does not open"):
        drop(service, locked.getvalue(), password="wrong")
    drop(service, locked.getvalue(), password="open sesame")
    assert service.view("a").plan.roster.size == 20
    assert "sesame" not in service.store.get("a")[0].model_dump_json()


def test_accounts_that_are_one_are_merged_when_asked_and_parted_by_undo(service):
    drop(service, MARCH)
    pair = ("Pike Ventures", "Pike Venture Ltd")
    service.edit("a", lambda work: say_alike(work, "made one", pair, "merge"))
    merged = service.view("a").plan.roster
    assert list(merged.names) == ["Oxfield Trust", "Pike Ventures"]
    assert merged.number(Field.CURRENT_HOURS)[1] == 7
    service.edit("a", undo)
    assert service.view("a").plan.roster.size == 3
    service.edit("a", lambda work: say_alike(work, "kept apart", pair, "keep"))
    assert service.view("a").plan.roster.size == 3


def test_a_dropped_list_changes_nothing_until_it_is_used(service):
    drop(service, MARCH)
    before = service.view("a").plan.roster.names.tolist()
    take_files(service, "a", [dropped(OTHER)], ["other.csv"])
    view = service.view("a")
    assert view.plan.roster.names.tolist() == before
    assert view.draft is not None
    assert view.draft.names.tolist() == ["Oxfield Trust", "Pike Ventures"]
    use_draft(service, "a")
    assert service.view("a").plan.roster.has(Field.INDUSTRY)
    assert service.view("a").draft is None


def test_a_column_said_of_a_dropped_list_is_read_so_and_stays_so_when_it_is_used(service):
    take_files(service, "a", [dropped(b"Who,Thing,Money\nOxfield,x,5000\nTern,y,7000\n")], ["odd.csv"])
    edit_draft(service, "a", lambda work: say_column(work, "C", "current_hours", "annual_fee"))
    assert service.view("a").draft.number(Field.CURRENT_HOURS).tolist() == [5000, 7000]
    assert not service.view("a").draft.has(Field.ANNUAL_FEE)
    use_draft(service, "a")
    assert service.view("a").plan.roster.number(Field.CURRENT_HOURS).tolist() == [5000, 7000]


def test_a_draft_that_is_put_aside_leaves_no_file_behind(service):
    take_files(service, "a", [dropped(OTHER)], ["other.csv"])
    digest = service.store.get("a")[0].draft.files[0].digest
    service.store.change("a", lambda work: with_draft(work, None))
    service.store.drop_unused_files("a")
    assert service.store.file("a", digest) is None
    with pytest.raises(InputError, match="drop it once more"):
        use_draft(service, "a")
