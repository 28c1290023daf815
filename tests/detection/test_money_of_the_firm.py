"""Which money is the firm's own, of what year, in what unit."""

import numpy as np
import pytest

from planner.detection.columns.unit_above import unit_above
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.reading import read_roster
from planner.vocabulary import Level
from tests.readers.make import codes, csv_roster, formatted, sheet_roster

BROKER = """Client,Trade,Premium 26,Comm 24,Comm 25,Comm 26 f'cast,Notes
Acme Scaffolding,Construction,48000,6200,6900,7200,new yard
Beta Homes,Care,112000,15400,16100,16800,sends us other homes
Cora Print,Print,22500,,3300,2900,shrinking
Delta Haulage,Transport,186000,19900,22400,,owner rings daily
"""


def test_a_premium_beside_a_commission_is_the_clients_money():
    roster = csv_roster(BROKER)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [7200, 16_800, 2900, 22_400]


def test_of_several_years_the_last_one_billed_fills_the_gaps_of_a_forecast():
    roster = csv_roster(
        "Client,Fees 2023,Fees 2024,Fees 2025,Fees 2026 forecast\nAcme,1,2,3,\nBeta,1,2,3,4\nCora,1,1,1,9\n"
        "Delta,5,5,5,6\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [3, 4, 9, 6]


@pytest.mark.parametrize("header", ["Planned 2026 (£)", "Geplant 2026 (€)", "Prévu 2026 (€)", "Previsto 2026 (€)",
                                    "Verwacht 2026 (€)"])  # fmt: skip
def test_a_currency_and_a_year_of_which_a_header_only_says_when_surely_is_a_fee_in_each_language(header):
    roster = csv_roster(f"Client,{header}\nAcme Scaffolding,12000\nBeta Homes,45000\nCora Print,8000\n")
    assert roster.source.mapping[Field.ANNUAL_FEE].level is Level.SURE


def test_mrr_is_money_a_month():
    assert read_header("MRR").per_year == read_header("MRR est.").per_year == 12
    roster = csv_roster("Company,Seats,MRR\nAcme Dental,20,1000\nBeta Steel,40,2000\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [12_000, 24_000]


def test_fees_are_read_in_the_thousands_that_a_line_above_the_list_says_and_it_is_told():
    roster = sheet_roster(
        ["Hall engineers"],
        ["Stand 20.11.2026 – Honorare netto in T€, Stunden = Akquise"],
        [],
        ["Auftraggeber", "Branche", "Honorar", "Bemerkung"],
        ["Alpha Bau", "Bau", 84, "Rahmenvertrag"],
        ["Beta Handel", "Handel", 31.5, None],
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [84_000, 31_500]
    assert "unit-above" in codes(roster)


def test_fees_of_full_size_stay_as_they_are_under_such_a_line():
    roster = sheet_roster(
        ["All fees in £k"], [], ["Client", "Fee", "Notes"], ["Acme Ltd", 84_000, "a"], ["Beta Ltd", 31_500, "b"]
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [84_000, 31_500]


@pytest.mark.parametrize("line", ["Clients over £10k", "All clients above 10,000 a year", "3,000 clients in all"])
def test_an_amount_in_a_line_above_names_no_unit(line):
    assert unit_above([[line]]) is None


@pytest.mark.parametrize(
    "line",
    ["Fees in £k", "all figures $000", "Montants en k€", "Nov 26. Fees €k ex VAT", "£000s", "Pipeline, $k ex GST"],
)
def test_a_unit_of_thousands_is_found_in_a_line_above(line):
    found = unit_above([[""], [line]])
    assert found is not None
    assert (found.header.factor, found.row) == (1000, 2)


def test_money_of_the_year_after_one_that_was_billed_is_what_prospects_may_pay():
    roster = csv_roster(
        "Organization,Status,FY26 billed,FY27 contract,Prob.\nCedar Trust,Client,36000,38400,\n"
        "Open Kitchens,Client,24000,24000,\nHarmon Institute,Prospect,,60000,35%\nLake Council,Prospect,,15000,70%\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist()[2:] == [60_000, 15_000]


def test_bids_out_beside_what_was_invoiced_are_the_fees_of_bidders():
    roster = csv_roster(
        "Who,Status,Inv'd 25/26,Bids out,Decide by\nCastle Homes,client,63900,,\nPennant,client,18400,,\n"
        "Holm Prep,prospect,,7500,2031-03-28\nMarlpit Studios,prospect,,19500,2030-12-14\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [63_900, 18_400, 7_500, 19_500]
    assert roster.source.mapping[Field.EXPECTED_DATE].header == "Decide by"


def test_who_was_billed_and_has_gone_quiet_without_a_forecast_is_a_past_client():
    roster = csv_roster(
        "Client,Fees FY25 actual,Fees FY26 forecast,Comment\nAventra,142,165,renews\nFionn,76,90,\n"
        'Glanmire,33,36,over-runs\nSolas,12,,"study ended 2025, gone quiet"\nKestrel,,110,new\n'
    )
    assert roster.text(Field.RELATIONSHIP).tolist()[:4] == ["client", "client", "client", "past client"]


def test_what_is_expected_beside_turnover_by_year_is_the_fee_of_prospects():
    roster = csv_roster(
        "Klant;Wie;Omzet 2024;Omzet 2025;Verwacht 2026;Kans\nDe Aa;Fleur;18.400;22.750;24.000;\n"
        "Van Hees;Daan;6.200;4.900;5.000;\nZorg Oever;Daan;;;28.000;60%\nEnergie Noord;Fleur;;;65.000;20%\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist()[2:] == [28_000, 65_000]


def test_the_next_job_is_what_is_expected_and_who_paid_this_year_so_far_is_a_client():
    roster = csv_roster(
        "Client,2025 $,2026 $ to date,Light,Next job (est.),Notes\n"
        'Halvorsen,"18,400","22,150",green,24k,\nTilden,,"3,800",green,15k,\nQuill,,,yellow,6-8k,\n'
        'Larkspur,,,red,"40,000",\nPonder,"3,000",,grey,,\nKestrel,,,red,"1,500",\n\n'
        '"green = hot, yellow = warm, red = cold, grey = dropped",,,,,\n'
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "", "", "past client", ""]
    assert roster.number(Field.ANNUAL_FEE).tolist()[1:4] == [15_000, 7_000, 40_000]
    assert roster.number(Field.PROBABILITY).tolist()[2:4] == [0.25, 0.1]


def test_a_total_of_months_or_quarters_is_what_was_billed():
    text = 'Name,"Jan - Mar, 2026","Apr - Jun, 2026",Q3 2026,Total\nBell LLP,2000,3000,,5000\nCrane Ltd,,,900,900\n'
    roster = csv_roster(text)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [5000, 900]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client"]
    assert Field.ANNUAL_FEE not in csv_roster(text.replace("Apr - Jun, 2026", "Visits")).source.mapping


def test_what_was_offered_stands_beside_what_was_turned_over():
    roster = csv_roster(
        "Firma;Umsatz 2025;Umsatz 2026 (bis Okt.);Offeriert\nSpital;38'000;31'500;42'000.-\nRüegg;;;14'500.-\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [38_000, 14_500]


def test_turnover_without_tax_or_of_the_year_so_far_is_with_the_firm():
    roster = csv_roster(
        "Client;Resp.;CA N-1 (k€ HT);CA N (k€ HT, au 31/10);Devis en cours (k€)\n"
        "Nexia;LM;46;52,5;38\nSNCF;LM;;;120\nGarros;PV;21;0;\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [46_000, 120_000, 21_000]


def test_money_of_a_year_to_come_was_never_billed_whatever_is_short_beside_it():
    roster = csv_roster(
        "Ragione sociale,Fatt. '25,Fatt. '26 (al 31/10),Prev. '35,Stato,Note\nOfficine,18400,16200,20000,cliente,\n"
        "Logistica,,,34000,caldo,\nPastificio,6000,6000,6000,cliente,\nBertola,,,,segnalatore,\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "client", "referral source"]


def test_a_potential_from_0_to_5_fills_no_fee():
    rows = ["Client,Relationship,Fees p.a.,Growth potential"]
    rows += [f"Acme {n},client,{9_000 * n},{n % 6}" for n in range(1, 9)] + ["Beta,prospect,,4", "Coda,prospect,,2"]
    roster = csv_roster("\n".join(rows))
    assert np.isnan(roster.number(Field.ANNUAL_FEE)[-2:]).all()
    assert [question.code for question in roster.questions if question.field == Field.ANNUAL_FEE] == []


MONEY = '"€" #,##0'


@pytest.mark.parametrize(
    ("month", "year"), [("Per maand", "Totaal p/j"), ("Per month", "Total p.a."), ("Monatlich", "Summe / Jahr")]
)
def test_money_by_the_format_of_its_cells_needs_no_other_word_than_the_period_and_the_total_counts(month, year):
    rows = [["Client", month, "Extra", year], ["Acme", 400, 2000, 6800], ["Brook", 75, 600, 1500]]
    rows.append(["Cora", 95, 0, 1140])
    money = {(i, j): MONEY for i in (1, 2, 3) for j in (1, 2, 3)}
    roster = read_roster(formatted(rows, money), name="list.xlsx")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [6800, 1500, 1140]
    alone = [row[:2] for row in rows]
    roster = read_roster(formatted(alone, {place: MONEY for place in money if place[1] == 1}), name="list.xlsx")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [4800, 900, 1140]


def test_a_rate_beside_a_fee_fills_none_of_its_gaps():
    roster = csv_roster("Client,Visits,Rate,Fee 2026\nAcme,20,500,10000\nBrook,10,520,5200\nCora,,510,\n")
    assert roster.number(Field.ANNUAL_FEE)[:2].tolist() == [10_000, 5_200]
    assert np.isnan(roster.number(Field.ANNUAL_FEE)[2])


def test_what_was_billed_to_a_month_of_this_year_makes_a_client_of_who_is_new():
    rows = [
        ["Kunde", "Umsatz 2025", "Plan 2026", "Ist 10/2026"], ["Acme", 9000, 9500, 8000], ["Brook", 4000, 4000, 3100],
        ["Cora", None, 8000, 8900], ["Dell", None, None, None],
    ]  # fmt: skip
    money = {(i, j): MONEY for i in range(1, 5) for j in (1, 2, 3)}
    roster = read_roster(formatted(rows, money), name="list.xlsx", sheet="Clients")
    assert roster.text(Field.RELATIONSHIP).tolist()[:3] == ["client"] * 3


def test_a_total_to_date_fills_the_gaps_of_a_retainer_and_who_paid_it_is_a_client():
    rows = [
        ["Client", "£ pcm", "Ad hoc YTD", "Total YTD", "Owner"], ["Acme", 850, 3200, 12_550, "Jo"],
        ["Brook", 450, 0, 4950, "Jo"], ["Cora", None, 4100, 4100, "Mel"], ["Dell", 200, 0, 2200, "Mel"],
    ]  # fmt: skip
    roster = read_roster(formatted(rows, {(i, j): '"£"#,##0' for i in range(1, 5) for j in (1, 2, 3)}), name="l.xlsx")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [10_200, 5_400, 4_100, 2_400]
    assert roster.text(Field.RELATIONSHIP).tolist()[2] == "client"


def test_what_an_open_opportunity_would_bring_stands_beside_what_a_client_was_billed():
    roster = csv_roster(
        "Company,Type,2026 Billings,Opp Amount\nAcme,Client,38500,15000\nBrook,Client,64000,\nCora,Prospect,,32000\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [38_500, 64_000, 32_000]


def test_of_whether_a_tender_goes_ahead_and_whether_it_is_won_the_second_is_the_chance():
    roster = csv_roster("Client,Est Fee,P(go),P(get)\nAcme,9000,90%,35%\nBrook,4000,100%,60%\nCora,700,80%,50%\n")
    assert roster.number(Field.PROBABILITY).tolist() == [0.35, 0.6, 0.5]
