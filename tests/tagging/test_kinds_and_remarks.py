"""Public bodies and businesses of charities by kind and name in several languages; remarks that wait for something."""

import datetime as dt

import pytest

from planner.goods import GOODS, Good
from planner.pipeline import plan
from planner.settings import Settings
from tests.readers.make import sheet_roster

OTHERS = GOODS.index(Good.OTHERS)
IN_NOVEMBER = dt.date(2026, 11, 28)


def _others(name: str, kind: str) -> float:
    made = plan(sheet_roster(["Account", "Sector", "Fee"], [name, kind, 9000], ["Acme Works", "steel", 7000]))
    return float(made.tags.strength[0, OTHERS])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Havsvik Kommun", ""), ("Kystens Kommune", "marketing"), ("Junta de Valdecorza", "gobierno autonómico"),
        ("Câmara Municipal de Évora", ""), ("Evora", "administração pública"), ("Comune di Lecco", ""),
        ("Gmina Zielona", ""),
    ],
)  # fmt: skip
def test_a_public_body_is_one_in_any_language(name, kind):
    assert _others(name, kind) == 0.4


def test_a_listed_company_is_no_public_body():
    """CRMs say under ownership that a company is public, which is not the public sector."""
    rows = ["Acme Mining", "Public", 9000], ["Brook Shire", "Government", 7000], ["Crag Ltd", "Private", 5000]
    strength = plan(sheet_roster(["Account", "Ownership", "Fee"], *rows)).tags.strength[:, OTHERS]
    assert strength[1] == 0.4
    assert not strength[0] > 0


@pytest.mark.parametrize("kind", ["charity auditors", "Charity lawyers", "charity consultancy"])
def test_who_works_for_charities_is_none(kind):
    assert not _others("Tawstock Audit LLP", kind) > 0


def test_a_charity_stays_one():
    assert _others("Lanternmoor", "charity") == 0.9


def test_a_remark_that_waits_makes_nobody_ready_now():
    made = plan(
        sheet_roster(
            ["Account", "Relationship", "Fee", "Notes"],
            ["Osprey", "prospect", 27_000, "nothing signed before the new CEO starts in May"],
            ["Brook", "prospect", 9_000, "proposal sent"],
            settings=Settings(plan_start=IN_NOVEMBER),
        ),
        plan_start=IN_NOVEMBER,
    )
    now = GOODS.index(Good.NOW)
    assert not made.tags.strength[0, now] > 0
    assert made.tags.strength[1, now] >= 0.8


def test_a_yes_makes_no_fact_weaker():
    rows = ["Account", "Sector", "Fee", "Notes"], ["Shelter", "charity", 900, ""], ["Acme", "steel", 7000, "good cause"]
    answers = {"names:others": "Shelter", "guess:others:Acme": "yes"}
    made = plan(sheet_roster(*rows, answers=answers))
    assert made.tags.strength[:, OTHERS].tolist() == [0.9, 0.8]
    assert "you said so" in str(made.explanation.why[0])


def test_what_somebody_wrote_comes_before_what_a_name_suggests():
    rows = ["Kintyre Sight Trust", "client,charity rate", 1500], ["Acme Works", "client", 7000]
    made = plan(sheet_roster(["Company", "Relationship", "Fee"], *rows))
    assert "charity rate" in made.tags.reason[0, OTHERS]
