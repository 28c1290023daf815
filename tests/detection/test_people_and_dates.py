"""Columns of the firm's own people under headers that name a role, and text dates that are no telephones."""

import pytest

from planner.fields import Field
from planner.vocabulary import Level
from tests.readers.make import codes, csv_roster

PEOPLE = ("Dana", "Luis", "Sam")


def rows(header: str, cells: list[str]) -> str:
    lines = [f"Firm number {'ABCDEFGHIJKL'[i]},Retail,{cell},{1000 * (i + 1)}" for i, cell in enumerate(cells)]
    return f"Client,Sector,{header},Fee\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("header", ["vCIO", "CFO", "Chargé", "Physio", "Trainer"])
def test_a_few_persons_who_stand_again_and_again_in_a_role_are_the_owners(header):
    roster = csv_roster(rows(header, [PEOPLE[i % 3] for i in range(10)]))
    assert roster.source.mapping[Field.OWNER].header == header


def test_persons_who_are_all_others_are_no_owners():
    names = ["Ada Lee", "Bo Ray", "Cy Fox", "Di Orr", "Ed Poe", "Flo Kay", "Gus May", "Hal Roe", "Ida Nye", "Jan Ash"]
    assert Field.OWNER not in csv_roster(rows("CFO", names)).source.mapping


def test_a_column_of_written_dates_is_no_column_of_telephones():
    roster = csv_roster(
        "Client,Fee,Close\nAcme Ltd,1000,12/18/2026\nBeta Ltd,2000,2/15/2027\nCora Ltd,3000,Q2 2027\n"
        "Delta Ltd,4000,4/30/2027\nEcho Ltd,5000,12/7/2026\n"
    )
    assert roster.source.mapping[Field.EXPECTED_DATE].header == "Close"


def test_a_column_of_names_taken_for_something_lesser_is_the_account_where_nothing_else_is():
    roster = csv_roster(
        "Sponsor,Area,Fee,Comment\nAventra Biologics,Oncology,1000,yes\nCellmark Diagnostics,Devices,2000,no\n"
        "Fionn Therapeutics,Neurology,3000,\nGlanmire Medtech,Devices,4000,\n"
    )
    assert roster.names.tolist()[0] == "Aventra Biologics"
    assert any(issue.code == "account-guessed" for issue in roster.issues)


def test_area_is_a_field_of_work_unless_it_holds_places():
    fields = rows("Area", ["Oncology", "Devices", "Vaccines", "Generics"] * 2).replace("Sector", "Contact")
    places = rows("Area", ["North West", "Midlands", "Kent", "Wales"] * 2).replace("Sector", "Contact")
    assert csv_roster(fields).source.mapping[Field.INDUSTRY].header == "Area"
    assert csv_roster(places).source.mapping[Field.REGION].header == "Area"


def test_a_column_of_engagements_that_tells_clients_from_prospects_names_no_deals():
    roster = csv_roster(
        "Organization,Engagement,Billed\nCedar Trust,Retainer,36000\nOpen Kitchens,Retainer,24000\n"
        "Harmon Institute,Proposal,\nLake Council,Talking,\nGrace Shelter,Ended,14000\nVets Alliance,Pro bono,0\n"
        "Ellen Voss,Referral source,\n"
    )
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert (kinds["Lake Council"], kinds["Grace Shelter"]) == ("prospect", "past client")
    assert any("pro bono" in clue.quote.lower() for clue in roster.remarks)


def test_days_to_come_under_a_word_that_says_little_are_when_it_is_due_in_the_order_that_they_show():
    roster = csv_roster(
        "Firm,Who,Stage,Next step,By\nVance LLP,Dee,proposal,send rate card,12/04/30\n"
        "Pike & Amaro,Sol,verbal,sign agreement,12/01/30\nWest Group,Sol,talking,demo,1/20/31\n"
        "Lake Pool,Dee,talking,lunch,2/11/31\n"
    )
    assert roster.source.mapping[Field.EXPECTED_DATE].header == "By"
    assert roster.date(Field.EXPECTED_DATE).astype(str).tolist()[0] == "2030-12-04"


@pytest.mark.parametrize("header", ["Técnico", "Begleitung durch", "Suivie avec"])
def test_first_names_that_stand_again_and_again_are_the_owners_whatever_their_header(header):
    roster = csv_roster(rows(header, [("Nuria", "Óscar", "Jörg")[i % 3] for i in range(9)]))
    assert roster.source.mapping[Field.OWNER].header == header
    assert roster.source.mapping[Field.OWNER].level is Level.LIKELY


WHOSE = ["Whose", "Whose client?", "Wessen", "À qui", "De quién", "Van wie", "Di chi"]


@pytest.mark.parametrize("header", WHOSE)
def test_a_header_that_asks_whose_an_account_is_is_that_of_the_owners(header):
    roster = csv_roster(rows(header, [("Hattie", "Paul", "Seun")[i % 3] for i in range(9)]))
    assert roster.source.mapping[Field.OWNER].header == header


def test_what_belongs_to_departments_is_asked_about():
    departments = [("HR", "Learning", "Operations")[i % 3] for i in range(9)]
    roster = csv_roster(rows("Whose", departments))
    assert "owner:Whose" in {question.code for question in roster.questions}
    for header in ("Whose budget", "Whose referral"):
        assert Field.OWNER not in csv_roster(rows(header, departments)).source.mapping


def test_words_that_stand_again_and_again_and_are_no_first_names_are_no_owners():
    roster = csv_roster(rows("Técnico", [("Gold", "Silver", "Bronze")[i % 3] for i in range(9)]))
    assert Field.OWNER not in roster.source.mapping


def test_crosses_under_the_names_of_the_firms_people_are_the_owners():
    roster = csv_roster(
        "Client,Sector,Aoife,Ciarán,Fee\nAcme,steel,x,,9000\nBrook,law,,x,4000\nCora,food,x,X,7000\nDell,care,,,100\n"
    )
    assert roster.text(Field.OWNER).tolist() == ["Aoife", "Ciarán", "Aoife; Ciarán", ""]
    assert "owners-ticked" in codes(roster)
    services = csv_roster("Client,Audit,Payroll,Fee\nAcme,x,,9000\nBrook,,x,4000\nCora,x,x,7000\n")
    assert Field.OWNER not in services.columns


FIRMS = ("Lomax Ridley Architects", "Studio Penn", "Hartnell Vose Ltd", "Ove & Tarrant")
FIRMAS = ("Estudio Vela", "Ruiz y Asociados", "Taller Norte SL", "Bureau Sanz")


@pytest.mark.parametrize("firms", [FIRMS, FIRMAS])
@pytest.mark.parametrize("header", ["Architect", "Arquitecto", "Main contractor", "Steuerberater", "Avocat"])
def test_other_firms_beside_the_accounts_own_none_of_them(header, firms):
    assert Field.OWNER not in csv_roster(rows(header, [firms[i % 4] for i in range(10)])).source.mapping


@pytest.mark.parametrize("header", ["Partner", "Responsable", "Owner", "Berater"])
def test_other_firms_under_a_header_of_owners_are_asked_about(header):
    roster = csv_roster(rows(header, [FIRMS[i % 4] for i in range(10)]))
    assert Field.OWNER not in roster.source.mapping
    assert [one.header for one in roster.questions if one.field is Field.OWNER] == [header]


@pytest.mark.parametrize("header", ["Solicitor", "Architekt", "Notaire", "Abogado"])
def test_names_under_a_trade_that_are_not_surely_our_own_people_are_asked_about(header):
    firms = ["Savills", "Knight Frank", "Carter Jonas", "Bidwells"]
    roster = csv_roster(rows(header, [firms[i % 4] for i in range(10)]))
    assert [one.header for one in roster.questions if one.field is Field.OWNER] == [header]
    assert csv_roster(rows(header, [PEOPLE[i % 3] for i in range(10)])).source.mapping[Field.OWNER].header == header


@pytest.mark.parametrize("header", ["Coach", "Mentor", "Writer", "Formateur", "Entrenadora", "Begleiter"])
def test_names_that_stand_again_beside_other_companies_are_the_firms_own_whoever_they_could_be(header):
    roster = csv_roster(
        f"Company,{header},Fee\nPallava Motors,Vikram,24000\nKaveri Bank,Leena,18000\nRotor,Vikram,9000\n"
    )
    assert roster.source.mapping[Field.OWNER].header == header
    assert Field.CHAMPION not in roster.source.mapping


@pytest.mark.parametrize("header", ["Coach", "Champion", "Sponsor"])
def test_a_champion_of_each_company_is_one(header):
    names = ["Ada Lee", "Bo Ray", "Cy Fox", "Di Orr", "Ed Poe", "Flo Kay"]
    assert csv_roster(rows(header, names)).source.mapping[Field.CHAMPION].header == header


def test_a_coach_who_stands_again_is_no_champion_beside_an_owner_either():
    text = "Company,Coach,Owner,Fee\nPallava,Vikram,Ann,24000\nKaveri,Leena,Bob,18000\nRotor,Vikram,Ann,9000\n"
    mapping = csv_roster(text).source.mapping
    assert mapping[Field.OWNER].header == "Owner"
    assert Field.CHAMPION not in mapping


@pytest.mark.parametrize("header", ["Sponsor's trade", "Sponsor trade", "Owner's sector", "Branche du sponsor"])
def test_the_noun_of_a_header_says_more_than_whose_it_is(header):
    trades = ["Engineering", "Banking", "Engineering", "Food", "Insurance", "Energy"]
    lines = [f"Firm number {'ABCDEF'[i]},{trade},{1000 * (i + 1)}" for i, trade in enumerate(trades)]
    mapping = csv_roster(f"Client,{header},Fee\n" + "\n".join(lines) + "\n").source.mapping
    assert mapping[Field.INDUSTRY].header == header
    assert not {Field.CHAMPION, Field.OWNER} & mapping.keys()


def test_persons_under_such_a_header_are_persons():
    names = ["Anil Rao", "Leena Das", "Tom Price", "Ian Hay", "Sue Bell", "Bob Orr"]
    assert csv_roster(rows("Trade sponsor", names)).source.mapping[Field.CHAMPION].header == "Trade sponsor"


@pytest.mark.parametrize(
    ("headers", "remark"),
    [
        ("Name,Company,Phone,Notes", "refers clients to us"),
        ("Contact,Company,Email,Notes", "former client"),
        ("Ansprechpartner,Firma,Telefon,Notizen", "empfiehlt uns weiter"),
    ],
)
def test_a_person_without_a_company_is_an_account_where_a_remark_says_what_they_are_to_us(headers, remark):
    known = "Ann Kern,Pallava Motors,1,client\nRohit Bhide,Deccan Rotor,2,client\nEd Poe,Kaveri Bank,5,\n"
    rows = f"{known}Peter D'Mello,,3,{remark}\n"
    roster = csv_roster(f"{headers}\n{rows}Tara Menon,,4,day to day contact\nTotal,,,\n")
    assert roster.names.tolist() == ["Pallava Motors", "Deccan Rotor", "Kaveri Bank", "Peter D'Mello"]
    assert "person-for-company" in {issue.code for issue in roster.issues}


def test_sentences_among_the_sources_are_remarks_too():
    roster = csv_roster(
        "Company,Fee,Lead source\nAda Bio,4000,Recommended by an existing client\nBo Pay,1500,website\n"
        "Cy Wind,3500,Ada Bio\nDi Coins,5000,said no - we do not write for coins\n"
        "Ed Robotics,1800,website form; proposal sent 20/11\nFlo Ltd,900,Referral from client\n"
    )
    assert roster.texts is not None
    assert dict(zip(roster.texts.cell.tolist(), roster.texts.text.tolist(), strict=True)) == {
        "C5": "said no - we do not write for coins", "C6": "website form; proposal sent 20/11",
    }  # fmt: skip
    assert roster.text(Field.LEAD_SOURCE).tolist()[2] == "Ada Bio"
