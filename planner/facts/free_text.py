"""The free texts of a list: remarks, next steps and every other column in which people write sentences.

Each text is kept with its row and its cell, and read for clues once, however often it stands there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Texts
from planner.detection.found_list import FoundList
from planner.detection.rows.row_colours import meanings_of_rows
from planner.facts.people.names import in_lines
from planner.facts.people.sources import says_more_than_a_source
from planner.fields import Field
from planner.goods import Good
from planner.parsing.cell_values import as_cells, is_missing
from planner.parsing.dates.not_before import idle_until, says_to_wait
from planner.parsing.header_text import plain
from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.clue import Clue, FreeTexts, no_texts, shortened
from planner.parsing.remarks.days_in_remarks import day_in
from planner.parsing.remarks.phrases import words_of
from planner.parsing.remarks.remark_families import FREE_WORK, NEW_TO_US, READY, SENDS_WORK
from planner.parsing.remarks.remark_family import Family
from planner.parsing.remarks.remarks import read_remark, said_in
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import is_stage
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.text_cells import Habits, to_text
from planner.readers.fills import STRUCK
from planner.vocabulary import Relationship

REMARKS: Final = (Field.NOTES, Field.NEXT_STEP, Field.OUTCOME, Field.LOST_REASON)
"""Fields of free text."""
NO_REMARKS: Final = frozenset(
    patterns(
        """address, street, city, town, postcode, zip, phone, tel, telephone, mobile, email, mail, url, website, web,
        linkedin, id, adresse, strasse, ort, plz, telefon, rue, ville, direccion, calle, adres, straat, plaats, iban,
        vat, contact, contacts, person"""
    )
)
"""Words of headers whose texts are no remarks, however long."""
WORDS_OF_REMARKS: Final = frozenset(
    patterns(
        """remark, remarks, rmks, rmk, note, notes, comment, comments, gossip, scribbles, news, history, background,
        story, update, updates, situation, where, knows, feels, feel, why,
        bemerkung, bemerkungen, notiz, notizen, anmerkung, kommentar, info,
        infos, remarque, remarques, commentaire, commentaires, observations, observation, notas, comentario,
        comentarios, observaciones, opmerking, opmerkingen, notitie, notities, toelichting, know, think,
        learning, learn"""
    )
)
"""Words of headers that promise remarks, however short."""
DESCRIPTIONS: Final = frozenset(
    patterns("description, subject, beschreibung, betreff, descriptif, objet, descripcion, asunto, omschrijving")
)
"""Headers of what the work is; who works for nothing says so there too (`Pro bono - bylaws`)."""
_SENDING: Final = re.compile(
    r"^(?:what|who|work|clients|jobs|leads)\s(?:do\s)?(?:they|he|she|it)\s(?:ve\s)?(?:send|sends|sent|refer|refers|pass|passes)\b"
    r"|^(?:sends|refers|passes)\s(?:us|me)\b|^was\s(?:schickt|bringt|empfiehlt|vermittelt)|^ce\squ.il\s(?:envoie|apporte)"
    r"|^(?:qu[eé])\s(?:nos\s)?(?:env[ií]a|manda|trae)|^wat\s(?:stuurt|brengt)",
    re.IGNORECASE,
)
SENDS_NO: Final = frozenset(
    patterns("nothing, none, no, not, never, n, nil, nichts, nie, rien, jamais, nada, nunca, niets, nooit, client, 0")
)
"""How texts under such a header begin that say that nothing comes."""
RECORD: Final = ('{"', '[{"')
"""How a program's records in braces (JSON) begin, which nobody wrote."""
ANY_DAY: Final = dt.date(2026, 1, 1)
"""From which a text is read where only counts whether it names a day at all."""
LONGEST_CODE: Final = 4
"""A text of no more letters is a code."""
WORDS_OF_A_SENTENCE: Final = 2.5
LEAST_DIFFERENT: Final = 0.6
LEAST_SENTENCES: Final = 0.3
"""A column without such a header holds remarks where its texts are mostly different and so many are sentences."""

_ISO: Final = re.compile(r"^20\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|30)(?:[T ]|$)")
"""A day as files are written that planners and systems export."""


def free_texts(found: FoundList) -> FreeTexts:
    """Every remark of a list, those of one row in the order of the columns."""
    columns = remark_columns(found)
    said = [one for j in columns for one in _said_in(found, j)]
    for j in found.mapped.unmapped:
        if j not in columns and plain(found.table.headers[j]) in DESCRIPTIONS:
            said += _said_in(found, j, _of_free_work)
    for name, beside in BESIDE_A_VALUE.items():
        if name in found.mapped.columns:
            said += _said_in(found, found.mapped.columns[name], beside)
    said += _under_names(found) + _struck(found)
    said += _coloured(found)
    if not said:
        return no_texts()
    rows_, lines, places = (list(part) for part in zip(*sorted(said, key=itemgetter(0)), strict=True))
    sheet = np.full(len(said), found.table.sheet.name, dtype=object)
    return FreeTexts(np.array(rows_, dtype=np.intp), _texts(lines), sheet, _texts(places))


def _struck(found: FoundList) -> list[tuple[int, str, str]]:
    """Row, words and address of every name that is struck through, where not most of them are."""
    scan, column = found.table.sheet.scan, found.mapped.columns[Field.ACCOUNT]
    if scan is None or not scan.struck or found.table.cells:
        return []
    rows = [i for i, row in enumerate(found.body.rows.tolist()) if (row, column) in scan.struck]
    few = 2 * len(rows) <= len(found.body.rows)
    return [(i, STRUCK, found.table.address(column, int(found.body.rows[i]))) for i in rows] if few else []


def _under_names(found: FoundList) -> list[tuple[int, str, str]]:
    """Row, text and address of what stands under the names in cells of several lines."""
    column = found.mapped.columns[Field.ACCOUNT]
    cells = as_cells(found.body.columns[column])
    if not cells.has_lines:
        return []
    _, apart = in_lines(cells.map(to_text))
    return [(i, rest, found.table.address(column, int(found.body.rows[i]))) for i, rest in apart.items()]


def _coloured(found: FoundList) -> list[tuple[int, str, str]]:
    """Row, text and address of what a key says of the colours in which names are marked."""
    column, rows = found.mapped.columns[Field.ACCOUNT], found.body.rows.tolist()
    meanings = meanings_of_rows(found.table, rows, column, found.keys)
    return [(i, text, found.table.address(column, rows[i])) for i, text in meanings.items()]


def _says_more(text: str) -> bool:
    """Whether a text among the relationships is none or says more than one (`Pro bono`)."""
    if _of_free_work(text):
        return True
    return len(text.strip()) > LONGEST_CODE and relationship_of(text) is None and not status_of(text).said


def _says_more_than_a_kind(text: str) -> bool:
    """Whether a text among the relationships says something else, or what work is free too (`client, charity rate`)."""
    return _says_more(text) or _of_free_work(text)


def _said_in(found: FoundList, j: int, is_remark: Callable[[str], bool] | None = None) -> list[tuple[int, str, str]]:
    """Row, text and address of every text of a column, or of those that are remarks."""
    cells, table = as_cells(found.body.columns[j]), found.table
    tidy = {text: " ".join(text.split()) for text in cells.texts - cells.silent}
    if is_remark is not None:
        tidy = {text: words for text, words in tidy.items() if is_remark(words)}
    if not tidy:
        return []
    beside = enumerate(zip(cells, found.body.rows.tolist(), strict=True))
    if table.cells or table.sheet.moved:
        return [(i, tidy[cell], table.address(j, row)) for i, (cell, row) in beside if cell in tidy]
    column = table.column(j)
    return [(i, tidy[cell], f"{column}{row}") for i, (cell, row) in beside if cell in tidy]


def _tells_of(text: str, families: Sequence[Family]) -> bool:
    """Whether a text says something of some families: of work that is free, new to us, or sent (`pass us jobs`)."""
    return any(one.family in families and not one.negated for one in said_in(text))


def _says_more_than_a_status(text: str) -> bool:
    """Whether a text of several words among statuses is one of none (`gave notice`), or says what work is, too."""
    if _of_work(text):
        return True
    if len(words_of(text)) == 1:
        return False
    return chance_in(text) is not None or not (status_of(text).said or is_stage(text)) or _says_when(text)


def _says_when(text: str) -> bool:
    """Whether a stage says when it will be decided, too (`proposal out, decision before Christmas`)."""
    return any(clue.date is not None for clue in read_remark(text, ANY_DAY))


_of_free_work = partial(_tells_of, families=(FREE_WORK,))
_of_work = partial(_tells_of, families=(FREE_WORK, SENDS_WORK, NEW_TO_US))

BESIDE_A_VALUE: Final[Mapping[Field, Callable[[str], bool]]] = MappingProxyType(
    {
        Field.RELATIONSHIP: _says_more_than_a_kind,
        Field.TYPE: _of_free_work,
        Field.STATUS: _says_more_than_a_status,
        Field.STAGE: _says_more_than_a_status,
        Field.ANNUAL_FEE: _of_free_work,
        Field.LEAD_SOURCE: says_more_than_a_source,
    }
)
"""Fields beside or instead of whose value people write a remark, and which of their texts are one."""


def _texts(texts: Sequence[str]) -> Texts:
    array = np.empty(len(texts), dtype=object)
    array[:] = texts
    return array


def remark_columns(found: FoundList) -> list[int]:
    """Columns in which remarks stand: by their field, by their header, or by what is in them."""
    fields = {found.mapped.columns[name] for name in REMARKS if name in found.mapped.columns}
    under = {column for _, column in found.table.sheet.moved}  # second lines of accounts, however they read
    others = [
        j for j in found.mapped.unmapped if j in under or _holds_remarks(found.table.headers[j], found.body.columns[j])
    ]
    return sorted(fields | set(others))


def _holds_remarks(header: str, cells: Sequence[Any]) -> bool:
    words = set(plain(header).split())
    if words & NO_REMARKS:
        return False
    column = as_cells(cells)
    different = column.texts - column.silent
    if not different or any(text.startswith(RECORD) for text in different):
        return False
    if words & WORDS_OF_REMARKS:
        return True
    texts = [cell for cell in column if cell in different]
    sentences = sum(text.count(" ") + 1 >= WORDS_OF_A_SENTENCE for text in different)
    return len(different) >= LEAST_DIFFERENT * len(texts) and sentences >= LEAST_SENTENCES * len(different)


def clues_in(texts: FreeTexts, today: dt.date, day_first: bool | None = None) -> tuple[Clue, ...]:
    """The clues of all remarks, each with its place; each different remark is read once."""
    written = texts.text.tolist()
    known = {text: clues for text in set(written) if (clues := read_remark(text, today, day_first))}
    at = [i for i, text in enumerate(written) if text in known]
    places = zip(*(part[at].tolist() for part in (texts.row, texts.text, texts.sheet, texts.cell)), strict=True)
    found = tuple(clue.placed(row, sheet, cell) for row, text, sheet, cell in places for clue in known[text])
    return _strikes_of_those_back(found) if STRUCK in known else found


def _strikes_of_those_back(clues: tuple[Clue, ...]) -> tuple[Clue, ...]:
    """The clues with each strike no more than a caution where a remark says that its account may come back."""
    back = {one.account for one in clues if one.good is Good.LATER and one.strength}
    strikes = {one for one in clues if one.quote == STRUCK and one.account in back}
    return tuple(one._replace(leave_out=False, caution="Struck through") if one in strikes else one for one in clues)


def waiting(
    found: FoundList,
    columns: Mapping[Field, Column],
    texts: FreeTexts,
    clues: Sequence[Clue],
    relationship: Texts,
    habits: Habits,
) -> dict[int, str]:
    """Remarks by which nothing is to be done in the period that is planned (`nothing until 2028`), by row.

    Nothing else of the row may say that something is: a day in the period, hours of today, an offer that is out.
    """
    start = np.datetime64(habits.today, "D")
    end = start + np.timedelta64(round(7 * habits.weeks), "D")
    steps = columns.get(Field.NEXT_STEP, ())
    told = zip(texts.row.tolist(), texts.text.tolist(), strict=True)
    said = [(row, text, len(steps) > row and steps[row] == text) for row, text in told]
    said = [(row, text, step) for row, text, step in said if says_to_wait(text, step=step)]
    busy = _busy(columns, clues, start, end) if said else frozenset()
    rests: dict[int, str] = {}
    for row, text, step in said:
        then = _only_day(found, texts, row, habits)
        client = relationship[row] == Relationship.CLIENT
        day = idle_until(text, habits.today, habits.day_first, then, step=step, client=client)
        if day is not None and day >= end and row not in busy:
            rests.setdefault(row, shortened(text))
    return rests


def _busy(
    columns: Mapping[Field, Column], clues: Sequence[Clue], start: np.datetime64, end: np.datetime64
) -> frozenset[int]:
    """Rows with a day in the period, with hours of today, or ready now by a remark."""
    rows = {one.account for one in clues if one.family == READY.name and (one.date is None or one.date < end)}
    for name in (Field.EXPECTED_DATE, Field.NEXT_STEP_DATE):
        days = columns.get(name, np.zeros(0, dtype="datetime64[D]"))
        rows |= set(np.flatnonzero((days >= start) & (days < end)).tolist())
    return frozenset(rows.union(np.flatnonzero(columns.get(Field.CURRENT_HOURS, np.zeros(0)) > 0).tolist()))


def _only_day(found: FoundList, texts: FreeTexts, row: int, habits: Habits) -> np.datetime64 | None:
    """The one day to come that the cells and the remarks of a row speak of, if it is one."""
    cells = (column[row] for column in found.body.columns)
    written = (np.datetime64(str(cell)[:10], "D") for cell in cells if isinstance(cell, dt.date) or _is_iso(cell))
    said = (day_in(text, habits.today, habits.day_first) for text in texts.text[texts.row == row].tolist())
    days = {day for day in (*written, *said) if day is not None and day > np.datetime64(habits.today, "D")}
    return days.pop() if len(days) == 1 else None


def _is_iso(cell: Any) -> bool:
    return isinstance(cell, str) and _ISO.match(cell) is not None


def moved(clues: Iterable[Clue], place: NDArray[np.intp]) -> tuple[Clue, ...]:
    """Clues of rows as clues of accounts, where row i belongs to account `place[i]`."""
    return tuple(clue._replace(account=int(place[clue.account])) for clue in clues)


def senders(found: FoundList, clues: Iterable[Clue]) -> frozenset[int]:
    """Rows that send work by their remarks, or by what stands under a header of it (`What they send`)."""
    said = frozenset(clue.account for clue in clues if clue.family == SENDS_WORK.name and not clue.negated)
    places = {found.mapped.columns.get(Field.NOTES), *found.mapped.unmapped} - {None}
    columns = (j for j in places if j is not None and _SENDING.search(found.table.headers[j]))
    return said.union(i for j in columns for i, sent in enumerate(as_cells(found.body.columns[j]).map(_sends)) if sent)


def _sends(cell: Any) -> bool:
    if not isinstance(cell, str) or is_missing(cell):
        return False
    first = next(iter(words_of(cell)), "")
    return bool(first) and first not in SENDS_NO
