"""Ordinary words for how things stand, when, for how much and why, as small firms in six countries write them."""

import datetime as dt

import pytest

from planner.goods import Good
from planner.parsing.dates.spoken_dates import read_spoken
from planner.parsing.money.fee_texts import read_fee
from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.legends import key_of_initials
from planner.parsing.standing.relationship_columns import parse_relationships
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import chance_of_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import State
from planner.vocabulary import Relationship

TODAY = dt.date(2026, 11, 28)
CLIENT, PROSPECT, PAST, SOURCE = Relationship


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        ("devis signés; presupuesto aceptado; offerte getekend; preventivo accettato", CLIENT),
        ("Stammkundin; Gelegenheitskunde; in Betreuung; Auftrag läuft; abonnement; iguala; avença", CLIENT),
        ("Akquise läuft; hat Interesse; noch nicht Kunde; Vertrag liegt beim Kunden; nog niet klant", PROSPECT),
        ("presupuesto mandado; propale envoyée; preventivo inviato; orçamento enviado; in gesprek", PROSPECT),
        ("Kunden, die weg sind; war mal Kunde; keine Kunden mehr; Kunde weg; klanten die weg zijn", PAST),
        ("oude klanten; klant kwijt; client perdu; parti chez un confrère; a résilié; se dio de baja", PAST),
        ("clientes perdidos; clienti persi; já não é cliente; passato a un altro studio; overgestapt", PAST),
        ("nos trae clientes; envia-nos clientes; beveelt ons aan; empfiehlt weiter", SOURCE),
    ],
)
def test_what_an_account_is_in_ordinary_words(texts, kind):
    assert {text: relationship_of(text) for text in texts.split("; ")} == dict.fromkeys(texts.split("; "), kind)


@pytest.mark.parametrize(
    ("texts", "state"),
    [
        ("Absage; niet doorgegaan; no le interesa; nicht mehr anrufen; ne plus appeler; non richiamare", State.ENDED),
        ("ruht bis Frühjahr; schläft; ligt stil; kein Bedarf; gelé", State.PARKED),
        ("keine Rückmeldung; pas de réponse; no contestan; geen reactie; non risponde; poco interesado", State.COLD),
        ("in attesa di risposta; en espera de respuesta; in attesa di firma; Gelegenheitskunde", None),
    ],
)
def test_how_things_stand_in_ordinary_words(texts, state):
    assert {text: status_of(text).state for text in texts.split("; ")} == dict.fromkeys(texts.split("; "), state)


@pytest.mark.parametrize(
    ("texts", "chance"),
    [
        ("angeschrieben; kontakt aufgenommen; contact pris", 0.1),
        ("Erstgespräch war gut; koffie gedronken; hat Interesse; muy interesado", 0.2),
        ("wartet auf Rückmeldung; esperando respuesta; wacht op reactie; in attesa di riscontro", 0.4),
        ("convention d'honoraires envoyée; negociando; en négo; Vertrag in Prüfung", 0.65),
        ("moet nog tekenen; muss noch unterschreiben; falta firmar; manca la firma", 0.8),
        ("pte. de firma; en attente de signature; Zusage; quasi signé; mondelinge toezegging; ok a voce", 0.8),
        ("devis accepté; presupuesto aceptado; offerte geaccepteerd; preventivo accettato; orçamento aceite", 1.0),
        ("Angebot abgelehnt; devis refusé; presupuesto rechazado; offerte afgewezen; preventivo rifiutato", 0.0),
    ],
)
def test_how_far_a_talk_is_in_ordinary_words(texts, chance):
    assert {text: chance_of_stage(text) for text in texts.split("; ")} == dict.fromkeys(texts.split("; "), chance)


def test_who_accepted_an_offer_has_hired():
    assert {outcome_of(text) for text in ("devis signé", "Vertrag unterschrieben", "contract getekend")} == {"won"}


def test_a_stage_in_a_column_of_relationships_is_nothing_to_warn_of():
    assert parse_relationships(["client", "convention envoyée", "à contacter"]).problems == ()
    assert parse_relationships(["client", "mauve"]).problems


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("50. KW", "2026-12-11"), ("1. HJ 2027", "2027-06-30"), ("1° trim. 2027", "2027-03-31"),
        ("1.º trimestre de 2027", "2027-03-31"), ("1e kw 2027", "2027-03-31"), ("primeiro trimestre", "2027-03-31"),
        ("2e helft 2027", "2027-12-31"), ("2e helft jan", "2027-01-31"), ("1. Hälfte Februar", "2027-02-05"),
        ("metà gennaio", "2027-01-15"), ("fine anno", "2026-12-31"), ("Ende des Monats", "2026-11-30"),
        ("dopo l'Epifania", "2027-01-15"), ("prima dell'estate", "2027-06-30"), ("antes do verão", "2027-06-30"),
        ("d'ici mars", "2027-03-31"), ("sous 15 jours", "2026-12-13"),
        ("1ª quincena dic.", "2026-12-15"), ("2e quinzaine de mars", "2027-03-31"),
    ],
)  # fmt: skip
def test_when_in_ordinary_words(text, day):
    assert str(read_spoken(text, TODAY)) == day


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("680 €/mese", 8_160), ("350 euro al mese", 4_200), ("12.000 €/anno", 12_000), ("6 mila €", 6_000),
        ("450 € ao mês", 5_400), ("1.500 €/ano", 1_500), ("800 €/trim", 3_200), ("400 €/Mon.", 4_800),
        ("6 duizend", 6_000), ("10 j x 650 €", 6_500), ("TJM 650 x 10 j", 6_500), ("12.000 p/j", 12_000),
    ],
)  # fmt: skip
def test_for_how_much_in_ordinary_words(text, fee):
    assert read_fee(text, True)[0].value == fee


@pytest.mark.parametrize(
    ("texts", "good"),
    [
        ("machen wir zum halben Satz; tariffa agevolata; precio simbólico; doen veel goeds; sans but lucratif",
         Good.OTHERS),
        ("wäre was Neues für uns; ce serait une première; nos abriría un sector; ci farebbe entrare", Good.STRENGTHS),
        ("kennt Gott und die Welt; gros réseau; beveelt ons overal aan; ben inserito", Good.REFERRAL),
        ("wartet auf Unterschrift; budget is rond; signature à caler; vogliono partire a marzo", Good.NOW),
        ("Budget erst 2028; pas de budget cette année; voltar a ligar em setembro; mais tarde", Good.LATER),
    ],
)  # fmt: skip
def test_why_in_ordinary_words(texts, good):
    found = {text: {clue.good for clue in read_remark(text, TODAY) if clue.strength} for text in texts.split("; ")}
    assert all(goods == {good} for goods in found.values()), found


@pytest.mark.parametrize(
    "text",
    [
        "contract tot 2027", "vriendelijk, tot ziens", "plus tôt que prévu", "Audit 2026 erledigt",
        "Termin abgesagt, neuer im Januar", "Frau Kunz ist ausgeschieden", "cerró el contrato en mayo",
    ],
)  # fmt: skip
def test_a_word_that_is_another_in_a_second_language_ends_nobody(text):
    assert not any(clue.leave_out for clue in read_remark(text, TODAY))


@pytest.mark.parametrize("text", ["hicimos 4 pisos piloto en 2022", "pilote le projet en interne"])
def test_nor_does_it_teach_anything_new(text):
    assert not any(clue.good is Good.STRENGTHS for clue in read_remark(text, TODAY))


@pytest.mark.parametrize("text", ["Offert skickad", "følger opp i januar", "big opp", "invoice unpaid since July"])
def test_nor_does_it_make_anybody_a_good_cause(text):
    assert not any(clue.good is Good.OTHERS for clue in read_remark(text, TODAY))


def test_a_rebate_that_is_asked_for_is_no_chance():
    assert chance_in("will 10 % Nachlass") is None
    assert chance_in("chiede il 15 % di sconto") is None or chance_in("sconto 15 %") is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("OP: Óscar Pinedo", ("op", "Óscar Pinedo")),
        ("KB: Kirsten de Boer", ("kb", "Kirsten de Boer")),
        ("JvD – Jan van Dijk", ("jvd", "Jan van Dijk")),
        ("SB: Sina Behrendt (ab März Elternzeit)", ("sb", "Sina Behrendt")),
        ("BT Group Holdings", None),
    ],
)
def test_a_key_of_initials_knows_accents_and_particles(text, key):
    assert key_of_initials(text) == key


@pytest.mark.parametrize("text", ["Betrieb geschlossen", "geschlossen", "cerró", "ha chiuso", "zaak gesloten"])
def test_who_has_closed_is_nobody_to_win(text):
    assert any(clue.leave_out for clue in read_remark(text, TODAY))
