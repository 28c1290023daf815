"""A second table that repeats a unit of the first, outcomes in letters, hours taught, statuses in one's own words."""

import datetime as dt

from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import workbook_roster

FIXED = Settings(plan_start=TODAY)


def test_a_header_that_repeats_a_unit_begins_another_block_under_its_title():
    rows = [
        ["Client", "£pcm", "Start", "End", "Renew %", "Acct dir"],
        ["Alto Coffee", 4_500, "Jan 24", "Dec 26", "90%", "Em"],
        ["Beau Beds", 3_000, "Jun 25", "May 27", "50%", "Em"],
        ["Cove Hotels", 6_500, "Sep 26", "Aug 27", "80%", "Raf"],
        [],
        ["Pitches", "£pcm", "Date", "", "Win %", ""],
        ["Echo Bikes", 4_000, "9 Dec", "", "35%", "Em"],
        ["Fern Skincare", 2_500, "Jan", "", "60%", "Raf"],
    ]
    roster = workbook_roster({"Retainers": rows}, settings=FIXED)
    assert relationships(roster) == {
        "Alto Coffee": "client", "Beau Beds": "client", "Cove Hotels": "client", "Echo Bikes": "prospect",
        "Fern Skincare": "prospect",
    }  # fmt: skip
    assert fees(roster)["Echo Bikes"] == 48_000


def test_letters_for_won_and_lost_settle_what_was_quoted_whatever_was_invoiced():
    day = dt.date(2026, 9, 2)
    rows = [
        ["No", "Date in", "Job", "Client", "Fee quoted", "Won/Lost", "Inv. £", "Comment"],
        ["E1", day, "Loft", "Mr Kaur", 850, "W", 850, ""],
        ["E2", day, "Steel", "Hodge Build", 420, "W", 420, ""],
        ["E3", day, "12 flats", "Vantage", 14_500, "", "", "decision after planning"],
        ["E4", day, "School hall", "Diocese", 6_200, "L", "", "price"],
        ["E5", day, "Barn", "Hodge Build", 2_100, "W", "", ""],
    ]
    roster = workbook_roster({"Log": rows}, settings=FIXED)
    assert roster.deals is not None
    assert sorted(roster.deals.state) == ["lost", "open", "won", "won", "won"]
    assert {roster.names[account] for account in roster.left_out} == {"Diocese"}


def test_hours_taught_at_a_price_an_hour_are_the_fee_and_no_time_of_ours():
    rows = [
        ["Empresa", "Grupos", "Horas/sem", "€/hora", "Estado"],
        ["Textil Mora", 3, 6, 32, "en curso"],
        ["Puerto Logística", 1, 2, 35, "empieza enero"],
        ["Clínica Arce", 0, "", 34, "presupuesto 12/11"],
        ["Ayto. Lugo", 2, 4, 28, "no renueva"],
    ]
    roster = workbook_roster({"Empresas": rows}, settings=FIXED)
    assert fees(roster)["Textil Mora"] == 6 * 32 * 52
    assert Field.CURRENT_HOURS not in roster.source.mapping
    assert roster.source.mapping[Field.STATUS].header == "Estado"
    assert relationships(roster)["Clínica Arce"] == "prospect"


def test_groups_labelled_on_their_first_rows_need_no_header():
    rows = [
        ["HOT", "Orla Foods", "CFO leaving", "£900/day", "JB", "call Mon"],
        ["", "Penn Group", "ERP lead", "£750/day", "JB", "CVs sent 24/11"],
        ["WARM", "Quay Ports", "PMO", "", "SK", "meeting 10/12"],
        ["", "Reed & Wye", "", "", "SK", "coffee Jan"],
        ["COLD", "Solent Uni", "", "", "JB", "no budget"],
        ["CLIENTS", "Tavy Health", "2 interims in", "£65k billed YTD", "JB", "extend to June?"],
        ["", "Usk Foods", "1 interim", "£40k billed YTD", "SK", "ends 31 Jan"],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert roster.names.tolist() == [row[1] for row in rows]
    assert fees(roster)["Tavy Health"] == 65_000
    chances = dict(zip(roster.names.tolist(), roster.number(Field.PROBABILITY).tolist(), strict=True))
    assert (chances["Orla Foods"], chances["Penn Group"], chances["Reed & Wye"]) == (0.55, 0.55, 0.25)
