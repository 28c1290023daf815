"""Countries and their parts by name and code: what a column of regions holds, whatever its header says.

Names are in plain words (lower case, no accents), codes in capitals. Only what lists of clients in the languages of
the planner are likely to hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planner.parsing.names import fold_all
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.word_lists import words

NAMES: Final = frozenset(
    patterns(
        """bedfordshire, berkshire, buckinghamshire, bucks, cambridgeshire, cambs, cheshire, cornwall, cumbria,
        derbyshire, devon, dorset, durham, county durham, essex, gloucestershire, glos, hampshire, hants,
        herefordshire, hertfordshire, herts, kent, lancashire, lancs, leicestershire, leics, lincolnshire, lincs,
        merseyside, norfolk, northamptonshire, northants, northumberland, nottinghamshire, notts, oxfordshire, oxon,
        rutland, shropshire, somerset, staffordshire, staffs, suffolk, surrey, sussex, east sussex, west sussex,
        warwickshire, wiltshire, wilts, worcestershire, worcs, yorkshire, north yorkshire, south yorkshire, west
        yorkshire, east yorkshire, greater manchester, greater london, tyne and wear, west midlands, isle of wight,
        bristol, powys, gwent, dyfed, clwyd, gwynedd, fife, highland, moray, lothian, strathclyde, antrim, armagh,
        down, fermanagh, tyrone, carlow, cavan, clare, cork, donegal, dublin, galway, kerry, kildare, kilkenny, laois,
        leitrim, limerick, longford, louth, mayo, meath, monaghan, offaly, roscommon, sligo, tipperary, waterford,
        westmeath, wexford, wicklow,
        alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii,
        idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan,
        minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york,
        north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south
        dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, ontario,
        quebec, alberta, manitoba, saskatchewan, british columbia, nova scotia, new brunswick, new south wales,
        victoria, queensland, tasmania, south australia, western australia, nsw, vic, qld, tas, gauteng, kwazulu natal,
        kzn, western cape, eastern cape, northern cape, free state, limpopo, mpumalanga, maharashtra, karnataka,
        gujarat,
        tamil nadu, kerala, telangana, andhra pradesh, delhi, rajasthan, punjab, haryana, west bengal, uttar pradesh,
        madhya pradesh, goa, auckland, canterbury, otago, waikato,
        baden wurttemberg, bayern, bavaria, berlin, brandenburg, bremen, hamburg, hessen, mecklenburg vorpommern,
        niedersachsen, nordrhein westfalen, rheinland pfalz, saarland, sachsen, sachsen anhalt, schleswig holstein,
        thuringen, burgenland, karnten, niederosterreich, oberosterreich, salzburg, steiermark, tirol, vorarlberg,
        wien, aargau, appenzell, basel, basel stadt, basel landschaft, bern, freiburg, fribourg, genf, geneve, glarus,
        graubunden, jura, luzern, neuenburg, neuchatel, nidwalden, obwalden, schaffhausen, schwyz, solothurn, st
        gallen, tessin, ticino, thurgau, uri, waadt, vaud, wallis, valais, zug, zurich,
        auvergne rhone alpes, bourgogne franche comte, bretagne, centre val de loire, corse, grand est, hauts de
        france, ile de france, normandie, nouvelle aquitaine, occitanie, pays de la loire, provence alpes cote d azur,
        paca, alsace, lorraine, bruxelles, hainaut, liege, namur, luxembourg, brabant wallon, brabant flamand, anvers,
        antwerpen, limburg, oost vlaanderen, west vlaanderen, vlaams brabant, drenthe, flevoland, friesland,
        gelderland, groningen, noord brabant, noord holland, overijssel, utrecht, zeeland, zuid holland,
        andalucia, aragon, asturias, baleares, canarias, cantabria, castilla y leon, castilla la mancha, cataluna,
        extremadura, galicia, la rioja, madrid, murcia, navarra, pais vasco, valencia, alicante, castellon, barcelona,
        girona, lleida, tarragona, zaragoza, huesca, teruel, sevilla, malaga, granada, cordoba, cadiz, almeria, jaen,
        huelva, vizcaya, bizkaia, guipuzcoa, gipuzkoa, alava, toledo, burgos, salamanca, valladolid, badajoz, caceres,
        abruzzo, basilicata, calabria, campania, emilia romagna, friuli venezia giulia, lazio, liguria, lombardia,
        marche, molise, piemonte, puglia, sardegna, sicilia, toscana, trentino alto adige, umbria, veneto,
        aveiro, beja, braga, braganca, coimbra, evora, faro, guarda, leiria, lisboa, portalegre, porto, santarem,
        setubal, viana do castelo, vila real, viseu, acores, madeira"""
    )
)
CITIES: Final = frozenset(
    patterns(
        """london, manchester, birmingham, leeds, liverpool, sheffield, newcastle, nottingham, leicester, coventry,
        hull,
        bradford, cardiff, swansea, newport, belfast, derry, edinburgh, glasgow, aberdeen, dundee, inverness, stirling,
        perth, york, bath, exeter, plymouth, truro, southampton, portsmouth, brighton, reading, oxford, cambridge,
        norwich, ipswich, colchester, chelmsford, peterborough, lincoln, derby, stoke, wolverhampton, worcester,
        gloucester, cheltenham, swindon, salisbury, winchester, guildford, croydon, watford, luton, milton keynes,
        bedford, preston, blackpool, bolton, warrington, chester, carlisle, lancaster, sunderland, middlesbrough,
        harrogate, wakefield, huddersfield, doncaster, taunton, shrewsbury, hereford, slough, maidstone, hove,
        canary wharf, soho, shoreditch, mayfair, jersey, guernsey, sark, isle of man, scotland, wales, england,
        ireland,
        boston, chicago, houston, dallas, austin, denver, phoenix, seattle, portland, atlanta, miami, tampa, orlando,
        philadelphia, pittsburgh, detroit, cleveland, columbus, cincinnati, indianapolis, nashville, memphis,
        charlotte,
        raleigh, richmond, baltimore, los angeles, san francisco, san diego, san jose, sacramento, las vegas,
        minneapolis, milwaukee, st louis, kansas city, omaha, new orleans, brooklyn, manhattan, toronto, vancouver,
        montreal, calgary, edmonton, ottawa, winnipeg, halifax, sydney, melbourne, brisbane, adelaide, hobart,
        canberra,
        wellington, christchurch, dunedin, cape town, johannesburg, joburg, durban, pretoria, mumbai, bangalore,
        bengaluru, chennai, hyderabad, pune, kolkata, singapore, hong kong, dubai, abu dhabi,
        munchen, munich, koln, cologne, frankfurt, stuttgart, dusseldorf, dortmund, essen, leipzig, dresden, hannover,
        nurnberg, duisburg, bochum, bonn, munster, karlsruhe, mannheim, augsburg, wiesbaden, mainz, kassel, kiel,
        lubeck, rostock, erfurt, freiburg, graz, linz, innsbruck, klagenfurt, winterthur, lausanne, lugano, biel,
        paris, lyon, marseille, toulouse, nice, nantes, strasbourg, montpellier, bordeaux, lille, rennes, reims,
        toulon, grenoble, dijon, angers, nimes, brest, tours, amiens, metz, rouen, caen, nancy, orleans, annecy,
        brussel, brussels, gent, ghent, gand, brugge, leuven, mechelen, charleroi, mons, amsterdam, rotterdam,
        den haag,
        the hague, eindhoven, tilburg, breda, almere, nijmegen, arnhem, haarlem, amersfoort, zwolle, leiden, delft,
        maastricht, apeldoorn, den bosch, madrid, bilbao, san sebastian, pamplona, vigo, oviedo, gijon, santander,
        logrono, vitoria, elche, marbella, palma, las palmas, roma, rome, milano, milan, torino, turin, napoli, naples,
        bologna, firenze, florence, genova, venezia, venice, verona, padova, trieste, bari, palermo, catania, lisbon,
        oporto, cascais, sao paulo, rio de janeiro, buenos aires, mexico city, bogota, lima, santiago, france, germany,
        spain, portugal, italy, holland, netherlands, belgium, switzerland, austria, america, canada, australia,
        new zealand, india, china, japan, europe, asia, africa, norway, sweden, denmark, poland, espana, alemania,
        francia, italia, deutschland, osterreich, schweiz, frankreich, spanien, italien, allemagne, espagne, belgique,
        suisse, nederland, duitsland, frankrijk, spanje, belgie"""
    )
)
"""Cities and countries by name: where people move to, and no firm."""
CODES: Final = (
    words(
        """AT AU BE BG BR CA CH CN CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT JP LI LT LU LV MT MX NL NO
        NZ PL PT RO
        RS SE SG SI SK TR UA UK US USA UAE ZA"""
    ),
    words(
        """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK
        OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"""
    ),
    words("AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"),
    words("BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH NRW"),
    words("ON QC AB MB SK BC NS NB NL PE"),
    words("NSW VIC QLD TAS SA WA ACT NT"),
    words(
        """AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM
        FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV
        PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV"""
    ),
)
"""Codes of countries, and of the parts of one, a country a set."""
LEAST_CODES: Final = 3


def share_of_places(texts: Iterable[str]) -> float:
    """The share of texts, 0 to 1, that name a part of a country; or of codes, where all are of one country."""
    known = list(texts)
    if not known:
        return 0.0
    different = {text.strip() for text in known}
    for codes in CODES:
        others = len(different - codes)
        if others <= 1 and len(different & codes) >= LEAST_CODES + others:
            return 1.0
    return sum(text in NAMES for text in fold_all(known)) / len(known)
