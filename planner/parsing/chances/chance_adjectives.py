"""Words for how good a chance is, in all their genders and numbers, and the words that grade them.

A chance in words is composed: a word for a degree (`sehr`, `plutôt`, `poco`), one for how good it is (`gut`, `bonnes`,
`alta`) and perhaps one for the chance itself. The words stand here without accents, as `words_of` gives them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.word_lists import words

_ENGLISH: Final[Mapping[float, str]] = MappingProxyType(
    {
        1.0: "certain sure",
        0.85: "excellent superb",
        0.75: "great",
        0.7: "high strong likely probable",
        0.6: "good promising decent solid",
        0.55: "hot",
        0.5: "realistic",
        0.4: "medium moderate average fair reasonable middling",
        0.3: "possible",
        0.25: "warm",
        0.2: "uncertain unsure iffy modest limited",
        0.15: "low poor weak bad",
        0.1: "slim unlikely doubtful thin slight cold improbable",
        0.05: "remote faint minimal negligible hopeless",
        0.0: "zero nil",
    }
)
_GERMAN: Final[Mapping[float, str]] = MappingProxyType(
    {
        1.0: "sicher",
        0.85: "ausgezeichnet hervorragend exzellent bestens",
        0.7: "hoch hoh stark wahrscheinlich",
        0.65: "vielversprechend aussichtsreich",
        0.6: "gut solide uberdurchschnittlich",
        0.55: "heiss",
        0.5: "realistisch ordentlich",
        0.4: "mittel mittler mittelhoch mittelgross durchschnittlich passabel",
        0.3: "massig mittelmassig durchwachsen moglich",
        0.25: "warm lauwarm",
        0.2: "unsicher ungewiss fraglich unterdurchschnittlich begrenzt uberschaubar",
        0.15: "gering niedrig niedrige schwach schlecht",
        0.1: "unwahrscheinlich zweifelhaft dunn mies kalt",
        0.05: "minimal verschwindend aussichtslos chancenlos",
        0.0: "null",
    }
)
_FRENCH: Final[Mapping[float, str]] = MappingProxyType(
    {
        1.0: "certain sur assure",
        0.85: "excellent",
        0.7: "fort haut eleve probable",
        0.65: "prometteur prometteuse",
        0.6: "bon bonn serieux serieuse solide",
        0.55: "chaud",
        0.5: "realiste reel reell",
        0.4: "moyen moyenn mediane correct raisonnable",
        0.3: "possible mitige",
        0.25: "tiede",
        0.2: "incertain limite reduit modeste",
        0.15: "faible bas bass mauvais",
        0.1: "mince maigre improbable froid douteux douteuse",
        0.05: "infime minime",
        0.0: "nul null",
    }
)
_ROMANCE: Final[Mapping[float, str]] = MappingProxyType(
    {
        1.0: "segur sicur cert",
        0.85: "ottim optim altisim altissim buenisim",
        0.7: "alt elevad elevat",
        0.6: "buen buon bo solid",
        0.55: "cald",
        0.4: "medi median discret",
        0.25: "tibi tiepid morn templad",
        0.2: "inciert incert limitad limitat reducid ridott reduzid modest dudos",
        0.15: "baj bass baix frac bajit",
        0.1: "escas scars remot fri fredd",
        0.05: "minim infim bajisim bassissim baixissim",
        0.0: "nul null",
    }
)
"""Spanish, Italian and Portuguese, whose adjectives share their endings."""
_ROMANCE_IN_E: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.85: "excelent eccellent",
        0.7: "fuert fort probabl probabil provavel provavei",
        0.55: "calient quent",
        0.4: "razonabl ragionevol razoavel razoavei regular",
        0.3: "posibl possibil possivel possivei",
        0.15: "debil debol mala malo",
        0.1: "improbabl improbabil improvavel improvavei",
    }
)
_DUTCH: Final[Mapping[float, str]] = MappingProxyType(
    {
        1.0: "zeker",
        0.85: "uitstekend",
        0.7: "hoog hog sterk waarschijnlijk",
        0.65: "kansrijk veelbelovend",
        0.6: "goed prima",
        0.55: "heet",
        0.5: "reeel reel realistisch",
        0.4: "middel middelmatig gemiddeld redelijk",
        0.3: "matig mogelijk",
        0.25: "lauw",
        0.2: "onzeker beperkt",
        0.15: "laag lag zwak zwakk slecht",
        0.1: "onwaarschijnlijk twijfelachtig koud koude mager",
        0.05: "miniem minimaal minimal kansloos",
        0.02: "nihil",
    }
)
_NORDIC_AND_POLISH: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.7: "hog hoga hoy hoye hoj hoje wysoka wysokie wysoki",
        0.4: "medel middels mellem mellan srednia srednie sredni",
        0.15: "lag lav lave liten lille niska niskie niski mala",
    }
)
_OF_SIZE: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.7: """big large major gross grosse grossen grosser groot grote flink flinke grand grande grandes grands gros
        grosses important importante importants importantes grandi duze duza stor many plenty viel viele vielen beaucoup
        mucha muchas muchos veel molte""",
        0.15: """small tiny little klein kleine kleinen kleiner kleines petit petite petits petites pequena pequenas
        pequeno pequenos pequenita piccola piccole klein kleine""",
        0.1: "few wenige wenigen pocas pocos poche poucas weinige",
    }
)
"""Words of size and number, which are said of chances only where nothing else is, or beside the word for a chance."""
_ENDINGS: Final = (
    (_ENGLISH, ("", "ish")),
    (_GERMAN, ("", "e", "en", "er", "es", "em")),
    (_FRENCH, ("", "e", "s", "es")),
    (_ROMANCE, ("o", "a", "os", "as", "i", "e")),
    (_ROMANCE_IN_E, ("e", "es", "i", "is", "s", "")),
    (_DUTCH, ("", "e")),
    (_NORDIC_AND_POLISH, ("",)),
)
"""The endings of gender, number and case of each language; forms that no one uses do no harm."""


def _forms() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for table, endings in _ENDINGS:
        for chance, stems in table.items():
            forms = {stem + end: chance for stem in stems.split() for end in endings if len(stem + end) > 2}
            found = {**forms, **found}
    return MappingProxyType(found)


ADJECTIVES: Final = _forms()
"""Chance by word, in every form of it."""
ONLY_WHOLE: Final = words(
    """alte alti cert certo certa certi certe ciert assure assures assuree bad fair great limite limites limited regular
    seguros segura seguras discreto discreta discrete correct correcte mala malo male solid solide hoh moderate modest
    realistic realiste minimal minimale mager prima optimo optimum fort forte forts fortes fri bone serieux serieuse
    reel important"""
)
"""Adjectives that a longer text says of other things than chances (`date limite`, `regular client`, `fort besoin`)."""
SIZES: Final = MappingProxyType({word: chance for chance, text in _OF_SIZE.items() for word in text.split()})


class Degree(StrEnum):
    """What a word does to the chance that the word behind it stands for."""

    VERY = "very"
    RATHER = "rather"
    ALMOST = "almost"
    LITTLE = "little"
    NOT = "not"


DEGREES: Final = MappingProxyType(
    {
        word: degree
        for degree, text in {
            Degree.VERY: """very extremely really highly super hyper too so sehr ausserst extrem besonders uberaus
            wirklich ausgesprochen zu tres extremement vraiment particulierement trop si muy tan extremadamente
            demasiado realmente zeer zo heel erg bijzonder ontzettend enorm te molto cosi estremamente troppo muito
            mycket meget veldig svart bardzo""",
            Degree.RATHER: """rather fairly quite pretty reasonably relatively somewhat moderately eher ziemlich recht
            relativ ganz halbwegs einigermassen etwas durchaus plutot assez relativement bastante relativamente algo
            vrij best redelijk tamelijk nogal behoorlijk aardig eerder relatief wat abbastanza piuttosto razoavelmente
            ganska ret ganske dosc raczej""",
            Degree.ALMOST: """almost nearly practically virtually fast nahezu beinahe praktisch quasi quasiment
            presque pratiquement casi practicamente bijna vrijwel nagenoeg praticamente quase nastan nesten naesten
            prawie""",
            Degree.LITTLE: """hardly barely scarcely little wenig kaum peu guere poco apenas weinig nauwelijks amper
            pouco""",
            Degree.NOT: """not none no nicht kein keine keinen keiner pas non aucun aucune ningun ninguna ningunas
            ninguno sin sans ohne senza sem zonder niet geen nessuna nessun nenhuma nao without""",
        }.items()
        for word in text.split()
    }
)
PHRASES: Final = MappingProxyType(
    {
        "so gut wie": "almost", "as good as": "almost", "next to": "almost", "zo goed als": "almost",
        "a peine": "hardly", "mas bien": "rather", "un peu": "rather", "un poco": "rather", "een beetje": "rather",
        "a bit": "rather", "ein wenig": "rather", "ein bisschen": "rather", "un po": "rather", "pas mal": "good",
        "nicht schlecht": "good", "not bad": "good", "niet slecht": "good", "peu de": "few", "not much": "few",
        "nicht viel": "few", "niet veel": "few", "pas beaucoup": "few",
    }
)  # fmt: skip
"""Grades and chances of several words, by the English word that says the same."""
OF_CHANCES: Final = words(
    """chance chances chans chancen kans kansen kansje aussicht aussichten wahrscheinlichkeit moglichkeit moglichkeiten
    probabilite probabilites perspective perspectives probabilidad probabilidades posibilidad posibilidades opcion
    opciones perspectiva perspectivas vooruitzicht vooruitzichten mogelijkheid mogelijkheden waarschijnlijkheid
    probabilita possibilita probabilidade possibilidade possibilidades odds likelihood probability prospects shot hope
    hopes hoffnung hoffnungen espoir espoirs esperanza esperanzas hoop speranza speranze"""
)
"""What is good or bad, which may be said beside it."""
FILLERS: Final = words("a an the ein eine einen einer une un des de d una een any ne y with mit avec con met wohl")
"""Words that say nothing of how good a chance is."""
BETWEEN: Final = words("to bis a tot oder or ou o of and und et y en e")
"""What stands between two grades of which the mean is meant."""
NOES: Final = words("no nein non nee nao nej nei")
"""A no by itself; before a chance it says that there is none."""
SETTLED: Final = frozenset(
    patterns(
        """done, through, won, signed, agreed, sold, landed, durch, gewonnen, unterschrieben, beauftragt, zugesagt,
        eingetutet, fix, signe, signee, signes, signees, gagne, gagnee, acquis, acquise, acquises, conclu, conclue,
        fait, boucle, bouclee, firmado, firmada, ganado, ganada, hecho, hecha, cerrado, cerrada, rond, binnen, getekend,
        gewonnen, akkoord, beklonken, firmato, firmata, fatto, fatta, vinto, vinta, assinado, assinada, ganho, ganha,
        fechado, fechada"""
    )
)
"""What is won, of which people say that it almost is (`quasi signé`, `zo goed als rond`)."""
UNKNOWN: Final = frozenset(
    patterns(
        """open, offen, noch offen, ouvert, ouverte, abierto, abierta, aperto, aberto, unclear, unklar, noch unklar,
        pas clair, poco claro, onduidelijk, unknown, not known, unbekannt, inconnu, inconnue, desconocido, desconocida,
        onbekend, sconosciuto, no idea, keine ahnung, aucune idee, ni idea, geen idee, too early, too early to say,
        zu fruh, trop tot, demasiado pronto, te vroeg, a voir, mal sehen, mal schauen, we will see, ya veremos"""
    )
)
"""What says in the place of a chance that nobody knows it yet."""
