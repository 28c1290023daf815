"""Words that the default rules look for, in five languages; a `*` stands for any ending (see `word_index`)."""

from __future__ import annotations

from typing import Final

from planner.parsing.remarks.remark_families import FREE_WORK as FREE_WORK_SAID
from planner.parsing.standing.words.standing_words import patterns

CHARITY_KINDS: Final = patterns(
    """nonprofit*, non profit*, not for profit*, charity, charities, charitable, ngo, ngos, non governmental*,
    philanthrop*, npo, npos, npc, npcs, pbo, section 8 company, third sector, voluntary sector, voluntary organi*,
    volunteers, social enterprise*, social business*,
    food bank*, food pantry, 501 c 3, 501c3, cic, community interest compan*, cio, scio, civic social organization*,
    civic and social organi*, religious institution*, faith based, benevolent, mutual aid, village hall, community
    hall, school charity, gemeinnutzig*, mildtatig*, wohltatig*, wohlfahrt*, verein, vereine, e v, eingetragener
    verein, ggmbh, gug, gemeinwohl*, hilfsorganisation*, ong, ongs, association loi 1901, loi 1901, associatif,
    associative, but non lucratif, organisme sans but lucratif, caritatif*, caritative*, humanitaire*, economie
    sociale, ess, fondation reconnue, sin animo de lucro, sin fines de lucro, tercer sector, entidad social, accion
    social, benefic*, fundacion, fundaciones, asociacion, asociaciones, goed doel, goede doelen, zonder winstoogmerk,
    anbi, stichting, stichtingen, vereniging, verenigingen, ngo s, hospice charity, asoc civil, asociacion civil,
    asociaciones civiles, associazione, associazioni,
    onlus, terzo settore, associacao, associacoes, ipss, terceiro setor, vzw, asbl"""
)
"""Types and industries of those who work for the good of others; registered forms of charities among them."""
NO_CHARITY_KINDS: Final = patterns(
    """charity audit*, charity law*, charity solicitor*, charity advis*, charity account*, charity bank*, charity
    insur*, charity consult*, charity software, charity tech*, charity special*, to charities, for charities, charity
    supplier*, charity recruit*, charity event*"""
)
"""Kinds of business whose clients are charities."""
LONE_KINDS: Final = patterns("association, associations, foundation, foundations, stiftung, fondation, trust charity")
"""Types that mean a charity where they stand alone: a trade association or a family foundation is none."""
CAUSES: Final = patterns(
    """refugee*, homeless*, veterans, disability, disabilities, disabled people, animals, animal welfare, wildlife,
    conservation, suicide prevention, poverty, hunger, human rights, domestic violence, women s rights, addiction,
    child protection, youth work, social care, environment charity, community development, overseas aid, humanitarian,
    heritage, social housing, housing association*, community energy, community farm, community arts, logement social,
    bailleur social, hlm, insertion, sozialer wohnungsbau, jugendhilfe, fluchtlingshilfe, obdachlosenhilfe,
    behindertenhilfe, tierschutz, vivienda social, discapacidad, refugiados, sociale woningbouw, woningcorporatie*,
    sociale huisvesting, vluchtelingen, gehandicapten, dierenwelzijn"""
)
"""Industries that are causes."""
FREE_WORK: Final = tuple(phrase for phrase in FREE_WORK_SAID.phrases if phrase not in {"at cost", "for free", "gratis"})
CHARITY_NAMES: Final = patterns(
    """foundation, charity, charities, trust, stiftung, burgerstiftung, fondation, fundacion, stichting, verein, e v,
    ggmbh, hospizverein, forderverein, ong, asociacion, a c, ampa, npc, vereniging, vzw, asbl, onlus, charitable,
    nonprofit"""
)
CHARITY_WORK: Final = patterns(
    """food bank*, food pantry, foodbank*, free clinic, community clinic, community health center, soup kitchen,
    legal aid, citizens advice, red cross, humane society,
    homeless*, refugee*, women s refuge, refuge, air ambulance, lifeboat*, mountain rescue, animal rescue, hedgehog
    rescue, dog rescue, cat rescue, wildlife rescue, wildlife trust, scouts, girl guides, girlguiding, girl scouts,
    boys girls club, samaritans, salvation army, habitat for humanity, ymca, ywca, oxfam, unicef, mencap, village
    hall, pta, pcc, toy library, youth club, youth centre, community centre, community arts, community farm, community
    land trust, community interest, preservation society, historical society, conservation society, friends of the,
    hospital friends, league of friends, night shelter, animal shelter, shelter, tafel, hospizverein, caritas,
    diakonie, lebenshilfe, arbeiterwohlfahrt, rotes kreuz, kinderschutzbund, tierschutzverein, croix rouge, restos du
    coeur, secours populaire, secours catholique, emmaus, banque alimentaire, cruz roja, banco de alimentos, medicos
    sin fronteras, voedselbank, leger des heils, rode kruis, dierenambulance"""
)
"""Names of work that hardly anybody does for profit."""
NO_CHARITY_WORK: Final = patterns(
    """suppl*, software, capital, partners, brewery, brewing, tech*, services ltd, boat*, marine, hire, estates,
    investment*, insurance, consult*"""
)
BUSINESS_NAMES: Final = patterns(
    """capital, bank*, invest*, financ*, insurance, wealth, asset*, securities, holding, holdings, properties,
    property, realty, reit, company, savings, mutual, software, tech*, medicine, building, construction, engineering,
    repair*, drilling, suppl*, lane, street, road, avenue, corp, corporation, plc, llc, llp, gmbh, partners, nhs,
    family, familie*, familia, famille, brewery, brewing, brewer*, equity, ventures, advis*, consult*, legal, law,
    solicitors, estates, media, studio*, design*, kapital, beteiligung*, vermogen*, versicherung*, immobili*,
    vermogensverwaltung, assurance*, gestion, patrimoine, inversion*, seguros, beleggingen, verzekering*,
    familienstiftung, trust co, trust cos, fiduciar*, fiduciaire*, treuhand*, trustkantoor, pension*,
    pensioen*, retirement, provident, superannuation, staff, caisse, unit, ag, inc,
    marketing, agency, agencies, branding, seo"""
)
BUSINESS_FORMS: Final = patterns(
    """trust, family trust, unit trust, discretionary trust, trading trust, company, pty ltd, private company,
    individual,
    individuals, partnership, sole trader, smsf, super fund, llc, s corp, c corp"""
)
"""Legal forms, in a column of such, that leave *trust* in a name what it is in business."""
CHARITY_FORMS: Final = patterns(
    """incorporated association, charity, registered charity, charitable trust, charitable company, cic, cio, npo, npc,
    section 8 company, not for profit, nonprofit, non profit, 501c3, 501 c 3"""
)
BUSINESS_KINDS: Final = patterns(
    """bank*, financ*, invest*, insurance, trust company, trust companies, trust co, trust bank*, trust services,
    corporate trust*, corporate trustee*, professional trustee*, fiduciar*, custodian*, fund manage*, ria, rias,
    broker*, treuhand*, fiduciaire*, fideicomiso*, trustkantoor,
    capital markets, software, construction, real estate, private equity,
    venture capital, private client*, family trust*, family office*, family money, wealth, estate*, pension*,
    corporate, retail, holding*, asset management, pensioenfonds, pensionskasse*, caisse de retraite, fondo de
    pensiones, brewery, brewing, familienstiftung*, vermogensverwaltung, beteiligung*, versicherung*, capital
    investissement, assurance*, banque*, gestion de patrimoine, capital riesgo, banca, seguros, verzekering*,
    vermogensbeheer, privat, privatperson"""
)
PUBLIC_KINDS: Final = patterns(
    """government*, public sector, public body, public bodies, public administration, public health, public,
    municipal*, local authority, local authorities, local government, council*, federal, ministry, judiciary, public
    safety, military, nhs, police, fire service, state agency, regulator, offentlich*, offentliche hand, behorde*,
    kommune, kommunen, kommunal*, stadtverwaltung, korperschaft des offentlichen rechts, secteur public,
    collectivite*, mairie, administration publique, hopital public, etablissement public, fonction publique, sector
    publico, administracion publica, ayuntamiento*, organismo publico, overheid*, gemeente, gemeenten, publieke
    sector, semi overheid, gobierno*, gobierno autonomico, empresa publica, organismo autonomo, administracao publica,
    setor publico, administracion local, pubblica amministrazione, ente pubblico, enti pubblici, settore pubblico,
    kommun, kommuner, offentlig*, statlig*, stat og kommune, administracja publiczna, sektor publiczny, samorzad*"""
)
NO_PUBLIC_KINDS: Final = patterns(
    """government relations, government affairs, public affairs, public relations, public company, public house,
    public houses, contractor*, software, tech*"""
)
PUBLIC_NAMES: Final = patterns(
    """city of, county of, town of, state of, borough of, government of, ministry of, department of, city council,
    county council, district council, borough council, town council, parish council, council, nhs, fire department,
    police department, police, housing authority, transit authority, port authority, ports authority, harbour trust,
    mairie, ville de, commune de, communaute de communes, conseil departemental, conseil regional, prefecture, stadt,
    gemeinde, landkreis, landratsamt, bezirksamt, stadtwerke, ministerium, ayuntamiento, diputacion, ministerio,
    gobierno de, gemeente, provincie, waterschap, ministerie, rijkswaterstaat, junta de, consejeria, cabildo, camara
    municipal, municipio, municipios, prefeitura, governo, comune di, regione, provincia di, kommun, kommune, kommunen,
    gmina, urzad, starostwo"""
)
NO_PUBLIC_NAMES: Final = patterns(
    """council tax, kitchen*, records, sportbedrijf, stadtmarketing, strata, strata council, owners, works council,
    business
    council, student council, export council, chamber, trades council, co op council, housing co op"""
)
SCHOOL_KINDS: Final = patterns(
    """education*, higher education, school*, universit*, college*, academy trust*, hospital, hospitals, hospice*,
    museum*, librar*, theatre, individual family services, social services, human services, bildung*, schule*,
    hochschule*, krankenhaus, krankenhauser, klinikum, kita, kitas, kindergarten, pflegeheim, bibliothek*,
    enseignement, ecole*, lycee*, hopital, hopitaux, creche*, musee*, bibliotheque*, educacion, ensenanza, escuela*,
    colegio*, hospital publico, museo*, biblioteca*, onderwijs, school, scholen, ziekenhuis*, zorginstelling*,
    bibliotheek"""
)
SCHOOL_NAMES: Final = patterns(
    """hospice, hospital, university, college, school district, school of, primary school, high school, schools,
    academy trust, montessori, museum, housing association, library, universitat, hochschule, gymnasium, grundschule,
    klinikum, krankenhaus, hospiz, kita, universite, lycee, ecole, hopital, musee, universidad, escuela, colegio,
    museo, universiteit, hogeschool, basisschool, ziekenhuis, woningcorporatie"""
)
ANIMALS: Final = patterns(
    """animal*, equin*, horses, horse hospital, veterin*, vet, vets, pet, pets, dog school, dog training, puppy school,
    tierarzt*, tierklinik*, tiermedizin*, tiere, pferde*, hunde, hundeschule*, cheval, chevaux, chien*, caballo*,
    perro*, dieren*, paard*, honden*, cavall*, equestr*"""
)
"""Words of those who heal or teach animals."""
CORPORATE: Final = patterns(
    """corporate, company, commercial, brand, firmen*, unternehmens*, d entreprise, entreprise, empresarial, de empresa,
    bedrijfs*, aziendale, d impresa"""
)
"""Words of what a company keeps for itself (`corporate museum`)."""
NO_SCHOOL_KINDS: Final = (
    patterns("software, tech*, publishing, supplies, ed tech, edtech, retail, surf*, driving") + ANIMALS + CORPORATE
)
NO_SCHOOL_NAMES: Final = ANIMALS + patterns(
    """suppl*, software, park, bank*, capital, sports, surf, driving,
    riding, ski, dance, furniture, parking, records, partners, brewery, brewing, uniform*, catering, hotel*,
    street, road, lane"""
)
BUSINESS_CARE: Final = patterns(
    """pharma*, insurance, biotech*, bio tech*, healthcare, health care, versicherung*, assurance*, pharmacie,
    farmaceut*, seguros, verzekering*"""
)
SENDERS: Final = patterns(
    """partner, partners, referral partner*, channel partner*, strategic partner*, referring partner*, referrer*,
    referral source*, adviser*, advisor*, association*, investor*, introducer*, intermediar*, centre of influence,
    center of influence, multiplier*, empfehler*, vermittler*, tippgeber*, multiplikator*, prescripteur*, apporteur*,
    prescriptor*, verwijzer*, tussenpersoon"""
)
NO_SENDERS: Final = patterns(
    """partnership*, homeowner*, home owner*, condo*, housing, housing association*, limited partner*, general
    partner*, tax partner*, loi 1901, association loi 1901"""
)
