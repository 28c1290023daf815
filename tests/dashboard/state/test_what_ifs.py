"""What-ifs that a browser keeps: save, rename, copy, delete, use, and their way through the exported workbook."""

from functools import partial

import pytest

from dashboard.downloads import written
from dashboard.state import what_ifs as whatifs
from dashboard.state.history import redo, undo
from dashboard.state.workspace import WhatIf, Workspace
from planner.errors import SettingError
from planner.export import save_plan
from planner.reading import read_roster
from planner.scenarios.scenario_sheet import scenarios_of


@pytest.fixture
def kept(firm):
    return whatifs.save(Workspace(settings={"max_accounts": 20}), firm.roster, firm, "  Give   more ")


def test_the_settings_on_the_screen_are_kept_under_a_name(firm, kept):
    (one,) = kept.what_ifs
    assert one.name == "Give more"
    assert one.changes["balance"] == str(firm.settings.balance)
    assert one.changes["hours"] == firm.settings.hours
    assert one.changes["max_accounts"] == 20


def test_a_name_is_taken_once_whatever_its_case(firm, kept):
    with pytest.raises(SettingError, match="already"):
        whatifs.save(kept, firm.roster, firm, "GIVE MORE")
    with pytest.raises(SettingError, match="needs a name"):
        whatifs.save(kept, firm.roster, firm, " ")


def test_copies_are_renamed_and_deleted_by_their_place(firm, kept):
    work = whatifs.copy(whatifs.copy(kept, firm.roster, 0), firm.roster, 0)
    assert [one.name for one in work.what_ifs] == ["Give more", "Give more 2", "Give more 3"]
    work = whatifs.rename(work, firm.roster, 1, "Learn")
    assert [one.name for one in whatifs.delete(work, firm.roster, 0).what_ifs] == ["Learn", "Give more 3"]
    assert whatifs.rename(work, firm.roster, 1, "Learn") == work


def test_only_so_many_are_kept(firm):
    work = Workspace(what_ifs=tuple(WhatIf(name=f"No {n}", changes={"hours": 10}) for n in range(whatifs.MOST)))
    with pytest.raises(SettingError, match="delete one first"):
        whatifs.copy(work, firm.roster, 0)


def test_planning_with_one_takes_its_settings(firm):
    work = Workspace(what_ifs=(WhatIf(name="Give", changes={"balance": "60/20/20"}),), settings={"hours": 300})
    assert whatifs.use(work, firm.roster, 0).settings == {"hours": 300, "balance": "60/20/20"}


def test_planning_with_one_can_be_undone(firm):
    work = Workspace(what_ifs=(WhatIf(name="Give", changes={"balance": "60/20/20"}),), settings={"hours": 300})
    used = whatifs.use(work, firm.roster, 0)
    assert used.done[-1].label == "plan with “Give”"
    assert undo(used).settings == {"hours": 300}
    assert redo(undo(used)).settings == used.settings


def test_ready_made_ones_are_kept_once_and_hours_go_by_the_plans(firm):
    work = Workspace()
    for name in whatifs.TRIES:
        work = whatifs.try_one(work, firm.roster, firm, name)
    changes = {one.name: one.changes for one in work.what_ifs}
    assert changes["Give back"] == {"balance": "50/20/30"}
    assert changes["A fifth fewer hours"] == {"hours": 320.0}
    assert whatifs.try_one(work, firm.roster, firm, "Cash now") == work


def test_what_ifs_change_no_plan_but_are_compared_with_it(service):
    work = Workspace(what_ifs=(WhatIf(name="Give", changes={"balance": "60/20/20"}),))
    assert work.fingerprint() == Workspace().fingerprint()
    other = service.what_if("me", work, whatifs.as_scenario(work.what_ifs[0]))
    assert other.settings.balance.others == 0.6
    assert other.allocation.ideal.tolist() == service.plan("me", work).allocation.ideal.tolist()
    assert service.what_if("me", work, whatifs.as_scenario(work.what_ifs[0])) is other


def test_the_exported_workbook_brings_them_back(firm, kept):
    work = whatifs.copy(kept, firm.roster, 0)
    back = read_roster(written(partial(save_plan, whatifs.with_what_ifs(firm, work)), ".xlsx"), name="plan.xlsx")
    found = scenarios_of(back)
    assert [one.name for one in found] == ["Give more", "Give more 2"]
    assert whatifs.as_scenario(work.what_ifs[0]).changes == {**found[0].changes, "hours": firm.settings.hours}
    assert [one.name for one in whatifs.what_ifs(Workspace(), back)] == ["Give more", "Give more 2"]
    assert whatifs.with_what_ifs(firm, Workspace()) is firm
