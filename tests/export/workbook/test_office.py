"""The workbook recalculated by LibreOffice: formulas give what the plan says, and follow a change of hours."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest

from planner.documents.plan_figures import counts_per_hour
from planner.export import save_plan
from planner.export.plan_json import plan_json
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from planner.result import Plan
from sample_workbooks import sample_path

pytestmark = [pytest.mark.office, pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")]
CENT = 0.005
CRAFTED = 'Account,Fee,Next step,Notes\n"=HYPERLINK(""http://x"",""a"")",40000,"+1+1","@SUM(1)"\nBeta,20000,-2+3,=1+1\n'


@pytest.fixture(scope="module")
def soffice() -> str:
    found = shutil.which("soffice")
    if found is None and os.environ.get("CI"):
        pytest.fail("LibreOffice (soffice) is not installed here, and its checks must run in CI")
    if found is None:
        pytest.skip("LibreOffice (soffice) is not on the PATH")
    return found


@pytest.fixture(scope="module")
def plan() -> Plan:
    return make_plan(read_roster(sample_path("advisory_firm")))


@pytest.fixture(scope="module")
def folder(soffice: str, plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan, the same with ten more hours for its first account, and a plan of a list full of would-be formulas.

    Beside each, in `out`, what LibreOffice makes of it when all formulas are worked out anew (the cached values are
    taken out first, or it would show those).
    """
    folder = tmp_path_factory.mktemp("office")
    save_plan(plan, folder / "plan.xlsx")
    shutil.copy(folder / "plan.xlsx", folder / "changed.xlsx")
    rewrite(folder / "changed.xlsx", "xl/worksheets/sheet2.xml", ten_hours_more)
    (folder / "list.csv").write_text(CRAFTED, encoding="utf-8")
    save_plan(make_plan(read_roster(folder / "list.csv"), hours=20), folder / "crafted.xlsx")
    (folder / "bare").mkdir()
    names = ("plan.xlsx", "changed.xlsx", "crafted.xlsx")
    for name in names:
        shutil.copy(folder / name, folder / "bare" / name)
        rewrite(folder / "bare" / name, "xl/worksheets/sheet", lambda xml: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", xml))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    bare = [str(folder / "bare" / name) for name in names]
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), *bare]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder


def rewrite(path: Path, start: str, change: Callable[[bytes], bytes]) -> None:
    """Change the parts of a workbook whose names begin so."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, change(content) if name.startswith(start) else content)


def ten_hours_more(xml: bytes) -> bytes:
    """The Plan sheet with ten more hours planned for its first account."""
    found = re.search(rb'(<c r="E6"[^>]*><v>)([\d.]+)(</v>)', xml)
    assert found
    return xml.replace(found[0], found[1] + b"%g" % (float(found[2]) + 10) + found[3])


def opened(path: Path, **how: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(path.read_bytes()), **how)


def test_every_formula_gives_the_cached_value_and_the_plans_figures(plan: Plan, folder: Path) -> None:
    fresh = opened(folder / "out" / "plan.xlsx", data_only=True)
    formulas = opened(folder / "plan.xlsx")
    cached = opened(folder / "plan.xlsx", data_only=True)
    checked = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    now, before = (book[sheet.title][cell.coordinate].value for book in (fresh, cached))
                    assert now == pytest.approx(before, abs=CENT), f"{sheet.title}!{cell.coordinate} {cell.value}"
                    checked += 1
    assert checked > 4 * plan.roster.size
    document = plan_json(plan)
    summary = {row[0].value: row for row in fresh["Summary"].iter_rows() if row[0].value}
    for title, group in (("Good for others", "others"), ("Builds strengths", "strengths"), ("Good for you", "you")):
        share, hours = summary[title][4].value, summary[title][6].value
        assert share == pytest.approx(document["balance"]["reached"][group], abs=1e-6)
        assert hours == pytest.approx(share * document["hours"]["planned"], abs=CENT)
    for person in document["people"]:
        assert fresh[person["person"]]["B4"].value == pytest.approx(person["planned"], abs=CENT)


def test_a_change_of_hours_moves_totals_shares_and_the_persons_page(plan: Plan, folder: Path) -> None:
    fresh = opened(folder / "out" / "changed.xlsx", data_only=True)
    before = plan_json(plan)
    assert fresh["Plan"]["E3"].value == pytest.approx(before["hours"]["planned"] + 10, abs=CENT)
    shares = [fresh["Plan"].cell(4, column).value for column in (7, 8, 9)]
    first = int(np.flatnonzero(plan.roster.names == fresh["Plan"]["A6"].value)[0])
    counted = plan.allocation.counts.sum(axis=0) + 10 * counts_per_hour(plan)[first]
    assert shares == pytest.approx(list(counted / (before["hours"]["planned"] + 10)), abs=1e-6)
    owner = next(iter(max(before["accounts"], key=lambda account: account["hours"])["hours_by_person"]))
    used = next(person["planned"] for person in before["people"] if person["person"] == owner)
    assert fresh[owner]["B4"].value == pytest.approx(used + 10, abs=CENT)


def test_text_of_the_list_is_never_a_formula_when_opened(folder: Path) -> None:
    book = opened(folder / "out" / "crafted.xlsx")
    texts = {cell.value for cell in book["Client list"][2]}
    assert {'=HYPERLINK("http://x","a")', "+1+1", "@SUM(1)"} <= texts
    assert all(cell.data_type != "f" for row in book["Client list"].iter_rows() for cell in row)


def test_sixty_accounts_print_on_fewer_than_ten_pages_with_the_summary_on_the_first(
    soffice: str, plan: Plan, folder: Path
) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "plan.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = len(re.findall(rb"/Type\s*/Page\b", (folder / "plan.pdf").read_bytes()))
    sheets = opened(folder / "plan.xlsx").worksheets
    printed = [sheet for sheet in sheets if not printed_nowhere(sheet)]
    assert plan.roster.size == 60
    assert pages == len(printed) < 10
    assert printed[0].title == "Summary"
    assert sheets[: len(printed)] == printed


def printed_nowhere(sheet: Any) -> bool:
    """Whether the print area is hidden."""
    column = re.search(r"\$([A-Z]+)\$\d+$", sheet.print_area or "")
    return column is not None and sheet.column_dimensions[column[1]].hidden


def test_no_sheet_is_hidden_and_those_to_fill_in_offer_what_can_be_chosen(folder: Path) -> None:
    book = opened(folder / "plan.xlsx")
    assert all(sheet.sheet_state == "visible" for sheet in book)
    offered = {
        str(rule.sqref).partition(":")[0]: rule.formula1
        for name in ("Answers", "Overrides", "Limits")
        for rule in book[name].data_validations.dataValidation
    }
    assert "yes" in offered["D3"]
    assert offered["A2"] == "'Client list'!$A$2:$A$61"
    assert "at least" in str([rule.formula1 for rule in book["Limits"].data_validations.dataValidation])
