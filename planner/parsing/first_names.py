"""First names as they are common where the five languages are spoken, and a test whether a text is somebody's name.

They tell a column of the firm's own people from one of categories, whatever its header is called.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from planner.parsing.names import fold
from planner.parsing.word_lists import words

FIRST_NAMES: Final = words(
    """aaron abby abigail adam adrian adriana agathe agnes agnieszka agustin ahmed aidan aileen aine aisha aitor
    alain alan alba albert alberto alejandra alejandro alessandra alessandro alessia alex alexander alexandra
    alexis alfonso alfred alfredo ali alice alicia alison alix allison alonso alvaro amanda amelia amelie amit
    amparo amy ana anais ananya anders andre andrea andreas andres andrew andy angel angela angeles angelika angus
    anil anita anja anjali anke ann anna anne anneke annette annie anouk anselmo anthony antoine anton antonella
    antonia antonio aoife apolline araceli arianna arie arjan arjun armelle arnaud arthur arturo arun ashley asier
    astrid audrey aurelie aurelien aurora austin axel baptiste barbara bart bas bastien baz bea beate beatrice
    beatriz begona belen ben benedikt bengt benjamin benoit berengere bernadette bernard bernd bert bertrand beth
    betty bev bianca bill birgit birte bjorg bjorn blake blanca blandine bob borja bouke bram brandon brenda
    brendan brent brett brian bridget brigitte britta brittany bronwen brooke bruno bryan byron caitlin callum
    camille candela capucine carine carla carlo carlos carmen carol carole carolina caroline carrie carys casey
    caterina catherine cathy cecile cedric cees celia celine cesar cesare chad chantal charles charlie charlotte
    chase cheryl chiara chidi chloe chris christelle christian christina christine christoph christophe christopher
    ciara ciaran claire clara claude claudia claudio clay clemence clement cliff clifford clive cody colin colm
    concepcion connor conor constance consuelo cor corinne cormac courtney cristina cristobal cyril cyrille daan
    dagmar dale damien dan dana daniel daniela danielle daphne darlene dave david davide debbie deborah declan
    deepa deepak deirdre delphine denis denise dennis denzil derek dermot derrick desmond diana diane diarmuid dick
    didier diego dieter dirk divya dolores dominic dominik dominique donal donald donatella donna dorian doris
    dorothee doug dougal douglas drew duncan dustin dwayne dwight dylan eamon earl ed eddie edeltraud edgar edith
    edmund edouard eduardo edward egbert eileen elaine eleanor elena elisa elisabeth elisabetta elise elizabeth
    elke ella ellen elliot elliott elodie eloisa eloise els elsa emanuele emeric emilia emilie emilien emilio emily
    emma encarnacion enrico enrique eoin eric erica erik erika erling ernst esteban estelle esther estrella etienne
    eugenie eugenio eva eve evelyn evelyne evert ewan fabian fabienne fabio fabrice fabrizio fanny farid fatima
    federica federico felicie felipe felix femke fergal fergus fermin fernando filippo fintan fiona flavie flo
    floor florence florent florian floyd francesca francesco francis francisca francisco franco francois francoise
    frank frankie franz fraser fred frederic frederik freja frida friederike frits gabi gabriel gabriela gabriele
    gabriella gael gaelle gail gareth gary gaspard gavin gaz gema gene genevieve geoff george georgia gerald
    geraldine gerard gerd gerhard gert gertrud gethin giacomo giancarlo gianluca gianni gijs giles gill gilles gina
    giorgio giovanni gisela giulia giuliana giulio giuseppe glen glenn gloria godfrey gonzalo gordon gosta grace
    graeme graham grainne greg gregoire gregor gregory greta gudrun guido guillaume guillermo gunter gunther gus
    gustavo guy gwen hakan hal halvor hamish hanna hannah hanne hannelore hannes hans harald harriet harry hartmut
    hassan havard hazel heather hector hedda hege heidi heike hein heiner heinz helen helena helene helga helmut
    helmuth hendrik henk henning henri henrik henry herb herve hidde hilary hilde hildegard hiroshi holger holly
    horst hortense howard hubert hugh hugo humphrey hunter iain ian ignacio iker ilaria ilse imogen imran inaki
    ines inga inge ingeborg ingo ingrid inken inmaculada irene iris irma isaac isabel isabella isabelle isaiah
    isaure isla ivan ivor ivy jaap jacinto jack jackie jacqueline jacques jacqui jaime jake jakob jamal james jamie
    jan jana jane janet janice janine jasmin jasper javi javier jay jean jeanne jeff jeffrey jelle jennifer jenny
    jens jeremiah jeremy jeroen jerome jerry jesper jess jesse jessica jesus jethro jill jim jimmy jo joachim joan
    joana joanna joanne joao joaquim joaquin jochen jodi joe joel johan johann johanna johannes john jon jonas
    jonathan joost jordan jordi jorg jorge jorgen jorrit jose josef josefa josefina joseph josephine josh joshua
    josiane jost joy joyce juan juana judith jule julia julian julie julien juliette julio julius june jurgen
    justin justine jutta jytte kai karel karen kari karim karin karine karl karola karolina karsten kasper kat kate
    katharina kathleen kathrin kathy katia katie katja katrin kavita kay kayla kees keisha keith kelly kelsey ken
    kenji kenneth kerstin kevin khadija kieran kim kirsten kirstie kirstin kirsty kit klaas klaus knut koen konrad
    kurt kwame kyle lachlan laetitia laia lakshmi lance larry lars lasse laura lauren laurence laurent layla lea
    leah leanne leif leila leire lena leo leon leonie leonor lerato leroy lesley leslie lewis lex liam lidia lieke
    lien lies liesel lilian lily linda lindsay lindsey lionel lisa lise liz lloyd loek loic lola lorcan lore lorena
    lorenzo lori lorraine lotte lou louis louisa louise lourdes luc luca lucas lucia luciana lucie lucile lucio
    lucy ludivine ludovic luigi luis luisa lukas luke lutz luz lydia lynn lynne maarten macarena madeleine mael
    maelle maeve mafalda magali magdalena magnus mairead maite malachy malcolm malte mandy manfred manoj manolo
    manon manuel manuela marc marcel marcello marcia marco marcos marcus mareike marek margaret margarida margarita
    margherita margit margot margret maria marian mariangela marianne marie mariela marijke marina mario marion
    marisa mariska marisol marit marjan marjorie mark markus marlene marsha marta martha martial martin martina
    martine marvin mary maryse massimo mateo mathieu mathilde matias matt matteo matthew matthias maud maureen
    maurice maurizio mavis max maxence maxime maximo maxine maxwell meera mees meg megan meike mel melanie melissa
    melvin menno mercedes mette mhairi michael michaela michel michela michele michelle mickael mieke miep miguel
    mikael mike mikel mikkel milena miles milo mina mireille miriam mirjam mirko mitch mitchell mogens mohamed
    mohammed moira monica monika monique montague montserrat monty morgan morgane morten moya muhammad muriel nacho
    nadia nadine naledi nancy nat natalia natalie nate nathalie nathan nathanael natividad ned neha neil nele nell
    nelleke neville ngozi niall niamh nick nicola nicolas nicole nicoletta niek niels nieves nigel nikhil nikolaus
    nils nina noel noelia noelle noemie nora norbert norm norman nuala nuno nuria oddvar odile oisin olaf ole olga
    olive oliver olivia olivier omar onno ophelie oriane orla ornella oscar oskar oswald oswin otto owen oyvind
    pablo paco padraig palle paloma pamela paolo pascal pascale pascaline pat patrice patricia patrick patrizia
    paul paula paulina pauline paulo paz pearl pedro penny pepa pepe percy pernille perrine pete peter petra
    petronella phil philip philipp philippe pia pierre piet pieter pietro pilar pim polly pooja prakash priscille
    priya quentin rachel rafa rafael raffaella raghu ragnar rahul rainer raj rajesh ralf ralph ramiro ramon randy
    raphael raquel rasmus raul ravi ray raymond rebecca reg regina reginald regis reiner reinhard reinier rejane
    remedios remi renata renate renato renaud rene renee rex reyes rhodri rhonda rhys ria rianne ricardo riccardo
    richard rick rik rita rob robert roberta roberto robin rocio rodney rodolfo rodrigo roel roger rohan roisin
    roland rolf romain roman romane ron ronald ronan ronnie roos rory rosa rosalie rosalind rosario rose rosella
    rosemarie rosemary rosie ross rowena roxane roy ruben ruby rudiger rudolf rui rune rupert russ russell ruth
    ruud ryan sabine sabrina sadie sagrario sal sally salome salvador sam samantha samir samuel sana sander sandra
    sandrine sandy sanjay sanne santiago saoirse sara sarah sascha saskia scott sean sebastian sebastien segolene
    selina selwyn serena serge sergi sergio seth severine shalini shane shannon sharon sheila sheryl shirley sid
    sidney siebe siegfried sietske signe sigrid sigurd silas silke silvano silvia simon simona simone sinead
    siobhan sipho sissel sjaak sjoerd sofia sofie solange soledad solene solveig sonia sonja sonke sophia sophie
    soren spencer stacey stan stanislas stanley stefan stefania stefanie stefano steffen stella stephane stephanie
    stephen steve steven stewart stig stijn stirling stuart sue sunil sunniva suresh susan susana susanne suzan
    suzanne svein sven swantje sybille sylvain sylvia sylvie tadhg tamara tammy tamsin tanguy tania tanja tanner
    tanya tara tariq tarquin tash tatiana tatjana taylor ted teodoro terence teresa terje terri terry tess tessa
    teun thabo thandi thea thelma theo theresa thibault thibaut thierry thijmen thijs thomas thor thorsten tiago
    tiffany tilo tim timo timothy tina tineke tiziana tobias toby todd tom tomas tomasz toni tony tore torsten
    torunn tracey traci tracy traudel travis trevor trey trijntje trine trinidad tristan trond troy trudy truus
    tyler tyrell tyrone ugo ulf ulla ulli ulrich ulrike umberto una unai ursula uschi ute uwe val valentin
    valentina valeria valerie vanessa vasco vaughan vera vernon veronica veronika veronique vibeke vicente vicky
    victor victoria vijay vikram vince vincent vincenzo viola violaine virginie vivian vivien vivienne volker wade
    walter waltraud wanda warren wayne wencke wendell wendy werner wes whitney wiebke wilfred wilhelm will willem
    william wilma wim winfried winifred wolfgang wouter xavier ximena yago yann yannick yolanda yusuf yvan yves
    yvette yvon yvonne zach zachary zara zoe"""
)
"""Without case and accents."""


@lru_cache(maxsize=4096)
def is_first_name(text: str) -> bool:
    """Whether a text is a first name, alone or before a last name (`Ann`, `Núria Soler`)."""
    parts = fold(text).split()
    return 0 < len(parts) <= MOST_PARTS and parts[0] in FIRST_NAMES


MOST_PARTS: Final = 3
