"""The exported workbook: its sheets, what is live in it, how it prints, and the words it uses."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import numpy as np
import openpyxl
import pytest

import planner
from planner.detection.sheets.setting_sheets import SHEETS_KEY
from planner.export import save_plan
from planner.export.workbook.layout import sheet_names
from planner.export.workbook.setting_sheets import offer
from planner.export.workbook.styles import BOLD, WRAP
from planner.export.workbook.tables import Column, height_of, write_table
from planner.result import Plan
from planner.settings import SETTING_NAMES
from planner.vocabulary import PLAN_FORMAT
from tests.builders import make_roster, make_sheet, small_plan, small_roster

SHEETS = [
    "Summary", "Plan", "M. Lind", "T. Akers", "Why", "Step back", "Scenarios", "Import issues", "Answers",
    "Overrides", "Client list", "Settings", "Team", "Rules", "Limits", "Fit", "Ladder", "About",
]  # fmt: skip
JARGON = re.compile(
    r"\b(roster|attainment|ideal|deviation|tolerance|credit|strength|response curve|open hours|baseline|grain|binds|"
    r"binding|robustness|economic buyer|solver|gap|envelope|marginal)\b",
    re.IGNORECASE,
)


def book_of(plan: Plan, path: Path, **how: Any) -> Any:
    save_plan(plan, path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()), **how)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook of the small plan, its formulas shown as their cached values; read by all, changed by none."""
    return book_of(small_plan(), tmp_path_factory.mktemp("book") / "plan.xlsx", data_only=True)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The same with its formulas."""
    return book_of(small_plan(), tmp_path_factory.mktemp("live") / "plan.xlsx")


def column(sheet: Any, header_row: int, title: str) -> list[Any]:
    at = next(cell.column for cell in sheet[header_row] if cell.value == title)
    return [row[at - 1].value for row in sheet.iter_rows(min_row=header_row + 1)]


def texts(sheet: Any) -> list[str]:
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def test_every_sheet_is_there_in_the_order_people_open_them(book: Any) -> None:
    assert book.sheetnames == SHEETS


def test_the_plan_sheet_is_ordered_by_hours_and_keeps_formula_like_names_as_text(book: Any, live: Any) -> None:
    names = column(book["Plan"], 5, "Account")
    assert names == ["Kestrel Robotics", "Brightwater Energy", "Oxfield Trust", "=Harbour Angels", "Vantage Retail"]
    assert column(book["Plan"], 5, "Hours planned") == [18, 12, 10, 8, 0]
    cell = live["Plan"].cell(9, 1)
    assert (cell.value, cell.data_type) == ("=Harbour Angels", "s")


def test_rows_are_as_high_as_names_in_bold_letters_need() -> None:
    """`Morrow Foundation Capital Partners` was one line high and printed over the account above it."""
    sheet, styles = MagicMock(), MagicMock()
    for layers, lines in (((WRAP,), 1), ((WRAP, BOLD), 2)):
        write_table(sheet, styles, 0, [Column("Account", 31, ["Morrow Foundation Capital Partners"], layers)])
        assert sheet.set_row.call_args.args[1] == max(16.0, height_of("x\n" * (lines - 1) + "x", 30))


def test_changes_shares_and_totals_are_live_and_cached(book: Any, live: Any) -> None:
    assert live["Plan"]["F6"].value == "=E6-D6"
    assert book["Plan"]["F6"].value == 14
    assert live["Plan"]["I6"].value == "=E6*9/18"
    assert book["Plan"]["I6"].value == 9
    assert live["Plan"]["E3"].value.startswith("=SUBTOTAL(109,")
    assert book["Plan"]["E3"].value == 48
    assert live["Plan"]["I4"].value == "=SUM('Plan'!$I$6:$I$10)/MAX(SUM('Plan'!$E$6:$E$10),0.01)"
    assert book["Plan"]["I4"].value == pytest.approx(35 / 48)
    assert live.defined_names["hours_available"].attr_text == "Settings!$B$6"
    assert (book["Settings"]["A6"].value, book["Settings"]["B6"].value) == ("hours", 60)


def test_the_summary_says_what_matters_first(book: Any) -> None:
    said = texts(book["Summary"])
    for sentence in (
        "Spend 48 of your 60 hours on four accounts and step back from one.",
        "Good for you is short by 5 h: look for one more prospect who can hire now.",
        "Two to push",
        "One to rest",
        "2 → 8 h",
        "Two to decide on Monday",
        "1.  Stop calling Vantage Retail.",
        "2 fees are the median of the list ($28,000).",
        "5 rows became 5 accounts; nothing was left out.",
    ):
        assert sentence in said


def test_the_summary_has_two_native_charts_in_the_colours_of_the_goods(plan: Plan, tmp_path: Path) -> None:
    save_plan(plan, tmp_path / "plan.xlsx")
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    split, hours = sorted(charts, key=lambda xml: "'Plan'" in xml or "Plan!" in xml)
    for colour in ("009E73", "E69F00", "0072B2"):
        assert colour in split
    assert "Summary!$D$" in split
    assert "9DC8E8" in hours
    assert "<c:v>18</c:v>" in hours or "Plan!$E$6:$E$9" in hours


def test_each_person_has_a_page_with_room_to_fill_in(book: Any, live: Any) -> None:
    page = book["M. Lind"]
    assert [cell.value for cell in page[7]] == [
        "Account", "Hours", "What to do", "Next step", "Who signs", "Hours spent", "Outcome", "Why different",
    ]  # fmt: skip
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=8)] == [
        ["Brightwater Energy", 12, "Keep", "Send the renewal", "The FD", None, None, None],
        ["Oxfield Trust", 10, "Ease off", "-5% on the fee?", None, None, None, None],
        ["=Harbour Angels", 6, "Invest", "Lunch", None, None, None, None],
    ]
    assert [page[f"B{row}"].value for row in (3, 4, 5)] == [40, 28, 12]
    assert live["T. Akers"]["B9"].value == "='Plan'!E9*2/8"


def test_why_tells_no_from_not_known_and_marks_what_was_assumed(book: Any) -> None:
    why = book["Why"]
    rows = {row[0].value: row for row in why.iter_rows(min_row=4)}
    titles = {cell.value: cell.column - 1 for cell in why[3]}
    trust, angels = rows["Oxfield Trust"], rows["=Harbour Angels"]
    assert trust[titles["Good for others"]].value == 4.5
    assert trust[titles["Good for strengths"]].value == "?"
    assert rows["Vantage Retail"][titles["Good for others"]].value == "no"
    assert "Type says nonprofit" in trust[titles["Because"]].value
    assert angels[titles["Annual fee"]].font.i
    assert not trust[titles["Annual fee"]].font.i
    assert angels[titles["Assumed"]].value == "Annual fee, Chance"


def test_step_back_names_the_hours_set_free(book: Any) -> None:
    sheet = book["Step back"]
    assert column(sheet, 3, "Account")[:3] == ["Oxfield Trust", "Vantage Retail", "All of them"]
    assert column(sheet, 3, "Hours set free")[:3] == [20, 14, 34]


def test_scenarios_compare_the_plan_with_other_splits(book: Any) -> None:
    assert column(book["Scenarios"], 3, "What if")[:4] == [
        "This plan", "As today", "The same hours for everyone", "Hours in step with fees",
    ]  # fmt: skip
    assert column(book["Scenarios"], 3, "Margin to expect in a year")[1:4] == [30_000, 31_000, 36_000]
    said = texts(book["Scenarios"])
    assert (
        "Oxfield Trust is locked at 10 h (Clients!I3): without it, about $240 more margin a year and 2 points fewer of "
        "good for others."
    ) in said
    assert "M. Lind, 28 h of 40 h planned: one more hour brings about $410 of margin a year." in said


def test_issues_come_with_their_cells(book: Any) -> None:
    rows = [[cell.value for cell in row] for row in book["Import issues"].iter_rows(min_row=4)]
    assert rows[0][:4] == ["Warning", "Clients", "F6", "TBD"]
    assert rows[1][0] == "Note"


def test_about_says_what_made_the_plan_and_how_sure_it_is(book: Any) -> None:
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert about["format"] == PLAN_FORMAT
    assert about["client list sheet"] == "Client list"
    assert about["solver"] == "HiGHS 1.15.1"
    assert about["digest of the client list"] == "0" * 64
    assert about["value reached"] == 0.857


def test_settings_are_all_there_with_their_meaning(book: Any) -> None:
    names = column(book["Settings"], 1, "setting")
    assert names == list(SETTING_NAMES)
    assert all(column(book["Settings"], 1, "meaning"))
    assert column(book["Settings"], 1, "value")[0] == "20/30/50"


def test_setting_sheets_of_the_list_are_carried_through(tmp_path: Path) -> None:
    limits = make_sheet("limits", [{"what": "industry = Retail", "sense": "at most", "amount": "10%", "note": "-x"}])
    plan = small_plan(small_roster(sheets={"limits": limits}))
    book = book_of(plan, tmp_path / "plan.xlsx")
    assert [cell.value for cell in book["Limits"][1]] == ["what", "sense", "amount", "note"]
    assert [cell.value for cell in book["Limits"][2]] == ["industry = Retail", "at most", "10%", "-x"]
    assert book["Ladder"]["A2"].value == "free content"


def test_sheets_are_ready_to_print(book: Any) -> None:
    for name in ("Plan", "Why", "M. Lind", "Step back", "Client list", "Rules", "Settings"):
        sheet = book[name]
        assert sheet.page_setup.orientation == ("portrait" if name in {"Plan", "Why"} else "landscape")
        assert int(sheet.page_setup.fitToWidth or 1) == 1
        assert int(1 if sheet.page_setup.fitToHeight is None else sheet.page_setup.fitToHeight) == int(
            name in {"Plan", "Why"}
        )
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert sheet.freeze_panes
    summary = book["Summary"].page_setup
    assert (int(summary.fitToWidth or 1), int(summary.fitToHeight or 1)) == (1, 1)


def test_screens_words_are_plain(book: Any) -> None:
    for name in ("Summary", "Plan", "M. Lind", "Why", "Step back", "Scenarios", "Import issues"):
        found = [text for text in texts(book[name]) if JARGON.search(text)]
        own = ["Builds strengths", "strengths", "Good for strengths"]
        assert all(any(word in text for word in own) or "Strengths:" in text for text in found), (name, found)


def test_what_is_not_printed_makes_no_row_of_a_page_higher(tmp_path: Path) -> None:
    """A list without costs, chances and referrals: all of them stand under Assumed, beside the page of reasons."""
    made = planner.plan(planner.read_roster(b"Client,Type,Fee\nAcme,client,40000\nBrook,client,9000\n", name="l.csv"))
    why = book_of(made, tmp_path / "plan.xlsx")["Why"]
    assert max(len(str(value)) for value in column(why, 3, "Assumed")) > 40
    for row, reason in enumerate(column(why, 3, "Why"), start=4):
        assert why.row_dimensions[row].height <= height_of(reason, 59, size=9) + 1


def test_totals_add_up_where_hours_now_are_known_of_some_accounts_only(tmp_path: Path) -> None:
    plan = small_plan()
    known = np.where(np.arange(plan.roster.size) == 0, 12.0, np.nan)
    plan = replace(plan, facts=replace(plan.facts, current_hours=known))
    sheet = book_of(plan, tmp_path / "plan.xlsx", data_only=True)["Plan"]
    now, planned, change = (cell.value for cell in sheet[3][3:6])
    assert (now, planned, change) == (12, plan.allocation.hours.sum(), plan.allocation.hours.sum() - 12)


def test_a_list_without_money_or_todays_hours_shows_neither(tmp_path: Path) -> None:
    roster = make_roster({"account": ["A", "B", "C", "D", "E"], "relationship": ["prospect"] * 5})
    plan = small_plan(roster)
    plan = replace(
        plan,
        values=replace(plan.values, in_money=False),
        problem=replace(plan.problem, in_money=False),
        facts=replace(plan.facts, current_hours=np.full(5, np.nan)),
        explanation=replace(plan.explanation, baselines={}, binding=(), assumed=()),
    )
    book = book_of(plan, tmp_path / "plan.xlsx", data_only=True)
    said = texts(book["Summary"])
    assert "Margin to expect in a year" not in said
    (brings,) = [line for line in said if line.startswith("one more hour of ")]
    assert brings.endswith("points of strengths")
    assert "points of good for you" in brings
    assert "Annual fee" not in [cell.value for cell in book["Why"][3]]
    assert set(column(book["Plan"], 5, "Change")) == {None}
    assert book["Plan"].column_dimensions["D"].hidden
    assert book["Plan"].column_dimensions["F"].hidden
    assert "Hours now" not in [cell.value for cell in book["Step back"][3]]


@pytest.mark.parametrize(
    "value", ["x" * 40_000, "a\x00b\x1fc", "\u200fשלום 🙂", "line\nbreak", "{=1+1}", "http://x.example"]
)
def test_any_text_is_written_as_text_and_opens(value: str, tmp_path: Path) -> None:
    names = np.array([value, "B", "C", "D", "E"], dtype=object)
    plan = small_plan()
    book = book_of(
        replace(plan, roster=replace(plan.roster, other={"Own": names})), tmp_path / "plan.xlsx", data_only=True
    )
    written = column(book["Client list"], 1, "Own")[0]
    assert isinstance(written, str)
    assert written[:1] == value[:1]
    assert len(written) <= 32_767


def test_people_whose_names_are_no_names_for_sheets_get_pages_all_the_same() -> None:
    names = sheet_names(["A/B: [C]*?", "Plan", "plan", "'", "x" * 40, "x" * 40, ""], ["Plan"])
    assert len({name.casefold() for name in names}) == 7
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert "Plan" not in names


def test_names_of_sheets_are_counted_as_excel_counts() -> None:
    names = sheet_names(["🚀" * 20, "🚀" * 20, "🚀" * 15 + "'x"])
    assert names == ("🚀" * 15, "🚀" * 14 + " 2", "🚀" * 14 + " 3")


@pytest.mark.parametrize("choices", [["Ana, Ben"], ['Ana "A" Lind'], [], ["🚀" * 130]])
def test_choices_that_no_drop_down_can_hold_are_not_offered(choices: list[str]) -> None:
    sheet = MagicMock()
    offer(sheet, 1, choices)
    sheet.data_validation.assert_not_called()
    offer(sheet, 1, ["Ana Ben", "Lind"])
    sheet.data_validation.assert_called_once()


def test_every_sheet_but_the_pages_of_people_is_named_where_the_reader_learns_them(book: Any) -> None:
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    pages = {person.name for person in small_plan().team.people}
    assert pages
    assert set(about[SHEETS_KEY].split(", ")) >= set(book.sheetnames) - pages
    assert not pages & set(about[SHEETS_KEY].split(", "))


def test_an_account_that_is_kept_is_not_among_those_to_step_back_from(tmp_path: Path) -> None:
    rows = [{"account": "Kept", "rating_now": 5, "current_hours": 10.5, "lock_hours": 10, "annual_fee": 9_000}]
    rows += [{"account": "Gone", "rating_now": 0, "rating_others": 0, "current_hours": 4, "annual_fee": 100}]
    columns = {name: [row.get(name) for row in rows] for name in dict.fromkeys(key for row in rows for key in row)}
    made = planner.plan(make_roster({**columns, "relationship": ["client", "client"]}), hours=12)
    assert made.explanation.decision[0] == "keep"
    save_plan(made, tmp_path / "plan.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    names = [cell.value for cell in book["Step back"]["A"]]
    assert "Gone" in names
    assert "Kept" not in names
