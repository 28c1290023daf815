"""Words of a column beside money that say how often it is paid (`mensual`, `einmalig`, `per kwartaal`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.words.standing_words import patterns

LETTERS: Final = MappingProxyType(
    {"w": "weekly", "m": "monthly", "q": "quarterly", "y": "yearly", "a": "annual", "j": "yearly"}
)
"""Letters that stand for periods under a header that speaks of them."""
ONCE: Final = 0.0
"""How often money is paid in a year that is paid once."""
_OFTEN: Final[Mapping[float, str]] = MappingProxyType(
    {
        52.0: "per week, a week, weekly, week, wochentlich, pro woche, par semaine, por semana, per settimana",
        12.0: """month, monthly, mthly, mnthly, per month, a month, each month, pm, p m, pcm, retainer monthly,
            monthly retainer, monat, monatlich, mtl, mtl pauschale, pro monat, monatspauschale, mensuel, mensuelle,
            par mois, forfait mensuel, abonnement mensuel, mensual, al mes, iguala mensual, cuota mensual, maand,
            maandelijks, per maand, p mnd, mensile, al mese, mensal, por mes, mensalidade""",
        4.0: """quarter, quarterly, qtrly, qtr, per quarter, quartal, quartalsweise, pro quartal, vierteljahrlich,
            trimestre, trimestriel, trimestrielle, par trimestre, trimestral, al trimestre, kwartaal, per kwartaal,
            trimestrale""",
        2.0: """half yearly, six monthly, halbjahrlich, pro halbjahr, semestriel, semestrielle, par semestre, semestral,
            halfjaarlijks, per halfjaar, semestrale""",
        1.0: """year, yearly, yrly, yr, annual, annually, per year, a year, p a, pa, jahr, jahrlich, pro jahr, annuel,
            annuelle, par an, anual, al ano, jaar, jaarlijks, per jaar, annuale, all anno, por ano""",
        ONCE: """one off, per job, per project, per speech, per event, once, one time, single, project, fixed,
            lump sum, adhoc, ad hoc, einmalig, einmal, projekt,
            pauschal, fix, ponctuel, ponctuelle, unique, une fois, forfait, projet, unica, unico, una vez, puntual,
            por evento, por proyecto, proyecto, evento, eenmalig, project eenmalig, per project, una tantum, progetto,
            pontual, projeto""",
    }
)
_TIMES: Final = MappingProxyType({words: times for times, text in _OFTEN.items() for words in patterns(text)})


def times_a_year(texts: Iterable[str], some: bool = False) -> Mapping[str, float]:
    """How often a year each text of a column says that money is paid, 0 for once; empty unless all of them do, and some
    say that it is paid more often than once a year. With `some`, those that do among others.

    Example:
        >>> dict(times_a_year(["mensual", "única"])), dict(times_a_year(["annual", "project"]))
        ({'mensual': 12.0, 'única': 0.0}, {})
    """
    written = {text for text in texts if text.strip()}
    found = {text: _TIMES[said] for text in written if (said := " ".join(words_of(text))) in _TIMES}
    return found if (some or len(found) == len(written)) and any(times > 1 for times in found.values()) else {}
