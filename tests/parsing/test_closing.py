"""Remarks that say that a business has closed for good."""

import pytest

from planner.parsing.history.closing import has_closed


@pytest.mark.parametrize(
    "text",
    [
        "fermé", "fermée en 2024", "cabinet fermé", "magasin fermé définitivement", "closed", "now closed", "cerrado",
        "han cerrado la tienda", "chiuso dal 2022", "loja fechada", "Betrieb endgültig geschlossen",
        "hat 2023 geschlossen", "zaak gesloten in 2023", "Shop closed, owner retired",
    ],
)  # fmt: skip
def test_a_business_closes_in_few_words_of_many_forms(text):
    assert has_closed(text)


@pytest.mark.parametrize(
    "text",
    [
        "closed until 7 Jan", "fermé en août", "fermé le lundi", "closed on Mondays", "closed for Christmas",
        "geschlossen bis 6.1.", "deal closed", "dossier fermé", "Vertrag geschlossen", "trato cerrado",
    ],
)  # fmt: skip
def test_holidays_deals_and_papers_are_no_end_of_a_business(text):
    assert not has_closed(text)
