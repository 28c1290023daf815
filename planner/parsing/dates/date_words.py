"""Words for months, parts of them, seasons, feasts and spans of time, in English, German, French, Spanish and Dutch.

All without accents and in lower case. Names of months were compared with CLDR's (through Babel), which has neither
what people type for them (`sept`, `mrz`, `fev`) nor seasons and feasts.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.word_lists import numbered, words

_MONTHS = (
    "jan january januar janner janvier janv enero ene januari gennaio janeiro stycznia styczen styczniu|"
    "feb february februar feber fevrier fevr fev febrero februari febr febbraio fevereiro lutego luty lutym|"
    "mar march marz mrz maerz mars marzo maart mrt marco marts marzec marcu|"
    "apr april avril avr abril abr aprile kwietnia kwiecien kwietniu|"
    "may mai mayo mei maggio maio maj maja maju|"
    "jun june juni juin junio giugno giu junho czerwca czerwiec czerwcu|"
    "jul july juli juillet juil julio luglio lug julho lipca lipiec lipcu|"
    "aug august aout agosto ago augustus augusti sierpnia sierpien sierpniu|"
    "sep sept september septembre septiembre setiembre set settembre sett setembro wrzesnia wrzesien wrzesniu|"
    "oct october okt oktober octobre octubre ottobre ott outubro pazdziernika pazdziernik pazdzierniku|"
    "nov november novembre noviembre novembro listopada listopad listopadzie|"
    "dec december dez dezember decembre diciembre dic dicembre dezembro desember grudnia grudzien grudniu"
)
MONTHS: Final[Mapping[str, int]] = MappingProxyType(
    {name: month for month, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
)
UNSURE_MONTHS: Final = words("may mar ago set mars ene dic mei lug maja maj ott")
"""Names of months that are other words too: taken for one only with a year, a day or a word of time beside them."""

EARLY, MIDDLE, LATE = "early", "middle", "late"
PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("early", "beginning", "start", "begin", "first half", "anfang", "beginn", "debut", "courant debut",
             "inizio", "primi", "inicio", "principio", "borjan", "tidlig", "tidligt", "tidigt", "begynnelsen",
             "starten",
             "poczatek", "1 halfte", "1. halfte", "erste halfte", "1e helft", "eerste helft", "prima meta",
             "poczatku", "principios", "inicios", "comienzos", "primeros", "vroeg", "first week",
             "first thing", "1st half"), EARLY
        ),
        **dict.fromkeys(
            ("mid", "middle", "1a quincena", "primera quincena", "1a quinzena", "primeira quinzena", "prima quindicina",
             "1ere quinzaine", "premiere quinzaine", "meta", "meados", "mitten", "midten", "polowa", "polowie",
             "mitte", "mi", "milieu",
            "mediados",
            "mitad", "medio", "midden", "half", "halverwege"),
            MIDDLE,
        ),
        **dict.fromkeys(
            ("late", "2a quincena", "segunda quincena", "2a quinzena", "segunda quinzena", "seconda quindicina",
             "2e quinzaine", "deuxieme quinzaine", "seconde quinzaine", "final de", "fim", "fine", "finais",
             "slutet", "slutten", "slutningen", "koniec", "koncu",
            "end", "ende", "fin",
            "finales", "final", "eind", "einde", "last week", "ultimo", "spat",
             "second half", "2nd half"), LATE
        ),
    }
)  # fmt: skip
PART_DAYS: Final = MappingProxyType({EARLY: 5, MIDDLE: 15})
"""Day of the month for a part of it; the last day for the end."""

SEASONS: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys(
            words("spring forar vaar wiosna wiosny fruhjahr fruhling printemps primavera voorjaar lente"),
            5,
        ),
        **dict.fromkeys(words("summer verao sommar lato sommer ete verano zomer"), 8),
        **dict.fromkeys(
            words("autumn autunno outono efterar jesien jesienia fall herbst automne otono najaar herfst"),
            11,
        ),
        **dict.fromkeys(("winter", "inverno", "vinter", "zima", "hiver", "invierno"), 2),
    }
)
"""Last month of each season."""

FEASTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("easter", "pasqua", "pascoa", "pask", "paske", "wielkanoc", "wielkanocy", "ostern",
        "osterferien", "paques", "pascua", "semana santa", "pasen"), "easter"),
        **dict.fromkeys(
            ("christmas", "le feste", "feste natalizie", "las fiestas", "as festas", "festas", "feiertage",
            "feiertagen",
            "feestdagen", "natale", "natal", "boze narodzenie", "xmas", "x mas", "weihnachten", "weihnacht", "noel",
            "navidad", "navidades", "kerst",
             "kerstmis", "kerstvakantie", "kerstverlof", "weihnachtsferien", "weihnachtsurlaub", "vacances de noel",
             "conges de noel", "vacaciones de navidad", "the holidays", "fetes"), "christmas"
        ),
        **dict.fromkeys(
            ("new year", "new years", "new year s", "neujahr", "jahreswechsel", "nouvel an", "ano nuevo", "nieuwjaar",
             "reyes", "capodanno", "reveillon"), "new year"
        ),
        **dict.fromkeys(("whitsun", "pentecost", "pfingsten", "pentecote", "pentecostes", "pinksteren"), "whitsun"),
        **dict.fromkeys(
            ("summer holidays", "summer holiday", "summer break", "the summer", "l estate", "dell estate",
            "sommerferien", "sommerpause",
             "vacances d ete", "grandes vacances", "vacaciones de verano", "zomervakantie", "bouwvak"), "summer"
        ),
        **dict.fromkeys(
            ("vacances", "les vacances", "conges", "vacaciones", "vakantie", "ferien", "ferie"), "holidays"
        ),
        **dict.fromkeys(
            ("rentree", "la rentree", "vuelta de vacaciones", "back to school", "labor day", "labour day"),
            "september"
        ),
        **dict.fromkeys(
            ("year end", "yearend", "end of year", "end of the year", "eoy", "jahresende", "fin d annee",
             "fin de l annee", "fin de ano", "final de ano", "jaareinde", "eind van het jaar", "einde jaar",
             "einde van het jaar", "ende des jahres", "ende jahr", "fine anno", "fine dell anno", "fim do ano",
             "final do ano", "fim de ano", "eind jaar", "eind dit jaar", "dieses jahr noch"),
            "year end",
        ),
        **dict.fromkeys(("epifania", "befana", "dreikonig", "dreikonige", "dreikonigen", "epiphanie"), "epiphany"),
        **dict.fromkeys(
            ("end of month", "end of the month", "month end", "monatsende", "ende des monats", "ende monat",
             "fin du mois", "fin de mes", "final de mes", "final do mes", "fim do mes", "fine mese", "fine del mese",
             "eind van de maand", "einde van de maand", "einde maand", "eind maand"),
            "month end",
        ),
        **dict.fromkeys(
            ("carnival", "mardi gras", "karneval", "fasching", "fastnacht", "fasnacht", "carnaval", "carnevale",
             "carnavales", "karnawal"), "carnival"
        ),
        **dict.fromkeys(("fallas", "las fallas", "san jose"), "st joseph"),
        **dict.fromkeys(
            ("midsummer", "midsommar", "sankthans", "san juan", "sant joan", "la saint jean", "saint jean",
             "sao joao"), "midsummer"
        ),
        **dict.fromkeys(("ferragosto",), "ferragosto"),
        **dict.fromkeys(("thanksgiving",), "thanksgiving"),
        **dict.fromkeys(("diwali", "deepavali", "dipavali"), "diwali"),
        **dict.fromkeys(("pongal", "sankranti", "makar sankranti", "lohri"), "pongal"),
        **dict.fromkeys(("chinese new year", "lunar new year", "cny"), "lunar new year"),
        **dict.fromkeys(("eid", "hari raya", "ramadan", "ramadhan", "ramzan"), "eid"),
    }
)  # fmt: skip

ORDINALS: Final = numbered(
    "first erstes erste ersten premier primer primeiro primo eerste",
    "second zweites zweite zweiten deuxieme segundo secondo tweede",
    "third drittes dritte dritten troisieme tercer terceiro terzo derde",
    "fourth viertes vierte vierten quatrieme cuarto quarto vierde",
)
"""Words before quarters and halves of a year."""

AFTER: Final = words("after nach apres despues tras na dopo depois apos efter etter from ab past post since")
BEFORE: Final = words("before vor avant antes voor entro prima ate fore innan inden przed by bis until til till pre")
WORDS_OF_TIME: Final = AFTER | BEFORE | words(
    "in im en ici courant around about during on due next this for of de gegen vers hacia rond to sometime le el "
    "nel em w verso rundt omkring kring renewal renews renouvellement renouv renovacion verlangerung verlenging "
    "echeance decision reponse antwort respuesta antwoord award"
    )  # fmt: skip

EVENTS: Final = words(
    "tender tenders itt rfp bid pitch interview review budget budgets agm board start starts starting launch deadline "
    "submission kickoff audit contract ausschreibung start abgabe beginn remise debut licitacion inicio aanbesteding"
)
"""What a month that may be another word too is of, where nothing follows it (`tender May`)."""
SPANS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(words("day days tag tage tagen jour jours dia dias dag dagen"
        ),
        "day"),
        **dict.fromkeys(words(
            "week weeks wk wks woche wochen semaine semaines semana semanas weken settimana settimane vecka "
            "veckor uke uker uge uger tydzien tygodnie tygodni"
        ),
            "week",
        ),
        **dict.fromkeys(words(
            "month months mth mths mo monat monate monaten mois mes meses mese mesi manad manader maned "
            "maneder miesiac miesiace miesiecy maand maanden"
        ), "month"
        ),
        **dict.fromkeys(words("quarter qtr trim kvartal kwartal quartal trimestre kwartaal quarters quartale kwartalen"
        ), "quarter"
        ),
        **dict.fromkeys(words(
            "year years yr yrs jahr jahre jahren an ans annee annees anno anni ar rok roku lata ano anos "
            "jaar jaren"
        ), "year"
        ),
    }
)  # fmt: skip
SPAN_DAYS: Final = MappingProxyType({"day": 1.0, "week": 7.0, "month": 30.44, "quarter": 91.3, "year": 365.25})
NEXT: Final = frozenset(
    patterns(
        """next, nachste, nachster, nachstes, nachsten, nachstem, kommende, kommendes, kommenden, prochain, prochaine,
        proximo, proxima, volgend, volgende, komend, komende, prossimo, prossima, nasta, neste, naeste, kommande,
        przyszly, przyszlym"""
    )
)
THIS: Final = frozenset(
    patterns(
        """this, dieses, diesen, diese, diesem, ce, cet, cette, este, esta, dit, deze, questo, questa, detta, dette,
        denna, tym, current"""
    )
)
SOON: Final = frozenset(
    patterns(
        """now, asap, immediately, immediate, today, this month, this week, ready, ongoing, current, rolling, live,
        straight away, right away, sofort, heute, jetzt, laufend, lfd, fortlaufend, en continu, continu, permanent,
        continuo, doorlopend, diese woche, maintenant, tout de suite, immediat,
        aujourd hui, en cours, cette semaine, ahora, ya, hoy, inmediato, esta semana, nu, meteen, direct, vandaag,
        lopend, deze week"""
    )
)
