"""Remarks on bids of ours that were lost, and on those with whom one has only begun to talk."""

from planner.fields import Field
from planner.parsing.dates.not_before import says_to_wait
from planner.parsing.history.lost_bids import lost_bid
from planner.parsing.remarks.remark_families import ENDED
from planner.parsing.remarks.remarks import Said, said_in
from tests.readers.make import sheet_roster


def test_a_bid_that_was_lost_is_over_unless_they_hired_us_since():
    lost = (
        "lost the tender to a bigger firm, Sept 2026", "Sadly lost our bid", "tender lost 2025",
        "our bid was unsuccessful", "came a close second", "didn't win it", "beaten on price",
        "Pitch went to a cheaper agency",
        "Ausschreibung leider verloren", "perdu l'appel d'offres", "licitación perdida", "aanbesteding verloren",
        "gara persa", "concurso perdido",
    )  # fmt: skip
    kept = (
        "We lost the pitch but they came back", "lost their FD", "they lost the tender for the bypass", "lost touch",
        "lost their biggest contract", "lost the pitch in 2023, then won the next", "if we lost the bid we'd be sad",
        "proposal rejected our first draft", "not selected yet", "quote went to the board",
    )  # fmt: skip
    assert [text for text in lost if not lost_bid(text)] == []
    assert [text for text in kept if lost_bid(text)] == []
    assert all(Said(ENDED, False) in said_in(text) for text in lost)


def test_who_pays_nothing_and_is_only_talked_with_is_no_client():
    roster = sheet_roster(
        ("Scheme", "Owner", "2024", "2025", "Remarks"),
        ("Abbot Plan", "MY", 33_500, 35_200, "sole trustee since 2022"), ("Bram Fund", "MY", 24_750, 26_000, ""),
        ("Carp Fund", "FA", 18_400, 19_000, "in early talks about a second scheme"),
        ("Northgate", "FA", None, None, "lost the tender to a bigger firm, Sept 2026"),
        ("Ottershaw", "PS", None, None, "early talks. Would be our first superfund"),
    )  # fmt: skip
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["Carp Fund"] == "client"
    assert (kinds["Northgate"], kinds["Ottershaw"]) == ("prospect", "prospect")
    assert "Northgate" in {roster.names[i] for i in roster.left_out}


def test_a_no_to_calling_again_names_no_time():
    for text in ("not interested, do not call again", "nie wieder anrufen", "asked us not to ring again"):
        assert not says_to_wait(text, step=True), text
    assert says_to_wait("not interested, call again in spring", step=True)
