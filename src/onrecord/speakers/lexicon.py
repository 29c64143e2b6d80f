"""Closed lists of words that show who is named: titles, offices, organisations, places.

Source: written by hand for this project from general knowledge of English news style; no list is
copied from elsewhere. All words are folded (lower case, no accents, straight marks). There is no
list of first names: a person's pronoun is read from the article, never guessed from a name.
"""

from __future__ import annotations

HE_TITLES = frozenset(
    "mr mister sir lord king prince duke earl baron emperor pope father fr brother monsignor".split()
)
SHE_TITLES = frozenset(
    "mrs ms miss madam madame dame lady queen princess duchess countess baroness empress".split()
)
HE_NOUNS = frozenset(
    """spokesman businessman congressman assemblyman councilman policeman fireman
    alderman clergyman salesman sportsman cameraman gunman man boy son father husband brother uncle
    nephew grandfather widower boyfriend fiance priest friar imam gentleman lad groom
    king prince duke emperor pope pontiff""".split()
)
SHE_NOUNS = frozenset(
    """spokeswoman businesswoman congresswoman assemblywoman councilwoman policewoman chairwoman
    saleswoman sportswoman actress waitress hostess heiress woman girl daughter mother wife sister
    aunt niece grandmother widow girlfriend fiancee nun bride lady queen princess duchess
    empress""".split()
)
"""Nouns that go with one pronoun; "chairman" and "actor" are used of everybody."""

TITLES = (
    HE_TITLES
    | SHE_TITLES
    | frozenset(
        """mx dr doctor prof professor rev reverend rt hon honorable honourable sen senator rep
        representative gov governor gen general lt lieutenant col colonel maj major capt captain sgt
        sergeant cpl corporal pvt private cmdr commander adm admiral det detective insp inspector
        supt superintendent const constable pc officer deputy sheriff judge justice imam sheikh
        sheik ayatollah rabbi cardinal bishop archbishop sister saint st mayor cllr councillor
        councilor councilman councilwoman congressman congresswoman assemblyman assemblywoman
        president premier chancellor atty attorney archdeacon canon dean hajji haji mullah maulana
        sultan emir""".split()
    )
)
"""Words that stand before a name and are no part of it."""

OFFICES = TITLES | frozenset(
    """minister secretary director chairman chairwoman chairperson chair chief head spokesman
    spokeswoman spokesperson spokespeople speaker ambassador envoy consul leader manager coach
    trainer captain editor publisher ceo cfo coo cto founder cofounder co-founder coauthor
    co-author owner co-owner administrator commissioner analyst economist scientist researcher
    professor lecturer historian biologist astronomer physicist chemist psychologist geologist
    engineer lawyer barrister solicitor attorney prosecutor magistrate minister lawmaker legislator
    politician candidate nominee incumbent mp mep msp mla congressmember delegate whip treasurer
    warden master commandant pm harbourmaster harbormaster principal headteacher headmaster teacher student
    pupil resident witness victim survivor suspect defendant author writer novelist poet playwright
    journalist reporter correspondent columnist commentator host presenter broadcaster anchor
    blogger critic photographer filmmaker director producer actor actress singer musician rapper
    composer artist painter designer architect comedian model dancer player striker goalkeeper
    defender midfielder quarterback pitcher driver rider skater swimmer sprinter boxer champion
    athlete footballer cricketer golfer pilot astronaut farmer businessman businesswoman
    entrepreneur billionaire investor banker trader activist campaigner organizer organiser
    volunteer worker nurse physician surgeon doctor specialist expert adviser advisor counsel
    consultant strategist aide assistant officer official agent inspector investigator detective
    commander marshal firefighter policeman policewoman soldier pastor preacher vicar priest monk
    nun patriarch prelate pontiff prince princess king queen monarch emperor crown heir
    president vice-president premier chancellor senator representative governor mayor
    congressman congresswoman curator librarian executive vice undersecretary under-secretary
    comptroller auditor ombudsman coroner rector provost vice-chancellor superintendent
    coordinator co-ordinator secretary-general governor-general attorney-general
    co-chair cochair vice-chair vice-chairman deputy-director meteorologist forecaster
    epidemiologist virologist climatologist seismologist anthropologist archaeologist
    sociologist ecologist oceanographer mathematician statistician philosopher theologian
    scholar academic neighbor neighbour mother father wife husband son daughter brother sister
    uncle aunt cousin widow partner girlfriend boyfriend fiance fiancee grandmother grandfather
    parent friend colleague teammate roommate client employee boss shopkeeper tourist passenger
    developer programmer hacker user gamer collector dealer broker actuary dictator ruler rebel
    warlord democrat republican unionist militant guerrilla terrorist gunman murderer killer inmate prisoner fugitive""".split()
)
"""Heads of descriptions of one person: offices, trades, kinship."""

SHORT_OFFICES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "cmdr": "commander",
    "adm": "admiral",
    "det": "detective",
    "insp": "inspector",
    "supt": "superintendent",
    "const": "constable",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
    "atty": "attorney",
    "cllr": "councillor",
    "cofounder": "founder",
    "co-founder": "founder",
}
"""Offices by their short form."""

OFFICE_MODIFIERS = frozenset(
    """former then current acting interim late new newly-elected incoming outgoing deputy vice
    assistant associate senior junior chief lead prime first second third foreign finance interior
    defence defense health home justice education transport infrastructure environment energy
    labour labor agriculture trade treasury shadow cabinet state federal national regional local
    royal crown general executive managing press media political military police fire district
    county city town village opposition majority minority house senate party union communications
    sports marketing technology information research science policy legal financial
    one-time onetime longtime long-time veteran co- ex- fellow retired presidential vice-presidential
    congressional parliamentary gubernatorial republican democratic conservative liberal socialist
    democrat tory independent catholic roman anglican orthodox muslim jewish black white
    undersecretary supreme high chief lord privy culture development planning security intelligence
    """.split()
)
"""Words that may stand before an office inside a capitalised run."""

ORGANISATION_WORDS = frozenset(
    """ministry department office agency bureau administration authority commission committee
    council court parliament congress senate assembly legislature government cabinet treasury
    university college school institute institution academy laboratory lab labs observatory
    hospital clinic centre center museum gallery library church diocese association federation
    confederation union league society organisation organization foundation fund trust charity
    party movement front alliance coalition campaign caucus forum network group team club
    company corporation corp inc ltd llc plc co limited holdings partners enterprises industries
    international bank exchange airlines airways motors pictures studios records entertainment
    media broadcasting news press times post herald tribune gazette guardian telegraph journal
    chronicle examiner observer mail mirror globe magazine review radio television tv channel
    police army navy force forces guard corps brigade service services constabulary patrol embassy consulate
    board panel tribunal inquiry task bureau command pentagon kremlin house conference convention
    chamber secretariat directorate division branch unit project program programme initiative
    greens democrats republicans conservatives tories liberals survey systems technologies
    software airlines railway railways rail energy electric oil gas petroleum pharmaceuticals
    orchestra band ensemble choir opera ballet symphony fleet supporters workers teachers bears broncos rovers wikinews reuters bloomberg jazeera
    nations crescent cross amnesty watch""".split()
)
"""A capitalised run that holds one of these names an organisation (unless a person follows)."""

THING_WORDS = frozenset(
    """airport bridge river street road avenue lane park square tower island islands sea ocean lake
    mountain mount mountains valley bay beach coast canal flight stadium arena theatre theater hotel
    prison jail zoo palace castle temple mosque cathedral station line act bill war battle award
    awards prize medal cup games olympics festival expo series agreement treaty accord protocol
    day week month year season hurricane typhoon cyclone storm earthquake operation plan project
    constitution amendment rights number category chapter volume game show album song film movie
    novel book county province prefecture district oblast region territory city town village state
    hill hills heights forest desert peninsula strait gulf monument memorial cemetery building
    plaza mall airport terminal highway route interstate boulevard article section phase runway
    oasis championship championships tournament trophy open grand prix marathon election
    elections primary referendum revolution uprising crisis scandal affair model nebula galaxy
    galaxies telescope spacecraft satellite rover shuttle virus disease syndrome flu standard
    theory index code creek falls springs""".split()
)
"""A capitalised run that ends in one of these names no person."""

ORGANISATION_HEADS = frozenset(
    """ministry department office agency bureau administration authority commission committee
    council court parliament congress senate assembly legislature government university college
    school institute institution academy laboratory hospital museum church diocese association
    federation union league society organisation organization foundation fund charity party
    movement alliance coalition campaign group team club company firm corporation bank airline
    newspaper magazine agency network broadcaster board panel tribunal force army navy service
    embassy conference regime administration court station publisher manufacturer retailer
    airport carrier website site""".split()
)
"""Common nouns that stand for an organisation named elsewhere ("the ministry")."""

DOCUMENT_HEADS = frozenset(
    """report study poll survey statement letter document article post tweet memo email e-mail
    message editorial book paper bill law ruling verdict judgment judgement decision order warrant
    affidavit indictment complaint lawsuit petition resolution declaration constitution treaty
    agreement charter bulletin advisory release communique transcript recording video videos footage
    film documentary data figures statistics results findings research analysis evidence review
    audit assessment assessments census forecast estimate estimates model guidelines rules policy
    plan proposal manifesto speech testimony interview broadcast programme program headline caption
    sign banner placard note blog posting journal minutes notice opinion autopsy test tests
    investigation inquiry records papers documents reports studies polls surveys statements letters
    posts tweets emails files summary text draft leaflet flyer website page science polling rumors
    rumours allegations act amendment decree reading readings scans tests photographs photos images
    """.split()
)
"""Nouns for what carries language without being a person."""

ARTEFACTS = frozenset(
    """statement report letter tweet tweets post posts remarks comments comment words speech
    testimony memo email emails e-mail statistics data figures poll survey study release message
    announcement claim claims ruling decision opinion order blog editorial article estimates
    estimate analysis research findings view verdict own alert guidelines advisory warning website
    memoirs memoir autobiography page proposal complaint lawsuit decree proclamation advertisement
    ad paper press views opinions lips lawsuit suit filing forecast forecasts bulletin""".split()
)
"""Heads of "X's statement": the words are X's own."""

PLATFORMS = frozenset(
    "twitter facebook instagram youtube reddit tiktok whatsapp telegram internet web myspace weibo".split()
)
"""Where anybody posts: the owner of a "Facebook post" is not Facebook."""

GROUP_HEADS = frozenset(
    """police officials authorities researchers scientists experts analysts critics supporters
    opponents residents witnesses protesters protestors demonstrators activists campaigners
    prosecutors lawyers investigators detectives officers troops soldiers rebels militants workers
    employees staff members lawmakers legislators politicians voters people others sources
    observers economists doctors nurses teachers students parents families relatives friends
    neighbors neighbours fans users readers viewers journalists reporters editors historians
    authors participants respondents organizers organisers leaders ministers governors mayors
    representatives delegates senators republicans democrats conservatives liberals tories
    americans europeans russians chinese israelis palestinians ukrainians muslims christians
    catholics jews women men children farmers firefighters engineers media press public
    community crowd family couple crew team group jury majority minority percent some many most
    several few all both those government opposition administration regime crowd audience""".split()
)
"""Heads of descriptions of several people."""

PERSON_NOUNS = frozenset(
    """man woman person boy girl lady gentleman teenager youth child someone somebody source insider
    reader viewer listener user poster commenter protester protestor demonstrator bystander
    eyewitness onlooker attendee participant respondent spokesperson""".split()
)
"""Heads of descriptions of one person that are no office."""

GENERIC_HEADS = frozenset(
    """company firm agency organization organisation corporation airline carrier manufacturer maker
    network broadcaster newspaper magazine publisher publication retailer group charity body
    commission hospital academy foundation institute university embassy website site automaker
    bank studio club watchdog union""".split()
)
"""Nouns for an organisation that must have been named before ("the company")."""

APPOSED_HEADS = frozenset(
    """company firm agency newspaper magazine daily weekly website airline bank broadcaster network
    organization organisation charity publisher manufacturer automaker retailer carrier station site
    club band union maker studio label supermarket brand chain startup consultancy watchdog
    foundation institute university hospital group""".split()
)
"""Nouns that stand right before or after an organisation's name ("the airline Qantas")."""

COUNTRY_HEADS = frozenset("country nation state city kingdom republic territory".split())
"""Nouns for a place that must have been named before."""

RESEARCHERS = frozenset(
    """researchers scientists team authors astronomers archaeologists biologists physicists
    geologists chemists ecologists epidemiologists economists psychologists academics
    investigators experts""".split()
)
"""Heads that take one another up in reports of research ("a team from Oslo ... the scientists")."""

PARTICLES = frozenset(
    """de da do dos das del della di du la le les lo van von der den ter ten zu zur af av al el ibn
    bin bint ben abu y e san santa st st. dem op""".split()
)
"""Lower-case words inside a personal name."""

NAME_LINKS = frozenset("of for and the & on de du des la to in".split())
"""Words that link the parts of an organisation's name."""

SUFFIXES = frozenset("jr sr ii iii iv md phd esq obe mbe cbe qc kc mp".split())
"""What may follow a personal name and is no surname."""

STOP = frozenset(
    """a about above according across actually after afterwards again against ago all allegedly
    almost along already also although always am amid among an and another any anybody anyone
    anything apart apparently are around as asked at away back based be because been before behind
    being below beneath beside besides best better between beyond both but by can cannot could
    currently despite did do does down due during each earlier early either else enough especially
    even eventually ever every everybody everyone everything except far few fewer finally first
    five following for four fortunately from further furthermore generally given had has have having
    he hence her here hers herself him himself his how however i i'd i'll i'm i've if in include
    including indeed initially inside instead into is it it's its itself just last lastly late
    later latest least less let like likewise many may maybe me meanwhile might mine more moreover
    most mostly much must my myself near nearly neither never nevertheless next nine no nobody
    none nonetheless nor not nothing now nowhere of off often okay on once one only onto or
    originally other others otherwise our ours ourselves out outside over overall own part per
    perhaps please possibly previously quite rather recently regarding reportedly said same says
    second secondly see seemingly seven several shall she should shortly similarly simply since
    six so some somebody someone something sometimes soon still subsequently such sure ten than
    thanks that that's the their theirs them themselves then there there's thereafter therefore
    these they they're third this those though three through throughout thus to today together
    told tomorrow tonight too toward towards two twice ultimately under unfortunately unless unlike
    until up upon us usually various very was wasn't we we're well were what what's whatever when
    whenever where whereas wherever whether which while who whoever whole whom whose why will with
    within without would yes yesterday yet you you're you've your yours yourself oh ok um er hello hi
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul
    aug sep sept oct nov dec am pm bst gmt utc est edt christmas easter spring summer autumn winter
    new old officials police researchers scientists experts authorities residents witnesses
    critics supporters people women men children photo image file source sources video caption
    interview question answer background editor's update don't doesn't didn't won't can't
    speaking writing asked responding following""".split()
)
"""Words that open sentences and headings with a capital and name nobody."""

COUNTRIES = frozenset(
    """afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan
    bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana
    brazil britain brunei bulgaria burkina burma burundi cambodia cameroon canada chad chile china
    colombia congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt england
    eritrea estonia ethiopia europe fiji finland france gabon gambia georgia germany ghana greece
    greenland grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran
    iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos
    latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar
    malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia
    montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria
    norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar
    romania russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia
    somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo
    tonga tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam
    wales yemen zambia zimbabwe america africa asia antarctica scandinavia
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas
    utah vermont virginia wisconsin wyoming ontario quebec manitoba saskatchewan alberta queensland
    tasmania victoria
    london paris berlin moscow beijing tokyo washington brussels rome madrid athens cairo jerusalem
    baghdad kabul tehran delhi mumbai karachi sydney melbourne toronto montreal ottawa chicago
    boston houston dallas miami seattle philadelphia atlanta detroit denver
    us u.s usa u.s.a uk u.k eu e.u un u.n uae""".split()
)
"""Countries, states and a few capitals, by one word."""

PLACES = frozenset(
    """united states|united kingdom|united arab emirates|european union|soviet union|new york|
    new york city|new zealand|new jersey|new mexico|new hampshire|new orleans|new south wales|
    new delhi|north korea|south korea|south africa|south sudan|saudi arabia|sri lanka|costa rica|
    el salvador|ivory coast|hong kong|northern ireland|north carolina|south carolina|north dakota|
    south dakota|west virginia|rhode island|puerto rico|los angeles|san francisco|san diego|
    las vegas|middle east|sierra leone|papua new guinea|east timor|czech republic|
    dominican republic|united states of america|vatican city|west bank|gaza strip|
    british columbia|nova scotia|new brunswick|south australia|western australia|
    northern territory|burkina faso|equatorial guinea|solomon islands|marshall islands""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
"""Places by several words."""

DEMONYMS = frozenset(
    """afghan african albanian algerian american argentine argentinian armenian asian australian
    austrian azerbaijani bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british
    bulgarian burmese californian cambodian canadian chilean chinese colombian congolese croatian
    cuban cypriot czech danish dutch ecuadorian egyptian english eritrean estonian ethiopian
    european filipino finnish french georgian german ghanaian greek haitian honduran hungarian
    icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian
    kazakh kenyan korean kurdish kuwaiti latvian lebanese liberian libyan lithuanian malaysian
    maltese mexican moldovan mongolian moroccan nepalese nigerian norwegian ottoman pakistani
    palestinian panamanian peruvian philippine polish portuguese qatari romanian russian rwandan
    samoan saudi scottish serbian singaporean slovak slovenian somali soviet spanish sudanese
    swedish swiss syrian taiwanese tanzanian texan thai tibetan tunisian turkish ugandan ukrainian
    uruguayan venezuelan vietnamese welsh western yemeni zimbabwean us u.s uk u.k eu un u.n
    northern southern eastern north south east west""".split()
)
"""Adjectives of place that stand before an office."""

SAYING = frozenset(
    """said says say saying told tells asked added adds explained wrote writes claimed claims noted
    notes argued argues announced announces stated states warned insisted suggested continued
    replied responded commented remarked observed concluded admitted denied confirmed declared
    described called believes believed thinks thought reported testified recalled urged accused
    criticised criticized blamed pledged promised vowed stressed emphasised emphasized acknowledged
    expressed revealed tweeted posted quoted complained predicted joked answered demanded hoped
    hopes wants wanted expects expected plans planned""".split()
)
"""Verbs whose subject is somebody who speaks."""

INTERVIEWERS = frozenset(
    """asked interviewed questioned granted given met filmed photographed accompanied followed
    pressed quizzed grilled sat""".split()
)
"""Verbs that make their subject a questioner, and so a poor antecedent for a saying "he"."""

NICKNAMES = (
    "michael mike mick mikey",
    "william bill billy will willie",
    "robert bob bobby rob robbie",
    "james jim jimmy jamie",
    "john jack johnny jon",
    "joseph joe joey",
    "thomas tom tommy",
    "richard dick rick ricky richie",
    "charles charlie chuck",
    "edward ed eddie ted ned",
    "anthony tony",
    "andrew andy drew",
    "christopher chris",
    "daniel dan danny",
    "david dave",
    "donald don",
    "gregory greg",
    "jeffrey jeff",
    "kenneth ken kenny",
    "lawrence larry",
    "matthew matt",
    "nicholas nick",
    "patrick pat",
    "peter pete",
    "philip phillip phil",
    "ronald ron",
    "samuel sam",
    "stephen steven steve",
    "timothy tim",
    "benjamin ben",
    "alexander alex",
    "elizabeth liz beth betty",
    "katherine catherine kathryn kate kathy katie",
    "margaret maggie meg peggy",
    "deborah debbie",
    "susan sue",
    "jennifer jen jenny",
    "rebecca becky",
    "barbara barb",
    "patricia pat patty",
    "theodore ted",
    "joshua josh",
    "zachary zach zack",
    "leonard len lenny",
    "creswell cres",
    "bernard bernie",
    "frederick fred",
    "gerald gerry jerry",
    "walter walt",
    "vincent vince",
    "victoria vicky",
    "jonathan jon",
    "maurice mo",
)
"""Long and short forms of one first name, a set a line."""
