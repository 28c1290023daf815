"""Ordinary lists as partners keep them, with one habit of each kind that was misread."""

import datetime as dt

import pytest

from planner import read_roster
from planner.detection.columns.scores.column_profile import profile
from planner.detection.headers.header_phrases import header_scores
from planner.fields import Field
from planner.parsing.dates.dates import read_date
from planner.parsing.header_text import read_header
from planner.parsing.money.fee_texts import read_fee
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.relationships import relationship_of
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import workbook_roster

TODAY = dt.date(2026, 11, 29)
ACCOUNTS = ("Dorn Whitaker", "Alder Park", "Brightline", "Mesa Verde", "HGK Engineers", "Tallgrass", "Rocky Health")


def with_column(header, cells, settings=None, **more):
    """A list of a few accounts with one more column."""
    columns = {"Client / Prospect": ACCOUNTS, header: cells, **more}
    rows = [list(columns), *map(list, zip(*columns.values(), strict=True))]
    return workbook_roster({"Accounts": rows}, settings=settings)


def test_words_for_relationships_stand_beside_their_codes():
    roster = with_column("C/P", ["C", "C", "P", "P", "C", "former", "network"])
    assert roster.text(Field.RELATIONSHIP).tolist() == [
        "client", "client", "prospect", "prospect", "client", "past client", "referral source"
    ]  # fmt: skip


def test_names_that_stand_alone_and_together_are_those_of_owners():
    roster = with_column("Zuordnung", ["Kate", "Luis", "Kate", "Luis", "Kate", "Luis", "Kate/Luis"])
    assert roster.text(Field.OWNER).tolist()[-1] == "Kate/Luis"
    roster = with_column("Zuordnung", ["Retail", "Food", "Retail", "Food", "Retail", "Food", "Retail/Drinks"])
    assert not roster.has(Field.OWNER)


def test_the_strength_of_a_relationship_builds_no_strengths():
    roster = with_column("Rel. strength (1-5)", [5, 4, 2, 3, 4, 1, 4])
    assert not roster.has(Field.RATING_STRENGTHS)
    assert with_column("Strengths (1-5)", [5, 4, 2, 3, 4, 1, 4]).has(Field.RATING_STRENGTHS)


def test_thousands_parted_by_points_are_amounts_of_money():
    content = (
        "Empresa;Facturado 2025;Previsión 2026;Situación\n"
        "Conservas;24.300,00;26.000;cliente\nCangas;;18.000;licitación\nBoado;8.750,50;9.000;cliente\n"
        "Naviera;;60.000;contacto\nHotel Areas;;12.000;propuesta enviada\n"
    )
    roster = read_roster(content.encode(), name="lista.csv")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [26000, 18000, 9000, 60000, 12000]
    told = next(issue.message for issue in roster.issues if issue.code == "two-fees")
    assert told == "“Previsión 2026” was taken as the annual fee; where it is empty “Facturado 2025” counts."
    assert not [issue for issue in roster.issues if issue.code == "relationship-unreadable"]
    assert profile(["0.125", "0.250", "0.500"]).median == 0.25


def test_who_is_in_charge_owns_the_account():
    assert header_scores(read_header("PIC"))[Field.OWNER] > 0.9


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("w/c 30/11", dt.date(2026, 11, 30)),
        ("week commencing 7 Dec", dt.date(2026, 12, 7)),
        ("semaine du 11/01/2027", dt.date(2027, 1, 11)),
        ("lfd.", TODAY),
        ("doorlopend", TODAY),
    ],
)
def test_first_days_of_weeks_and_words_for_ongoing_are_dates(text, date):
    assert read_date(text, day_first=True, today=TODAY) == date


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ziel", Relationship.PROSPECT),
        ("doel", Relationship.PROSPECT),
        ("ex-klant", Relationship.PAST_CLIENT),
        ("bestaand", Relationship.CLIENT),
        ("propuesta enviada", Relationship.PROSPECT),
        ("devis envoyé", Relationship.PROSPECT),
    ],
)
def test_more_words_say_what_an_account_is(text, kind):
    assert relationship_of(text) is kind


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("stiffed us on change orders, do not chase", {"costs more than it pays", "ended"}),
        ("they bring us in on everything", {"sends work"}),
        ("speaking in April; half our leads start here", {"sends work"}),
        ("half our fee, as ever", {"free work"}),
        ("habría que aprender convenio del mar", {"new to us"}),
        ("we'd have to learn tunnelling", {"new to us"}),
        ("wants us to run it again, nothing new for us", {"routine"}),
        ("eligieron a otro", {"ended"}),
        ("ging an Wettbewerber", {"ended"}),
        ("ont choisi un autre cabinet", {"ended"}),
        ("can open doors at councils", {"sends work"}),
    ],
)
def test_remarks_say_what_a_partner_reads_in_them(text, families):
    assert {clue.family for clue in read_remark(text, TODAY) if not clue.negated} == families


def test_a_near_duplicate_on_another_sheet_is_told_by_that_sheet():
    header = ["Name", "Relationship", "Fee"]
    book = {
        "Kessler": [header, ["Brandt GmbH", "client", 48000], ["Voltara AG", "prospect", 9000]],
        "Albers": [header, ["Klinikum Nord", "client", 61500], ["Brandt", "client", 5000]],
    }
    issue = next(one for one in workbook_roster(book).issues if one.code == "duplicates")
    assert (issue.sheet, issue.cell) == ("Albers", "A3")


def test_a_term_is_no_typo_of_a_chance():
    scores = header_scores(read_header("Échéance"))
    assert Field.PROBABILITY not in scores


def test_terms_in_words_are_dates():
    terms = ["renouvellement mars", "réponse le 15/01", "", "rentrée 27", "tacite reconduction", "", "tbc"]
    roster = with_column("Échéance", terms)
    assert roster.date(Field.EXPECTED_DATE)[:2].astype(str).tolist() == ["2027-03-31", "2027-01-15"]


def test_days_a_quarter_are_hours_now():
    assert with_column("BD days p.q.", [3, 4, 1, 2, 2, 1, 1]).number(Field.CURRENT_HOURS)[0] == 24


def test_words_that_end_an_account_stand_among_lights():
    roster = with_column("RAG", ["G", "A", "G", "R", "A", "-", "dead"])
    assert roster.left_out == {6: "dead"}


def test_what_is_left_to_bill_is_no_fee_of_a_year():
    roster = with_column(
        "Fees invoiced 26", ["£48,200", "", "£2,100", "£15,000", "", "", "£4,000"],
        **{"Est. fee remaining": ["£30,000", "£26,500", "£0", "£60,000", "£75,000", "£9k", ""]},
    )  # fmt: skip
    assert roster.number(Field.ANNUAL_FEE)[:4].tolist() == [48200, 26500, 2100, 15000]


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (("Client", "AO en cours", "Bénévolat", "Prospect"), ("client", "prospect", "client", "prospect")),
        (("klant", "aanbesteding", "tipgever", "klant"), ("client", "prospect", "referral source", "client")),
        (("Active", "Cancelled", "Lead", "Active"), ("client", "past client", "prospect", "client")),
    ],
)
def test_words_of_other_trades_say_what_an_account_is(cells, kinds):
    rows = [["Company", "Status", "Fee"], *([f"Firm {i} Ltd", cell, 1000 + i] for i, cell in enumerate(cells))]
    assert workbook_roster({"L": rows}).text(Field.RELATIONSHIP).tolist() == list(kinds)


def relationships(roster):
    """What each account is, by its name."""
    return dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))


def test_money_in_words_under_a_header_with_a_currency_is_a_fee_and_no_deal():
    cells = ["6k/mo", "$7,500/mo", "$2,200 per month", "25-40k project", "~30k", "48k in 2024", "10k/mo?"]
    warmth = ["🔥", "current", "current", "❄️", "warm", "past", "dead"]
    roster = with_column("Potential $", cells, Temp=warmth, Who=["DK", "DK", "SL", "SL", "DK", "DK", "SL"])
    assert not roster.has(Field.DEAL)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [72_000, 90_000, 26_400, 32_500, 30_000, 48_000, 120_000]
    assert list(relationships(roster).values()) == [
        "prospect", "client", "client", "prospect", "prospect", "past client", "prospect"
    ]  # fmt: skip
    assert roster.number(Field.PROBABILITY).tolist()[3] == 0.1  # however a phone writes the sign
    assert roster.text(Field.OWNER).tolist()[:2] == ["DK", "DK"]  # initials, not “don't know”


def test_figures_under_a_lone_sign_of_percent_are_chances():
    roster = with_column("%", [40, 20, 80, 0, 30, "50/50", 60])
    assert roster.number(Field.PROBABILITY).tolist() == [0.4, 0.2, 0.8, 0.0, 0.3, 0.5, 0.6]


def test_a_day_of_what_has_been_without_its_year_is_the_last_such_day():
    days = ["11/12", "8/15", "6/1", "2/10", "12/20", "2024-12-24", "10/28"]
    roster = with_column("Last touch", days, settings=Settings(plan_start=TODAY))
    assert roster.date(Field.LAST_CONTACT).astype(str).tolist() == [
        "2026-11-12", "2026-08-15", "2026-06-01", "2026-02-10", "2025-12-20", "2024-12-24", "2026-10-28"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("25-40k project", 32_500),
        ("€2k p/q", 8_000),
        ("12k retainer + 8k project", 20_000),
        ("£450/day x 20", 9_000),
    ],
)
def test_fees_in_the_words_of_tracking_lists(text, fee):
    assert read_fee(text, False)[0].value == fee


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tender May", dt.date(2027, 5, 31)),
        ("2nd half Jan", dt.date(2027, 1, 31)),
        ("6-8 weeks", dt.date(2027, 1, 24)),
    ],
)
def test_dates_in_the_words_of_tracking_lists(text, day):
    assert read_date(text, day_first=True, today=TODAY) == day


def test_a_month_that_may_be_a_verb_is_none_where_more_follows():
    with pytest.raises(ValueError, match="tender may slip"):
        read_date("tender may slip", day_first=True, today=TODAY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dream clients", Relationship.PROSPECT),
        ("To approach", Relationship.PROSPECT),
        ("One-offs 2026", Relationship.CLIENT),
        ("Live jobs", Relationship.CLIENT),
    ],
)
def test_titles_of_groups(text, kind):
    assert relationship_of(text) is kind


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("would be a great logo", "new to us"),
        ("good for the team to learn Webflow", "new to us"),
        ("good case study", "new to us"),
        ("chair is also on the board of 3 others", "sends work"),
        ("school rate", "free work"),
        ("ghosted since Aug", "at risk"),
        ("cut back from 3k", "at risk"),
    ],
)
def test_remarks_of_tracking_lists(text, family):
    assert family in {clue.family for clue in read_remark(text, TODAY)}
