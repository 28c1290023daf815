"""Boards of cards, as Trello, Asana and Planner export them: cards called after client and work, lists as stages."""

from planner.fields import Field
from planner.vocabulary import Grain
from tests.readers.make import codes, csv_roster

HEAD = "Card ID,Card Name,Card URL,Members,Due Date,List Name,Archived,Budget\n"
CARDS = """1,Brook Mill – labels,https://board.example/c/1,Ann,,En cours,false,8500
2,Brook Mill – web site,https://board.example/c/2,Ann,2031-01-20,Offre envoyée,false,14000
3,Hanover Council – signs,https://board.example/c/3,Raj,2031-02-15,Négociation,false,32000
4,Easter Box,https://board.example/c/4,Ann,2031-03-01,Offre envoyée,false,9800
5,Wright Garage – flyers,https://board.example/c/5,Ann,,Livré / facturé,false,650
6,Collard Wines – catalogue,https://board.example/c/6,Ann,,Perdu,false,5000
7,Hoyoux Print,https://board.example/c/7,Raj,,Réseau / prescripteurs,false,
8,Template – do not use,https://board.example/c/8,,,Modèles,true,
"""


def test_cards_are_deals_of_the_clients_that_they_are_called_after_and_it_is_told():
    roster = csv_roster(HEAD + CARDS)
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist() == [
        "Brook Mill", "Hanover Council", "Easter Box", "Wright Garage", "Collard Wines", "Hoyoux Print",
    ]  # fmt: skip
    assert roster.deals is not None
    assert roster.deals.name.tolist()[:2] == ["Brook Mill – labels", "Brook Mill – web site"]
    assert {"client-in-deal", "archived-rows"} <= set(codes(roster))


def test_lists_of_a_board_are_stages_and_one_of_the_network_holds_who_refers():
    roster = csv_roster(HEAD + CARDS)
    assert roster.source.mapping[Field.STAGE].header == "List Name"
    assert roster.source.mapping[Field.OWNER].header == "Members"
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert {name for name, kind in kinds.items() if kind == "client"} == {"Brook Mill", "Wright Garage"}
    assert kinds["Hoyoux Print"] == "referral source"


def test_deals_that_are_not_called_after_client_and_work_keep_their_names():
    text = HEAD + CARDS.replace(" – labels", "").replace(" – signs", "").replace(" – flyers", "")
    assert "Brook Mill – web site" in csv_roster(text).names.tolist()


def test_archived_rows_stay_where_all_of_them_are():
    roster = csv_roster("Client,Fee,Archived\nAcme,1000,true\nBrook,2000,true\n")
    assert roster.names.tolist() == ["Acme", "Brook"]


def test_a_list_of_a_board_is_a_stage_under_its_short_header_too():
    roster = csv_roster((HEAD + CARDS).replace("List Name", "List"))
    assert roster.deals is not None
    assert roster.deals.stage.tolist()[:2] == ["En cours", "Offre envoyée"]


def test_parts_of_an_item_of_a_board_are_no_accounts():
    head = "Name,Subitems,Person,Status,Fee p.a.\n"
    roster = csv_roster(
        f'{head}Acme,"Survey, Report",Ann,Working on it,9000\nSubitems,Name,Owner,Status,Date\n'
        ",Survey,Ann,Done,2026-10-02\n,Report,Cy,Working on it,2026-12-11\nBrook,,Cy,Working on it,4000\n"
    )
    assert roster.names.tolist() == ["Acme", "Brook"]
    assert codes(roster).count("part-row") == 3
