"""What stands beside names and figures: kinds in brackets, starts of work, numbers of stages, `nil` and `never`."""

import datetime as dt

import numpy as np
import pytest

from planner.detection.rows.lone_rows import is_known_title
from planner.fields import Field
from planner.parsing.money.fee_remarks import fee_in_remark, says_free
from planner.parsing.remarks.progress_in_remarks import chance_of_progress
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.kind_behind_name import kind_behind
from planner.parsing.standing.relationships import remarked_relationship
from planner.parsing.standing.stages import chance_of_stage
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import workbook_roster

FIXED = Settings(plan_start=TODAY)


def test_kinds_in_brackets_behind_names_are_what_their_accounts_are():
    rows = [
        ["Client", "Fee"],
        ["Axton Group (prospect)", 31_000],
        ["Rao Property", 9_500],
        ["Lamb & Sons (ended)", 18_000],
        ["Fry Brewing (lead)", None],
        ["Cruz Dental - former client", 4_000],
        ["Gill Ltd", 12_000],
        ["Hart & Co (London)", 5_000],
    ]
    roster = workbook_roster({"Clients": rows}, settings=FIXED)
    assert relationships(roster) == {
        "Axton Group": "prospect",
        "Rao Property": "client",
        "Lamb & Sons": "past client",
        "Fry Brewing": "prospect",
        "Cruz Dental": "past client",
        "Gill Ltd": "client",
        "Hart & Co (London)": "client",
    }


@pytest.mark.parametrize("text", ["Raj (clients)", "Ann Bell (partner)", "Prospects (warm)", "Acme (new)", "Acme (UK)"])
def test_other_words_in_brackets_say_nothing_of_one_account(text):
    assert kind_behind(text) is None


def test_a_name_with_its_kind_is_no_title_and_one_with_several_is():
    assert not is_known_title("Fry Brewing (lead)")
    assert is_known_title("Prospects (warm)")


@pytest.mark.parametrize("header", ["Start date", "Started", "Beginn"])
def test_days_of_a_start_most_of_which_are_past_are_expected_no_more(header):
    days = [dt.date(2025, 3, 1), dt.date(2024, 1, 8), dt.date(2023, 2, 1), dt.date(2027, 2, 1), dt.date(2026, 5, 1)]
    rows = [
        ["Client", header, "Fee pa"],
        *([f"{name} Ltd", day, 9_000] for name, day in zip("ABCDE", days, strict=True)),
    ]
    assert Field.EXPECTED_DATE not in workbook_roster({"Clients": rows}, settings=FIXED).columns


def test_numbers_of_the_stages_of_work_leave_the_sale_to_the_status_and_invoices_tell_who_hired():
    rows = [
        ["Job no", "Client", "Job", "Stage", "Fee agreed", "Invoiced to date", "Status"],
        [2411, "Hartwell Estates", "Barn conversion", "4", 38_500, 30_000, "live"],
        [2507, "Mr & Mrs Pell", "Loft", "3", 9_500, 4_200, "planning refused - appeal?"],
        [2601, "Brook Developments", "Phase 2", "1", 110_000, 0, "fee proposal sent 3 Nov"],
        [2604, "Dr Varma", "New house", "1", 57_000, 0, "verbal go ahead, waiting for appointment"],
        [2398, "Oakley Farm Shop", "Café", "7", 22_000, 22_000, "complete"],
        [2606, "Longacre School", "Sports hall", "-", 180_000, 0, "competitive interview 10 Dec"],
    ]
    roster = workbook_roster({"Jobs": rows}, settings=FIXED)
    deals = roster.deals
    assert deals is not None
    assert dict(zip(roster.names, [deals.state[list(deals.account).index(i)] for i in range(6)], strict=True)) == {
        "Hartwell Estates": "won",
        "Mr & Mrs Pell": "won",
        "Brook Developments": "open",
        "Dr Varma": "open",
        "Oakley Farm Shop": "won",
        "Longacre School": "open",
    }
    assert deals.stage.tolist()[2:4] == ["fee proposal sent 3 Nov", "verbal go ahead, waiting for appointment"]
    assert chance_of_stage("verbal go ahead, waiting for appointment") == 0.8


def test_money_of_several_years_is_no_fee_of_one():
    rows = [
        ["Client", "Billed since 2023", "Comment"],
        ["Axton Group", 310_000, ""],
        ["Rao Property", 95_000, ""],
        ["Fry Brewing", "nil", "cold"],
        ["Cruz Dental", 4_000, "one off"],
    ]
    roster = workbook_roster({"Relationships": rows}, settings=FIXED)
    years = (TODAY - dt.date(2023, 1, 1)).days / 365.25
    assert fees(roster)["Axton Group"] == round(310_000 / years)
    assert relationships(roster)["Fry Brewing"] == "prospect"
    assert [issue.code for issue in roster.issues if "several years" in issue.message] == ["fee-of-years"]


@pytest.mark.parametrize("header", ["Lifetime value", "All-time revenue", "Lifetime fees"])
def test_money_of_nobody_knows_how_many_years_makes_clients_and_no_fee(header):
    rows = [["Client", header], ["Axton Group", 310_000], ["Rao Property", 95_000], ["Lamb & Sons", 18_000]]
    roster = workbook_roster({"2026": rows}, settings=FIXED)
    assert set(relationships(roster).values()) == {"client"}
    assert np.isnan(roster.number(Field.ANNUAL_FEE)).all()
    assert "fee-of-years" in {issue.code for issue in roster.issues}


def test_what_clients_have_paid_every_year_since_is_their_fee():
    rows = [["Client", "Fee since 2024"], ["Axton Group", 31_000], ["Rao Property", 9_500], ["Lamb & Sons", 18_000]]
    assert fees(workbook_roster({"Clients": rows}, settings=FIXED))["Axton Group"] == 31_000


def test_never_is_no_day_and_nothing_to_warn_of():
    rows = [
        ["Client", "Last met"],
        ["Axton Group", dt.date(2026, 5, 3)],
        ["Rao Property", "never"],
        ["Lamb & Sons", dt.date(2026, 2, 9)],
    ]
    roster = workbook_roster({"Clients": rows}, settings=FIXED)
    assert np.isnat(roster.date(Field.LAST_CONTACT)).tolist() == [False, True, False]
    assert not [issue for issue in roster.issues if "never" in issue.message]


def test_a_lapsed_client_may_come_back_and_a_study_that_is_sent_teaches_nothing():
    assert remarked_relationship("Lapsed, CEO keen to restart") == "past client"
    assert not read_remark("Send case study", TODAY)
    assert [clue.family for clue in read_remark("would make a good case study", TODAY)] == ["new to us"]


def test_terms_that_are_signed_are_as_good_as_won():
    assert chance_of_progress("First job on, terms signed last week") == 0.8


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("we do their governance free", True),
        ("Doing it pro bono", True),
        ("free - community", True),
        ("they do a lot of free events", False),
    ],
)
def test_who_says_that_work_is_done_for_nothing(text, free):
    assert says_free(text) is free


def test_what_goes_on_is_no_day_and_what_went_quiet_is_none_either():
    rows = [
        ["Who", "What", "How much", "When"],
        ["Parish of St Mary", "roof survey", "£2,400", "Jan"],
        ["Oldham Mills", "dilaps", "£18k", "ongoing"],
        ["Tesco Rochdale", "fit out PM", "£75-90k", "Q2 27"],
        ["J Whitworth", "extension", "£3k", "went quiet"],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert relationships(roster)["Oldham Mills"] == "client"
    assert fees(roster)["Tesco Rochdale"] == 82_500
    assert np.isnat(roster.date(Field.EXPECTED_DATE)).tolist() == [False, True, False, True]
    assert not [issue for issue in roster.issues if "ongoing" in issue.message or "went quiet” in" in issue.message]


def test_short_words_for_relationships():
    rows = [
        ["Acct", "Rel", "ARR"],
        ["Atlas Freight", "Cust", 120_000],
        ["Cobalt Mining", "Pros", None],
        ["Echo Retail", "Churned", None],
        ["Granite Ins", "Ptnr", None],
    ]
    roster = workbook_roster({"Accounts": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == ["client", "prospect", "past client", "referral source"]


def test_who_was_not_yet_contacted_is_a_prospect():
    rows = [
        ["Name", "Status", "Value"],
        ["Alder Clinics", "🟢 Active client", "£36k"],
        ["Elder Foods", "⚪ Not started", None],
        ["Gorse Energy", "Not contacted yet", None],
    ]
    assert list(relationships(workbook_roster({"Export": rows}, settings=FIXED)).values()) == [
        "client",
        "prospect",
        "prospect",
    ]


def test_sheets_of_partners_beside_one_of_referrers_say_whose_accounts_are():
    sheets = {
        "SK": [["Client", "Billed FY26"], ["Adair Homes", 86_000], ["Boyd Pharmacy Group", 22_500]],
        "MM": [["Client", "Billed FY26"], ["Fraser Family", 31_000], ["Glen Hospice", 900]],
        "Referrers": [["Name", "Firm"], ["Ailsa Kerr", "Kerr Accountants"], ["Ross Tait", "Bank of Scotland"]],
    }
    roster = workbook_roster(sheets, settings=FIXED)
    assert dict(zip(roster.names, roster.text(Field.OWNER), strict=True)) == {
        "Adair Homes": "SK",
        "Boyd Pharmacy Group": "SK",
        "Fraser Family": "MM",
        "Glen Hospice": "MM",
        "Kerr Accountants": "",
        "Bank of Scotland": "",
    }


def test_a_header_of_money_a_month_holds_it_whatever_words_stand_among_the_figures():
    rows = [
        ["client", "£/m", "who", "vibe"],
        ["juniper", 2_000, "me", "love them, easy"],
        ["ketch studio", 1_500, "sam", "pays late"],
        ["larch", "pitching", "me", "big if we get it"],
        ["mossco", "was 900", "sam", "stopped in aug, on good terms"],
        ["nettle fest", "free", "me", "good for profile"],
        ["olive+thyme", "1200 from jan", "sam", "signed!"],
    ]
    roster = workbook_roster({"list": rows}, settings=FIXED)
    assert fees(roster)["juniper"] == 24_000
    assert fees(roster)["olive+thyme"] == 14_400
    assert relationships(roster)["mossco"] == "past client"


def test_stages_with_a_chance_are_no_work_under_way_nor_are_those_under_new():
    rows = [
        ["Account", "Opp", "Fee est.", "Prob.", "Close", "Status / next"],
        ["Existing", None, None, None, None, None],
        ["Hallam Rail", "Phase 3", "£120k", "80%", "Jan-27", "SOW with client"],
        ["Hallam Rail", "Training", "£15k", "50%", "Mar-27", "scoping"],
        ["Orion Pensions", "Trustee review", "£60k", "90%", "Dec-26", "verbal yes, PO awaited"],
        ["New", None, None, None, None, None],
        ["Penrose Group", "Op model", "£200k", "20%", "Q2", "RFP expected Feb"],
        ["Quill Press", "Strategy", "£35k", "40%", "Feb-27", "2nd meeting 8 Dec"],
        ["Regis Homes", "M&A support", "£90k", None, "tbc", "intro by Orion"],
    ]
    roster = workbook_roster({"Pipeline": rows}, settings=FIXED)
    assert roster.deals is not None
    assert set(roster.deals.state) == {"open"}
    assert relationships(roster)["Regis Homes"] == "prospect"


def test_persons_of_one_company_who_say_the_same_fee_are_one_account():
    rows = [
        ["First", "Last", "Company", "Email", "Relationship", "Value"],
        ["Ann", "Moss", "Moss Legal", "ann@mosslegal.com", "Client", "$48,000"],
        ["Cat", "Pym", "Pym Labs", "cat@pymlabs.io", "Prospect", "$30,000"],
        ["Fay", "Noor", "Noor Foods", "fay@noor.co", "Former client", "$18,000"],
        ["Gus", "Hale", "Moss Legal", "gus@mosslegal.com", "Client", "$48,000"],
    ]
    roster = workbook_roster({"Contacts": rows}, settings=FIXED)
    assert fees(roster) == {"Moss Legal": 48_000, "Pym Labs": 30_000, "Noor Foods": 18_000}


@pytest.mark.parametrize(
    ("text", "kind"),
    [("left June - price", "past client"), ("stopped in aug", "past client"), ("left a message", None)],
)
def test_who_left_in_a_month_is_a_client_no_more(text, kind):
    assert remarked_relationship(text) == kind


@pytest.mark.parametrize("total", ["FY tot", "Total", "FY total"])
def test_quarters_with_a_total_are_no_fee_of_a_year(total):
    rows = [
        ["Client", "Q1", "Q2", "Q3 fcst", "Q4 fcst", total, "Last FY", "Comment"],
        ["Ashby plc", 22_000, 18_500, 20_000, 20_000, 80_500, 91_000, "scope cut"],
        ["Blyth Ltd", 0, 4_000, 6_000, 6_000, 16_000, 0, "new Aug"],
        ["Crewe Council", 12_000, 12_000, 12_000, 0, 36_000, 48_000, ""],
        ["Pipeline", None, None, None, None, None, None, None],
        ["Ely College", None, None, 8_000, 12_000, 20_000, None, "50%"],
    ]
    assert fees(workbook_roster({"FY26-27": rows}, settings=FIXED)) == {
        "Ashby plc": 80_500,
        "Blyth Ltd": 16_000,
        "Crewe Council": 36_000,
        "Ely College": 20_000,
    }


def test_the_price_of_each_of_some_hours_is_no_fee_a_year():
    assert fee_in_remark("ca. 10 h/Monat à 95 €", only=True) is None
    assert fee_in_remark("maybe 120k", only=False) == 120_000


def test_who_is_to_act_owns_and_nothing_yet_is_a_prospect():
    rows = [
        ["Who", "Relationship to us", "Value/yr", "Action", "By whom"],
        ["Ives Partners", "client since 2018", "£95k", "Partner dinner", "HB"],
        ["Kent Ports", "used to be client", "£30k", "coffee with new MD", "LW"],
        ["Lowther Hotels", "prospect", "£45k", "get on list", "LW"],
        ["Nairn Trust", "none yet", "£6k", "send CV", "LW"],
    ]
    roster = workbook_roster({"Actions": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == ["client", "past client", "prospect", "prospect"]
    assert roster.text(Field.OWNER).tolist() == ["HB", "LW", "LW", "LW"]


def test_may_is_no_word_for_never():
    rows = [["Kunde", "Letzter Kontakt"], ["Abel GmbH", "Mai"], ["Bock KG", "nie"], ["Cramer", "03.02.2026"]]
    roster = workbook_roster({"Kunden": rows}, settings=FIXED)
    assert np.isnat(roster.date(Field.LAST_CONTACT)).tolist() == [False, True, False]
