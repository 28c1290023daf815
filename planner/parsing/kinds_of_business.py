"""Words for what an account is or trades in (`architects`, `charity`, `foundry`), not for what is done for it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from planner.parsing.remarks.phrases import words_of
from planner.parsing.word_lists import words

_KINDS: Final = words(
    """academy accountancy accountant adviser aerospace agency agriculture agri airline architect architects
    association attorney authority automotive aviation bakery baker bank banking barrister biotech body bookshop
    brand brewery broker brokerage builder business butcher cafe carehome caterer charity chemicals childcare church
    cic clinic club college company conservation consultancy consultant contractor council creche dairy dealer
    dealership dental dentist department designers developer diocese distillery distributor drinks electrician
    electronics employer engineers estate fabricator factory family farm farmer farming fashion federation festival
    fintech firm florist food forestry foundation foundry freight fund garage gallery games gastronomy government
    govt grocer grower gym haulage haulier healthcare hospice hospital hospitality hotel hotelier housebuilder
    household housing importer incubator individual insurer investor joiner joinery laboratory landlord landowner
    lawyer leisure library logistics maker manufacturer manufacturing maritime marina marketplace merchant mill mine
    mining ministry mosque museum network ngo nhs nonprofit npo nursery offsite operator optician organisation
    organization orchestra owner parish partnership pharma pharmacy pharmaceuticals photographer physio plc plumber
    practice prison producer profession programme property pub publisher publishing quarry rail railway realtor
    recruiter refinery regulator reseller restaurant restaurateur retail retailer roofer saas sawmill school seafood
    shipbuilder shipping shop society software solicitor spa sport stadium startup store studio supermarket supplier
    surgery surveyor synagogue tech technology telecom telecoms temple textile textiles theatre tourism trader
    trawler treasury trust university utility utilities vet veterinary village vineyard warehouse wholesaler winery
    workshop zoo beverage cosmetics diagnostics footwear furniture jewellery marine optics packaging photonics robotics
    semiconductor toys construction energy water municipal corporate public medical steel plastics transport

    amt anwalt anwalte apotheke architekt architekten arzt arzte autohaus backerei backer bahn bank bauer bauern
    bauherr bauunternehmen behorde betrieb bildung brauerei buchhandlung buro chemie druckerei einzelhandel
    elektriker energieversorger entwickler fabrik familie firma fotograf gasthaus gastronomie gemeinde
    genossenschaft gesundheit handler handel handwerk handwerker hausverwaltung hersteller hochschule hotellerie
    industrie ingenieure ingenieurburo kanzlei kindergarten kirche klinik krankenhaus kreis kultur landwirt
    landwirtschaft lebensmittel logistik makler maschinenbau metzgerei mobelhaus molkerei museum notar pflegeheim
    pharma praxis privat restaurant sagewerk schreinerei schule sozialwesen spedition stadt stadtwerke steuerberater
    stiftung theater tischlerei tourismus unternehmen verband verein verlag versicherer versorger werft werkstatt
    winzer zahnarzt zulieferer bau energie verwaltung

    agence agroalimentaire architecte artisan assureur avocat avocats banque bailleur boulangerie brasserie cabinet
    cinema clinique collectivite college commerce commercant commune cooperative copropriete courtier createur
    creche distributeur ecole editeur eglise entreprise etablissement exploitant fabricant federation ferme
    fondation fonderie fournisseur foyer grossiste hopital hotellerie imprimerie industriel laboratoire librairie
    lycee mairie marque menuiserie ministere mutuelle musee negociant notaire ong particulier pharmacie prefecture
    producteur promoteur restaurateur societe syndic syndicat traiteur transporteur universite usine vigneron ville
    construction sante textile

    abogado abogados agencia arquitecto arquitectos asociacion asesoria ayuntamiento banco bodega cadena clinica
    colegio comercio constructora consultora cooperativa despacho distribuidora editorial empresa escuela fabricante
    farmacia federacion fundacion gestoria granja hospital hosteleria imprenta inmobiliaria instituto laboratorio
    ministerio museo notaria panaderia particular productora promotora restaurante sociedad taller teatro tienda
    universidad construccion alimentos alimentacion textil publico salud sanidad quimico quimica energia

    advocaat advocaten apotheek architectenbureau bakkerij bedrijf boer brouwerij bureau corporatie drukkerij
    fabriek gemeente groothandel handelaar hogeschool horeca huisarts kerk kliniek makelaar ministerie museum
    ontwikkelaar overheid particulier praktijk producent school slagerij stichting tandarts uitgeverij universiteit
    vereniging verzekeraar winkel ziekenhuis zorginstelling bouw zorg onderwijs machinebouw

    agenzia albergo associazione avvocato azienda banca cantina clinica comune cooperativa costruttore distributore
    fabbrica farmacia fondazione fornitore impresa museo negozio ospedale panificio produttore ristorante scuola
    societa studio teatro universita"""
)
"""Nouns for organisations, trades and sectors in six languages, without accents."""
_AFTER: Final = words("of de du des d di del della da van voor for fur und and y et e en")
"""Behind the noun itself follows of what kind it is (`bureau d'études`, `Hersteller von Möbeln`)."""


@lru_cache(maxsize=4096)
def names_business(text: str) -> bool:
    """Whether a short text says what kind of organisation, trade or household somebody is.

    Example:
        >>> [names_business(text) for text in ("frame maker", "private estate", "Agence de voyages", "annual audit")]
        [True, True, True, False]
    """
    said = words_of(text)
    if not said:
        return False
    first_says = len(said) == 1 or said[1] in _AFTER
    return _is_kind(said[-1]) or (first_says and _is_kind(said[0]))


def speaks_of_business(text: str) -> bool:
    """Whether any word of a name says what kind of organisation it is (`Hospital Comarcal Valle de Lea`)."""
    return any(map(_is_kind, words_of(text)))


def _is_kind(word: str) -> bool:
    if word in _KINDS:
        return True
    one = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return one in _KINDS or word.removesuffix("es") in _KINDS
