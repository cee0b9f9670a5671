"""Lines that say who wrote a story, in the words of many languages: "By", "Von", "Автор:", "文/", "기자"."""

import re

from wirecrawl.news.cleaning.whole_page.asian_bylines import asian_names
from wirecrawl.news.cleaning.whole_page.author_words import LABELLED, WITH_TOWN
from wirecrawl.news.cleaning.whole_page.sections import is_section
from wirecrawl.news.wire import PLAIN, parse_byline
from wirecrawl.news.wire.bare_places import is_town
from wirecrawl.news.wire.credit import is_agency
from wirecrawl.news.wire.credited_names import behind_agency, without_last_agency
from wirecrawl.news.wire.people import latin_names, without_place, without_post

# What stands behind the names: a time, another part of the line, who took the pictures.
_REST = re.compile(
    r"(?<![\s|·,–-])[\s|·,–-]+(?=\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d)|"
    r"\s[|·•–—]\s|\s?[|｜]\s?|,?\s(?i:edited|curated) (?i:by)\b"
)
_PICTURES = re.compile(
    r"[\s,;/&+–-]{0,5}\b(?:fotos?|photos?|photograph\w{0,5}|pictures?|bild(?:er)?|video|kamera|camera|kuvat?|fotók?|zdjęcia|"
    r"fot\.|снимк[аи]|фото|φωτο\w{0,8}|grafik\w?|illustrat\w{2,5})\s?[:：/(].*",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[\s,(<|]{0,5}(?:\S{1,60}@\S{1,60}\.\w{2,10}|@\w{2,30})[)>]?")
_POST = re.compile(
    r"\s(?:(?:(?:senior|chief|staff|special|our|foreign|political|business|sports?|environment|science|health)\s){0,2}"
    r"(?:correspondent|reporter|writer|editor)s?|corresponsal\b.*|"
    r"(?:(?:fotograf|foto|utenriks|kultur|sports?)?(?:\s(?:og|och|&)\s)?(?:journalist|fotograf|redaktør|redaktör|reporter)"
    r"(?:\s(?:og|och|&)\s(?:journalist|fotograf))?)|periodista|jornalista|giornalista|toimittaja|"
    r"enviad[oa] especial.*|(?:envoyée? spéciale?|correspondante?)\b.*)$",
    re.IGNORECASE,
)
_AGENCY_TOO = re.compile(
    r",?\s(?:and|with|und|et|y|e|mit|avec|con|com) (?P<agency>[^\s,;]{2,20}(?: [^\s,;]{2,20}){0,2})$"
)
_IN_BRACKETS = re.compile(r"\s\([^()]{2,60}\)")  # the outlet of each of several writers
_BARE_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,4}|[a-zčćžšđ]{2,4}(?:/[a-zčćžšđ]{2,4}){0,2}")
_PARTS = re.compile(r"\s?[,;]\s?")
_PARTICLE = re.compile(r"(?:al|el|an|as|ad|ar|ash|at|az|d|l)['’-]")  # before the name proper: "Rana al-Hamid"
_ROLE = re.compile(r"\s\([^\W\d_]{2,15}\.?\)$")  # "Ida Holm (Stag.)"
# "and agencies", behind the names of writers
_AGENCIES = re.compile(
    r",?\s(?:and|with|und|et|y|e|mit|avec|con|com) "
    r"(?:(?:the )?(?:wires?|agenc(?:y|ies))(?: reports?)?|Agenturen|agences|agencias|agenzie|agências)$"
)
# What stands behind names and is none: a bracket, a town behind a dash, the paper for which one wrote.
_REST_OF_NAMES = re.compile(r"\s?[,;(]\s?|\s[/–—-]\s|\s(?i:special (?:to|for)|for|para|pour|für)\s(?=[^\W\d_a-z])")
_OUTLET = re.compile(
    r"(?i:special (?:to|for)|for|para|d[aeo]|of|from|in|em|en|à)\s|[A-Z][A-Z0-9]{1,7}(?:\s|$)|"
    r"(?i:(?:[\w-]{2,15}\s){0,3}(?:correspondent|reporter|editor|writer)s?\b)"
)
_FOR = re.compile(r"(?i:special (?:to|for)|for)\s")
_CREDIT = re.compile(r"[,;/]|\s(?:in|à|aus)\s|(?i:agen[ctz]|wires?)")  # a line without any has no agency, post or place
_FROM = re.compile(r"(?:with|from|d[aeo]|von|vom) ")
_GLUED_AND = re.compile(
    r"\s(?:و(?!(?:ليد|ائل|سام|فاء|داد|جدي|جيه|رد|ردة|ديع|حيد|سيم|هيب|صفي)\b)|ו)(?=[^\W\d_]{2,20}\s)"
)
_ROMANIAN_BY = re.compile(r"[Dd]e\s(?=\S+\s\S)")  # "De Ioana Pop"
_SLASH_AGENCY = re.compile(r"\s?/\s?(?P<agency>[^/]{2,30})$")
# The paper behind a signature: "Соломія Гнатюк, «Галицький простір»"
_QUOTED_OUTLET = re.compile(r",\s[«„“\"][^«»„“”\"]{2,60}[»”“\"]$")
# "Marta Praia (texto) | José Lima (fotos)"
_TEXT_BEHIND = re.compile(r"(?P<names>[^()|\d]{4,60})\s\((?:text[eo]?s?|testo|tekst|words|reporting)\)", re.IGNORECASE)
_DASHED = re.compile(r"\s[–-]\s")  # between two writers of Vietnam; elsewhere between two teams
_VIETNAMESE = re.compile(r"[\u1ea0-\u1ef9ơưđƠƯĐ]")
_POLISH_TOWN = re.compile(r"Ze?\s[^\W\d_]{3,20}\s(?=\S{2,20}\s\S{2,20}$)")  # "Z Zakopanego Ewa Mazur (PAP)"
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_CASE = re.compile(r"[\u0590-\u07ff\u0900-\u10ff\u1780-\u17ff]")  # from Hebrew to Georgian, and Khmer
_LONGEST_LINE = 200  # characters of a line that says who wrote
_LONGEST_NAMES = 80  # characters of a line of names
_MOST_WORDS = 4  # of one name that no word for writers precedes


def names_of(line: str) -> list[str]:
    """The names in a line that says who wrote; [] for any other line.

    >>> names_of("Texto: Ida Holm | Fotos: Jan Stern"), names_of("文／陳怡君"), names_of("이영희·박철수 기자")
    (['Ida Holm'], ['陳怡君'], ['이영희', '박철수'])
    """
    if len(line) > _LONGEST_LINE:
        return []
    if not (label := LABELLED.match(line)):
        text = _TEXT_BEHIND.match(line)
        return asian_names(line) or _names_of_agency(line) or (capitalised_names(text["names"]) if text else [])
    names = _CONTACT.sub("", _PICTURES.sub("", _REST.split(line[label.end() :], maxsplit=1)[0])).rstrip(" :")
    names = without_last_agency(names if names.count("(") <= 1 else _IN_BRACKETS.sub("", names))
    names = without_slashed_agency(names)
    if WITH_TOWN.match(line):
        names = names.rpartition(", ")[0] or names
    by = parse_byline(f"By {_parted(_without_posts(names))}", PLAIN)
    whole = by and not by[1] and all(map(is_full, by[0]))
    return by[0] if by and whole else asian_names(line) or _leading_names(names)


def without_slashed_agency(names: str) -> str:
    """A list of names without the agency behind a slash at its end: "Autor: Ewa Mazur/PAP".

    >>> without_slashed_agency("Ida Holm / TT"), without_slashed_agency("TT/Ida Holm")
    ('Ida Holm', 'TT/Ida Holm')
    """
    slash = _SLASH_AGENCY.search(names)
    return names[: slash.start()] if slash and is_agency(slash["agency"]) else names


def signed_names(line: str) -> list[str]:
    """The names in a line behind a story that has nothing but names, with a word for writers or without.

    >>> signed_names("Ida Holm, Jan Stern"), signed_names("By Ida Holm"), signed_names("It rains.")
    (['Ida Holm', 'Jan Stern'], ['Ida Holm'], [])
    """
    if len(line) > _LONGEST_NAMES or (names := names_of(line)):
        return names if len(line) <= _LONGEST_NAMES else []
    line = _POLISH_TOWN.sub("", without_last_agency(line))
    line = _DASHED.sub(", ", line) if _VIETNAMESE.search(line) else line
    names = capitalised_names(_QUOTED_OUTLET.sub("", _ROLE.sub("", behind_agency(line)).removesuffix(".")))
    return [] if any(map(is_section, names)) else names


def capitalised_names(line: str) -> list[str]:
    """The names in a line of nothing else, each of two to four words with a capital; [] for any other line.

    >>> capitalised_names("de Ida Holm și Jan Stern"), capitalised_names("It rains.")
    (['Ida Holm', 'Jan Stern'], [])
    """
    if len(line) > _LONGEST_NAMES:
        return []
    names = latin_names(_ROMANIAN_BY.sub("", line, count=1)) or []
    good = all(_is_capitalised(name) and len(name.split()) <= _MOST_WORDS for name in names)
    return names if good else []


def names_without_case(line: str) -> list[str]:
    """The names in a line of nothing else in a script without capitals, each of two to four words; [] for any other.

    >>> names_without_case("أحمد سالم"), names_without_case("Ida Holm")
    (['أحمد سالم'], [])
    """
    if len(line) > _LONGEST_NAMES or not _NO_CASE.match(line):
        return []
    names = latin_names(_parted(line)) or []
    return names if all(1 < len(name.split()) <= _MOST_WORDS for name in names) else []


def without_role(line: str) -> str:
    """A name without the post behind it, which stands in another element: "Ida Holm Journalist".

    >>> without_role("Ida Holm Fotograf og journalist"), without_role("Ida Holm")
    ('Ida Holm', 'Ida Holm')
    """
    return _POST.sub("", line, count=1) if len(line) <= _LONGEST_NAMES else line


def is_agency_line(line: str) -> bool:
    """Whether a line says that an agency wrote, at most with initials: "Af Ritzau", "(FENA) A. H.".

    >>> is_agency_line("Af Ritzau"), is_agency_line("Af Ida Holm")
    (True, False)
    """
    label = LABELLED.match(line)
    initials = _BARE_INITIALS.fullmatch(rest) if (rest := behind_agency(line)) != line else None
    return initials is not None or (label is not None and is_agency(line[label.end() :]))


def _names_of_agency(line: str) -> list[str]:
    """The names in a line that ends with an agency or a post, or says where each was: "Ida Holm, APA"."""
    if len(line) > _LONGEST_NAMES or not _CREDIT.search(line):
        return []
    bare = without_place(_AGENCIES.sub("", line))
    *parts, last = _PARTS.split(_with_comma(bare.strip()))
    credited = is_agency(_FROM.sub("", last, count=1)) or _POST.fullmatch(f" {last}") or (parts and is_town(last))
    names = latin_names(", ".join(parts if credited else [*parts, last])) or []
    # A name with a place may be a subhead; two names are none, and neither is one with agencies.
    said = credited or (bare != line and (len(names) > 1 or _AGENCIES.search(line)))
    people = all(map(is_full, names)) and not any(is_agency(name) or is_section(name) for name in names)
    return names if said and people else []


def _with_comma(line: str) -> str:
    """A line with a comma for the slash before a post at its end: "Ida Holm / Corresponsal"."""
    names, slash, last = line.rpartition("/")
    return f"{names.strip()}, {last.strip()}" if slash and _POST.fullmatch(f" {last.strip()}") else line


def _leading_names(names: str) -> list[str]:
    """The names in a list before an outlet, a town or a post: "Ida Holm, Special to The Post", "Ida Holm (AFP)"."""
    cut = _REST_OF_NAMES.search(names)
    if not cut or len(names) > _LONGEST_NAMES or names[-1] in ".!?…":
        return []
    rest = names[cut.end() :]
    said = cut[0].strip() not in (",", ";") or _OUTLET.match(rest) or is_town(rest) or _POST.fullmatch(f" {rest}")
    found = latin_names(_parted(names[: cut.start()])) or []
    return found if said and all(map(_is_capitalised, found)) and not any(map(is_section, found)) else []


def _is_capitalised(name: str) -> bool:
    """Whether a name has two words or more, with a capital each; scripts without capitals leave a doubt."""
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and _PARTICLE.sub("", words[-1], count=1)[:1].isupper()


def is_full(name: str) -> bool:
    """Whether a name has two words, or is one of a script that parts no words."""
    return len(name.split()) > 1 or bool(_HAN.search(name))


def _without_posts(names: str) -> str:
    """A list of names without the agencies and posts in it: "Ida Holm, APA", "Ida Holm Corresponsal jefe"."""
    listed = (without_post(part) for part in _PARTS.split(without_place(_less_agency(names))))
    parts = (_POST.sub("", part) for part in listed if not is_agency(part))
    named = [part for part in parts if part and not is_agency(_FROM.sub("", part, count=1))]
    return ", ".join(part for n, part in enumerate(named) if not (n and (is_town(part) or _FOR.match(part))))


def _less_agency(names: str) -> str:
    """A list of names without an agency, or agencies, behind its last "and": "Ida Holm und dpa"."""
    names = _AGENCIES.sub("", names)
    last = _AGENCY_TOO.search(names)
    return names[: last.start()] if last and is_agency(last["agency"]) else names


def _parted(names: str) -> str:
    """Names that "and" parts, where Arabic and Hebrew write it as a letter of the next name."""
    parts = _GLUED_AND.split(names)
    return ", ".join(parts) if all(" " in part.strip() for part in parts) else names
