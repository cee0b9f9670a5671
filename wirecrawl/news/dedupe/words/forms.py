"""Tables of word forms with one meaning: numbers, scales, currencies, abbreviations, British and American spelling."""

import re

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(_ONES.split())} | {
    word: 10 * n for n, word in enumerate(_TENS.split(), start=2)
}
# The same in languages of the agencies, without those that are also English words (due, seize) or months (sept).
for _language in (
    "zero un deux trois quatre cinq - - huit neuf dix onze douze treize quatorze quinze -",
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez - doce trece catorce quince",
    "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    "nul een twee drie vier vijf zes zeven acht negen tien",
    "- uno - tre quattro cinque sei sette otto nove dieci",
    "- - dois - - - - sete oito nove dez",
    "- один два три четыре пять шесть семь восемь девять десять",
    "- одного двух трех четырех пяти шести семи восьми девяти десяти",
    "- - двое трое четверо пятеро шестеро семеро",
    "- - два три чотири п'ять шість сім вісім дев'ять десять",
    "- - двоє троє четверо п'ятеро шестеро",
    "- - две три четири пет шест седем осем девет десет",
    "- - двама трима четирима петима шестима",
    "- - tva - fyra - - sju atta nio",
    "- jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec",
    "- - dwie troje czworo piecioro",
    "- - iki uc dort bes - yedi sekiz dokuz",
    "- - dua tiga empat lima enam tujuh delapan sembilan sepuluh",
):
    NUMBERS |= {word: n for n, word in enumerate(_language.split()) if n > 1 and word != "-"}
NUMBERS |= {"dozen": 12} | {
    word: 10 * n
    for n, word in enumerate("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), start=2)
}
# German and Italian write hundreds and thousands in one word: zweihundert, zweitausend, duemila.
NUMBERS |= {
    f"{one}{scale}": n * value
    for scale, value in (("hundert", 100), ("tausend", 1000))
    for n, one in enumerate("ein zwei drei vier funf sechs sieben acht neun zehn".split(), start=1)
}
NUMBERS |= {
    f"{one}mila": 1000 * n for n, one in enumerate("due tre quattro cinque sei sette otto nove dieci".split(), 2)
}
HAN_NUMBERS = {sign: str(n) for n, sign in enumerate("一二三四五六七八九", start=1)} | {"两": "2"}
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth
"""
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
ORDINALS = {word: str(n) for n, word in enumerate(_ORDINALS.split(), start=1)} | {
    word: str(10 * n) for n, word in enumerate(_TENTHS.split(), start=2)
}
_SCALES = {
    10**6: """
        m mn mln mil mio million millions millon millones millionen milione milioni milhao milhoes miljoen miljoner
        milyon juta млн миллион миллиона миллионов мільион мільиона мільиони мільионів
    """,
    10**9: """
        b bn bln billion billions milliarde milliarden mrd mld milliard milliards miliardo miliardi miljard miljarder
        miliar milyar bilhoes bil млрд миллиард миллиарда миллиардов мільярдів мільярда
    """,
    10**12: "t tn tr trn trln tln trillion trillions triliun trilyon trilhoes tril трлн триллиона триллионов",
    10**3: "k thousand тыс тысяч тысячи ribu mila tausend",
}
SCALES = (
    {"dozen": 12, "hundred": 10**2, "lakh": 10**5, "crore": 10**7}
    | {word: scale for scale, words in _SCALES.items() for word in words.split()}
    | {"万": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8, "조": 10**12}
)
CURRENCIES = (
    dict.fromkeys(("$", "us$", "dollar", "dollars", "usd", "dlr", "dlrs"), "usd")
    | dict.fromkeys(("€", "euro", "euros", "eur"), "eur")
    | dict.fromkeys(("£", "pound", "pounds", "stg", "sterling", "gbp"), "gbp")
    | dict.fromkeys(("¥", "yen", "jpy"), "jpy")
    | dict.fromkeys(("yuan", "rmb", "cny", "renminbi"), "cny")
    | dict.fromkeys(("₩", "won", "krw"), "krw")
    | dict.fromkeys(("₹", "rs", "rupee", "rupees", "inr"), "inr")
    | dict.fromkeys(("rp", "rupiah", "idr"), "idr")
    | dict.fromkeys(("rouble", "roubles", "ruble", "rubles", "rub"), "rub")
    | {"rm": "myr", "ringgit": "myr", "chf": "chf", "reais": "brl", "brl": "brl", "r$": "brl"}
    | {"a$": "aud", "c$": "cad", "hk$": "hkd", "s$": "sgd", "nt$": "twd", "nz$": "nzd"}
)
MONTHS = {
    name[:3]: name
    for name in "january february march april may june july august september october november december".split()
} | {"sept": "september"}
_SHORT = """
govt government|intl international|natl national|dept department|pct percent|pc percent|prozent percent
procent percent|percento percent|mins minutes|hrs hours|prez president|pres president|gov governor|sen senator
rep representative|gen general|min minister|mt mount|st saint|xmas christmas|km kilometers|kms kilometers|kg kilograms
ft feet|kph kmh|vs versus|v versus|mideast middleeast|uni university|corp corporation|co company|inc incorporated
ltd limited|bros brothers|assn association|comm committee|cmte committee|nkorea northkorea|skorea southkorea
nk northkorea|info information|rd road|ave avenue|dr doctor|prof professor|lt lieutenant|sgt sergeant|capt captain
col colonel|maj major|cmdr commander|adm admiral|amb ambassador|secy secretary|sec secretary|bps basispoints
bp basispoints|kmph kmh|sq square|cbank centralbank|no number|nos number|tv television|photo photograph|qtr quarter
yr year|yrs years|mth month|wk week|dem democrat|approx about
"""
SHORT = dict(pair.split() for line in _SHORT.split("\n") for pair in line.split("|") if pair)
# Groups of folded words that are read as one word.
PHRASES = {
    ("per", "cent"): "percent",
    ("por", "ciento"): "percent",
    ("pour", "cent"): "percent",
    ("per", "cento"): "percent",
    ("percent", "point"): "percentpoint",
    ("percent", "points"): "percentpoint",
    ("percentage", "point"): "percentpoint",
    ("percentage", "points"): "percentpoint",
    ("basis", "point"): "basispoints",
    ("basis", "points"): "basispoints",
    ("kilometers", "h"): "kmh",
    ("degrees", "celsius"): "celsius",
    ("degrees", "fahrenheit"): "fahrenheit",
    ("us", "usd"): "usd",
    ("hong", "kong", "usd"): "hkd",
    ("australian", "usd"): "aud",
    ("canadian", "usd"): "cad",
    ("singapore", "usd"): "sgd",
    ("new", "zealand", "usd"): "nzd",
    ("swiss", "franc"): "chf",
    ("swiss", "francs"): "chf",
    ("brazilian", "brl"): "brl",
    ("prime", "minister"): "pm",
    ("united", "states"): "us",
    ("united", "nations"): "un",
    ("united", "kingdom"): "uk",
    ("united", "arab", "emirates"): "uae",
    ("european", "union"): "eu",
    ("world", "health", "organization"): "who",
    ("middle", "east"): "middleeast",
    ("north", "korea"): "northkorea",
    ("south", "korea"): "southkorea",
    ("north", "ireland"): "northernireland",
    ("northern", "ireland"): "northernireland",
    ("great", "uk"): "uk",
    ("doctor", "congo"): "drc",
    ("cote", "divoire"): "ivorycoast",
    ("cote", "d", "ivoire"): "ivorycoast",
    ("ivory", "coast"): "ivorycoast",
    ("european", "central", "bank"): "ecb",
    ("federal", "reserve"): "fed",
    ("more", "than"): "over",
    ("central", "bank"): "centralbank",
    ("c", "bank"): "centralbank",
    ("wall", "street"): "wallst",
    ("wall", "saint"): "wallst",
    ("vice", "president"): "vp",
}
PHRASE_ENDS = frozenset(phrase[-1] for phrase in PHRASES)
# Places, persons and words with two spellings in wire copy; the second is the one that is used here.
NAMES = {
    "kiev": "kyiv", "macau": "macao",
    "kharkov": "kharkiv", "lvov": "lviv", "odessa": "odesa", "burma": "myanmar", "turkiye": "turkey",
    "bombay": "mumbai", "calcutta": "kolkata", "madras": "chennai", "peking": "beijing", "dprk": "northkorea",
    "rok": "southkorea", "czechia": "czechrepublic", "swaziland": "eswatini", "qaddafi": "gaddafi",
    "zelenskyy": "zelensky", "zelenskiy": "zelensky", "gadhafi": "gaddafi", "kadhafi": "gaddafi", "usa": "us",
    "britain": "uk", "programme": "program", "programmes": "programs",
    "grey": "gray", "tyre": "tire", "tyres": "tires", "cheque": "check", "cheques": "checks", "plough": "plow",
    "kerb": "curb", "aluminium": "aluminum", "sulphur": "sulfur", "aeroplane": "airplane", "storey": "story",
    "sceptic": "skeptic", "sceptical": "skeptical", "jewellery": "jewelry", "ageing": "aging", "licence": "license",
    "practise": "practice", "artefact": "artifact", "mum": "mom", "manoeuvre": "maneuver", "manoeuvres": "maneuvers",
    "fulfil": "fulfill", "fulfils": "fulfills", "fulfilment": "fulfillment", "enrol": "enroll", "enrols": "enrolls",
    "enrolment": "enrollment", "instal": "install", "instalment": "installment", "instalments": "installments",
    "skilful": "skillful", "wilful": "willful", "mould": "mold", "axe": "ax", "protestor": "protester",
    "protestors": "protesters", "judgement": "judgment", "acknowledgement": "acknowledgment", "draught": "draft",
    "pyjamas": "pajamas", "moustache": "mustache", "enquiry": "inquiry", "adviser": "advisor", "advisers": "advisors",
    "tonnes": "tons", "tonne": "ton", "naira": "ngn", "metre": "meter", "metres": "meters",
}  # fmt: skip
# From British endings to American ones; the patterns need a few letters before, to spare four, tour, wise, fire.
_SPELLINGS = tuple(
    (re.compile(pattern), ending)
    for pattern, ending in (
        (r"(?<=[a-z]{3})isation(s?)$", r"ization\1"),
        (r"(?<=[a-z]{4})is(e[srd]?|ing|er|ers)$", r"iz\1"),
        (r"(?<=[a-z]{3})ys(e[srd]?|ers|ing)$", r"yz\1"),
        (r"(?<=[a-z]{3}[^eo])our(s|ed|ing|able|ite|ites|al|ful|hood|hoods)?$", r"or\1"),
        (r"^(col|hon|hum|lab|arm|fav|od|vap|rum|tum|harb)our", r"\1or"),
        (r"(?<=[a-z]{2}[tb])re(s|d)?$", r"er\1"),
        (r"(?<=[a-z]{2})ogue(s?)$", r"og\1"),
        (r"(?<=[a-z]{3})ence(s?)$", r"ense\1"),
        (r"(?<=[a-z]{2}[aeiou])ll(ed|ing|ers?|ors?)$", r"l\1"),
        (r"^(an|h|p|arch|encyclop|gyn|leuk|f|diarrh|man|ps|medi)(?:ae|oe)(?=[a-z])", r"\1e"),
        (r"^oe(?=[a-z]{4})", "e"),
    )
)
# Without any of these letters a word has no British ending; most words have none.
_BRITISH = re.compile("is[aei]|ys[ei]|our|tre|bre|ogue|ence|ll[eio]|ae|oe")


def spelling(word: str) -> str:
    """Return one spelling of an English word: American endings, the newer name of a place, the long form.

    >>> spelling("organisation"), spelling("harbour"), spelling("kiev")
    ('organization', 'harbor', 'kyiv')
    """
    word = NAMES.get(word, word)
    if word.isascii() and _BRITISH.search(word):
        for pattern, ending in _SPELLINGS:
            if pattern.search(word):  # `sub` takes five times as long to find nothing
                word = pattern.sub(ending, word)
    return SHORT.get(word, word)
