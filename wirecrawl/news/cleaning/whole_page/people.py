"""Who among the authors that a page states is a person: not the outlet, not an agency, a role or a firm."""

import re
import unicodedata
from collections.abc import Iterable

from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.whole_page.bylines import is_full, names_of
from wirecrawl.news.cleaning.whole_page.desks import is_desk
from wirecrawl.news.wire import fold_space
from wirecrawl.news.wire.credit import is_agency
from wirecrawl.news.wire.credited_names import without_last_agency
from wirecrawl.news.wire.people import latin_names, without_post

_BY = re.compile(r"^(?:by|von|par|por|di|af|av|door|oleh|nga|автор)\s?[:：]?\s+", re.IGNORECASE)
# Desks and posts that pages name in place of a writer, in the languages of the agencies.
_ROLES = re.compile(
    r"(?:the )?(?:(?:online|web|news|digital|foreign|sports|business|national|world|video|photo|managing)\s){0,3}"
    r"(?:editors?|staff|desk|team|bureau|reporters?|correspondents?|writers?|admin|administrator|agencies|newsroom|"
    r"super ?user|web ?master|(?:web|site) ?admin|guest|"
    r"redaktion|redaction|rédaction|redacción|redaccion|redazione|redação|redactie|toimitus|ritzau)",
    re.IGNORECASE,
)
# The last words of the names of outlets, desks and posts: "Health Reporter", "Fjord Post Newsdesk", "Powered By".
_LAST = re.compile(
    r".*\s(?:(?:sub-?)?editors?|staff|(?:news-?)?desk|newsroom|teams?|bureau|reporters?|correspondents?|writers?|journalists?|"
    r"contributors?|columnist|agency|agencies|news|press|media|online|radio|tv|times|tribune|herald|gazette|magazine|"
    r"newspapers?|section|service|network|group|today|reports?|by|redaktion|agentur|agencia|agence|agenzia|agência|"
    r"redaktör|redaktor|korrespondent|corresponsal|redacción|rédaction|redazione|redação|редакция|агентство|новости)",
    re.IGNORECASE,
)
# The first words of the names of desks: "Redacción Cultura", "Team Fjord", فريق التحرير.
_FIRST = re.compile(
    r"(?:redacción|redacció|redação|redazione|rédaction|redaktion|redactie|redaksi|redakcja|redakce|redakcija|редакция|"
    r"редакція|команда|team|equipo|equipe|équipe|newsroom|haber merkezi|فريق|هيئة|أسرة|قسم|تحریریه|מערכת|टीम|"
    r"ban biên tập|tòa soạn|nhóm|กองบรรณาธิการ)(?:\s.*)?",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z0-9]{1,3}(?: [A-Z0-9]{1,3})*")
_DESK = re.compile(
    r".*(?:편집국|편집부|뉴스팀|취재팀|보도국|데스크|编辑部|編輯部|编辑室|新聞部|编辑|編輯|編集部|取材班|報道部|综合|綜合)"
)
_DESK = re.compile(
    r"(?:our|staff|special) (?:\w+ )?(?:correspondent|reporter)|(?:news ?desk|redaktion|redazione)\b", re.I
)
_FIRMS = re.compile(
    r".*\b(?:GmbH|AG|LLC|Inc|Ltd|Corp|S\.?A|SpA|plc|Polizei\w*|Investors|Press ?Release|Png|Jpe?g|Logo|"
    r"\w*[Aa]gentur)\b.*"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,4}[^\W\d_]?")
_FROM = re.compile(r"(?:d[aeo]|from|of|von|der) ", re.IGNORECASE)
# "Avec MAP": an agency that has initials for a name.
_WITH = re.compile(
    r"(?i:avec|with|mit|con|com|from|via|med|z|s|с|из|theo|by)\s[^\W\d_a-z]{2,6}(?:[/,\s]{1,2}[^\W\d_a-z]{2,6}){0,2}"
)
_CONTACT = re.compile(r"[(<\[]\s?[^\s@()<>\[\]]{1,60}@[^\s@()<>\[\]]{1,60}\s?[)>\]]")  # behind a name
_AGENCY_WORDS, _MOST_AGENCY_WORDS = 2, 5  # of the name of an agency before that of its desk
_NOT_NAMES = re.compile(r"mis à jour|updated|publi|cortes[ií]a|courtesy|@|\.com?\b|\bcom$|www\.|https?:", re.IGNORECASE)


def persons(names: Iterable[str], outlets: Iterable[str]) -> list[str]:
    """The names of people among the authors of a page; `outlets` are the site, its publisher and its host.

    >>> persons(["Af Ritzau", "Redaktion", "Ida Holm", "Fjord Post"], ["Fjord Post"])
    ['Ida Holm']
    >>> persons(["Olaf Stern", "Mehdi Aziz"], [])
    ['Olaf Stern', 'Mehdi Aziz']
    """
    known = [_folded(outlet) for outlet in outlets]
    folded = [fold_space(_CONTACT.sub(" ", name)) for name in names]
    lines = (without_post(without_last_agency(_BY.sub("", line, count=1))) for line in folded)
    pairs = zip(folded, lines, strict=True)
    people = [name for line, one in pairs for name in names_of(line) or latin_names(one) or [one]]
    found = [name for name in people if _is_named_like_a_person(name) and not _is_in(name, known)]
    # Capitals alone beside names in small letters are the station: "Ida Holm, NS SC".
    mixed = any(not _CAPITALS.fullmatch(name) for name in found)
    return [name for name in found if not (mixed and _CAPITALS.fullmatch(name))]


def _is_in(name: str, outlets: Iterable[str]) -> bool:
    forms = {_folded(name), _folded(name.removeprefix("The "))}  # "The Nile Mirror" of nilemirror.example
    return any(form in outlet for outlet in outlets for form in forms)


def witnessed(names: Iterable[str], lines: Iterable[str]) -> list[str]:
    """Return the names of an extractor that stand in what the page states, or near its headline or story.

    >>> witnessed(["Ida Holm", "Jan Stern"], ["By IDA HOLM", "20 November 2026"])
    ['Ida Holm']
    """
    said = "".join(map(letters, lines))
    return [name for name in names if letters(_BY.sub("", name, count=1)) in said]


def _folded(name: str) -> str:
    """Letters without accents, for hosts have none."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", letters(name)) if not unicodedata.combining(sign))


def _is_named_like_a_person(name: str) -> bool:
    if not letters(name) or is_agency(_FROM.sub("", name, count=1)) or not is_full(name):
        return False
    if any(map(is_agency, name.split())) or _DESK.match(name):
        return False
    if ":" in name or _of_agency(name) or _INITIALS.fullmatch(name) or _WITH.fullmatch(name):
        return False
    if _FIRST.fullmatch(name) or is_desk(name):
        return False
    return not (_ROLES.fullmatch(name) or _LAST.fullmatch(name) or _FIRMS.fullmatch(name) or _NOT_NAMES.search(name))


def _of_agency(name: str) -> bool:
    """Whether a name is that of a desk of an agency: "Europa Press Cantabria"."""
    words = name.split()
    return any(is_agency(" ".join(words[:n])) for n in range(_AGENCY_WORDS, min(len(words), _MOST_AGENCY_WORDS + 1)))
