"""Lists in blocks whose titles stand in their headers, over the names: `RETAINED`, `ONE-OFFS 2026`, `TARGETS`."""

from planner.fields import Field
from planner.parsing.standing.titles import status_of_title
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.detection.test_first_lists import TODAY, relationships
from tests.readers.make import sheet_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)
RETAINED = [
    ("Corrib Foods", "Aoife", "€1,500 pm", 2019, "annual review in January"),
    ("Lakeland Union", "Aoife", "€900 pm", 2021, "chair is also on the board of three others"),
    ("Shannon Parts", "Declan", "€2,250 pm", 2023, "wants the new system rolled out"),
]
ONE_OFF = [
    ("Burren Hotels", "Aoife", "€8,400", "Mar", "done and paid"),
    ("Dunmore Plastics", "Declan", "€3,000", "June", "may want a retainer"),
]
TARGETS = [
    ("Atlantic Wind", "Aoife", "€2,000 pm", "Q1", "proposal sent"),
    ("Mulcahy Motors", "Declan", "€5k", "tender May", "not in a rush"),
    ("Tara Group", "Aoife", "€1,200 pm", "", "met at a fair"),
]


def test_blocks_with_headers_of_their_own_are_all_read_each_under_its_title():
    roster = sheet_roster(
        ("RETAINED", "Lead", "Value", "Since", "Remarks"), *RETAINED, (),
        ("ONE-OFFS 2026", "Lead", "Value", "When", "Remarks"), *ONE_OFF, (),
        ("TARGETS", "Lead", "Value", "When", "Remarks"), *TARGETS, settings=FIXED,
    )  # fmt: skip
    assert not [question for question in roster.questions if question.field == Field.ACCOUNT]
    kinds = relationships(roster)
    assert {kinds[name] for name, *_ in (*RETAINED, *ONE_OFF)} == {"client"}
    assert {kinds[name] for name, *_ in TARGETS} == {"prospect"}  # whatever they would pay a month
    fees = dict(zip(roster.names.tolist(), roster.number(Field.ANNUAL_FEE).tolist(), strict=True))
    assert (fees["Corrib Foods"], fees["Atlantic Wind"]) == (18_000, 24_000)
    dates = dict(zip(roster.names.tolist(), roster.date(Field.EXPECTED_DATE).astype(str).tolist(), strict=True))
    assert dates["Mulcahy Motors"] == "2027-05-31"


def test_blocks_under_the_same_header_are_one_list_with_the_titles_of_their_headers():
    header = ("Lead", "Value", "When", "Remarks")
    retained = [(name, owner, fee, "", remark) for name, owner, fee, _, remark in RETAINED]
    roster = sheet_roster(
        ("RETAINED", *header), *retained, (), ("TARGETS", *header), *TARGETS, settings=FIXED
    )  # fmt: skip
    assert list(relationships(roster).values()) == ["client"] * 3 + ["prospect"] * 3
    assert [row.why for row in roster.skipped] == ["is a title of the rows under it"]


def test_a_header_over_names_of_every_kind_is_no_title():
    rows = [("Brandt GmbH", "HK", "Handel"), ("Nordbrise AG", "MS", "Energie"), ("Aarhold KG", "HK", "Handel")]
    for header in ("Kontakt", "Clientes", "Lead Name", "Customer"):
        roster = workbook_roster({"Tabelle1": [(header, "Betreuer", "Branche"), *rows]}, settings=FIXED)
        assert set(roster.text(Field.RELATIONSHIP).tolist()) == {""}, header
    roster = workbook_roster({"Tabelle1": [("Zielkunden", "Betreuer", "Branche"), *rows]}, settings=FIXED)
    assert set(roster.text(Field.RELATIONSHIP).tolist()) == {Relationship.PROSPECT}


def test_a_title_with_further_words_means_what_its_first_part_means():
    said = {
        "prospect": ("QUOTED - waiting to hear", "QUOTED - WAITING (fee = our quote)", "Estimates sent - chase",
                     "AWAITING DECISION", "BIDS IN", "OUT FOR DECISION", "Proposals with clients", "No word yet",
                     "Angebote verschickt - nachfassen", "En attente de réponse", "Presupuestos enviados (2026)",
                     "Offertes uit", "In attesa di risposta", "Aguarda resposta"),
        "client": ("Clients - waiting for papers", "RETAINED (fee = a year)"),
        None: ("Councils - North", "Invoices sent - awaiting payment", "Awaiting instructions", "Quotes accepted",
               "Open Bid Group", "Decision Tree Ltd", "Leeds (London = HQ)"),
    }  # fmt: skip
    for kind, titles in said.items():
        assert {title: status_of_title(title).relationship for title in titles} == dict.fromkeys(titles, kind)


def test_a_title_that_nobody_knows_closes_the_section_above_it():
    for title in ("QUOTED - waiting to hear", "WITH BOARD (fee = our guess)", "OAKS"):
        roster = sheet_roster(
            ("Client", "Owner", "Fees", "Remarks"), ("TERM CLIENTS",), ("Corrib Foods", "TB", 41_200, ""),
            ("Shannon Parts", "AN", 12_200, "yearly survey"), (title,), ("Atlantic Wind", "TB", 64_000, "60% I'd say"),
            ("LAPSED",), ("Burren Hotels", "AN", "", ""), settings=FIXED,
        )  # fmt: skip
        over = dict(zip(roster.names.tolist(), map(roster.titles.get, range(roster.size)), strict=True))
        assert over == {
            "Corrib Foods": "TERM CLIENTS", "Shannon Parts": "TERM CLIENTS", "Atlantic Wind": title,
            "Burren Hotels": "LAPSED",
        }  # fmt: skip
        assert relationships(roster)["Burren Hotels"] == "past client"
