"""Lists of the work that clients gave: projects with their fees, and nothing that a sale has."""

from __future__ import annotations

from typing import Final

import numpy as np

from planner.detection.headers.header_words import header_words
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.stages import chance_of_stage
from planner.parsing.word_lists import words

OF_A_SALE: Final = frozenset(
    {
        Field.STAGE, Field.PROBABILITY, Field.STATUS, Field.OUTCOME, Field.EXPECTED_DATE, Field.CLOSED_ON,
        Field.WON_ON, Field.LOST_ON, Field.RELATIONSHIP, Field.LEAD_SOURCE,
    }
)  # fmt: skip
"""What a list of deals says of each, and one of running work does not."""
OF_WORK: Final = words(
    """project projects projekt projekte projekts projet projets proyecto proyectos progetto progetti job jobs
    commission commissions assignment assignments auftrag auftrage auftraege opdracht opdrachten mandat mandate mandates
    engagement engagements klus klussen chantier chantiers encargo encargos incarico incarichi building bauvorhaben work
    werk"""
)
"""Words of headers, sheets and titles for work."""
TO_BE_WON: Final = words(
    """pipeline prospect prospects lead leads opportunity opportunities deal deals enquiry enquiries inquiry inquiries
    quote quotes quoted quotation quotations proposal proposals estimate estimates tender tenders bid bids pitch pitches
    target targets forecast potential possible future upcoming anfrage anfragen angebot angebote akquise chancen
    geplant geplante potenzial offerte offertes offerten kansen aanvraag aanvragen prospecten devis propositions
    opportunites propuestas oportunidades presupuestos offerta offerte preventivi estimated expected erwartet
    verwacht est ca"""
)
"""Words of headers, sheets and titles for what is still to be won."""


def are_commissions(values: Values) -> bool:
    """Whether rows are work that clients gave, one after another with its fee: a sheet, a title or the header of the
    work calls it so, none speaks of what is to be won, and no column says what a sale has."""
    columns, found = values.columns, values.found
    named, fees = columns.get(Field.DEAL), columns.get(Field.ANNUAL_FEE)
    if named is None or fees is None or OF_A_SALE & columns.keys() or values.state is not None or not values.size:
        return False
    said = [set(words_of(found.table.sheet.name)), *_titles(values)]
    headers = [set(header_words(found.mapped.matches[name].header)) for name in (Field.DEAL, Field.ANNUAL_FEE)]
    to_win = any(TO_BE_WON & one for one in (*said, *headers))
    staged = 0.0 < chance_of_stage(found.table.sheet.name) < 1.0
    called = any(OF_WORK & one for one in (*said, headers[0]))
    return called and not to_win and not staged and bool(np.all((named != "") & np.isfinite(fees)))


def _titles(values: Values) -> list[set[str]]:
    """The words of each line above the header, and of the titles of sections."""
    table = values.found.table
    above = table.sheet.rows[: max(table.header_row - 1, 0)]
    texts = [cell for row in above for cell in row if isinstance(cell, str)]
    return [set(words_of(text)) for text in (*texts, *set(values.found.body.sections))]
