"""Who among the authors that a page states is a person: not the outlet, not an agency, a role or a firm."""

import re
import unicodedata
from collections.abc import Iterable

from wirecrawl.news.cleaning.blocks import letters
from wirecrawl.news.wire import PLAIN, fold_space, parse_byline
from wirecrawl.news.wire.credit import is_agency
from wirecrawl.news.wire.people import latin_names, without_post

_BY = re.compile(r"(?:by|von|par|por|di|af|av|door|автор)\s+", re.IGNORECASE)
# Desks and posts that pages name in place of a writer, in the languages of the agencies.
_ROLES = re.compile(
    r"(?:the )?(?:(?:online|web|news|digital|foreign|sports|business|national|world|video|photo|managing)\s){0,3}"
    r"(?:editors?|staff|desk|team|bureau|reporters?|correspondents?|writers?|admin|administrator|agencies|newsroom|"
    r"redaktion|redaction|rédaction|redacción|redaccion|redazione|redação|redactie|toimitus|ritzau)",
    re.IGNORECASE,
)
_FIRMS = re.compile(
    r".*\b(?:GmbH|AG|LLC|Inc|Ltd|Corp|S\.?A|SpA|plc|Polizei\w*|Investors|Press ?Release|Png|Jpe?g|Logo|"
    r"\w*[Aa]gentur)\b.*"
)
_TIME = re.compile(r"(?<![\s|·,–-])[\s|·,–-]+(?=\d)")
_NOT_NAMES = re.compile(r"mis à jour|updated|publi|cortes[ií]a|courtesy|@|\.com?\b|\bcom$|www\.|https?:", re.IGNORECASE)


def persons(names: Iterable[str], outlets: Iterable[str]) -> list[str]:
    """The names of people among the authors of a page; `outlets` are the site, its publisher and its host.

    >>> persons(["Af Ritzau", "Redaktion", "Ida Holm", "Fjord Post"], ["Fjord Post"])
    ['Ida Holm']
    """
    known = [_folded(outlet) for outlet in outlets]
    lines = (without_post(_BY.sub("", fold_space(printed), count=1)) for printed in names)
    people = [name for line in lines for name in latin_names(line) or [line]]
    return [name for name in people if _is_named_like_a_person(name) and not any(_folded(name) in k for k in known)]


def is_witnessed(name: str, lines: Iterable[str]) -> bool:
    """Whether a name that an extractor found stands in what the page states, or near its headline or story.

    >>> is_witnessed("Ida Holm", ["By IDA HOLM", "20 November 2026"])
    True
    """
    return letters(_BY.sub("", name, count=1)) in "".join(map(letters, lines))


def first_byline(lines: Iterable[str]) -> list[str]:
    """The names in the first line that says who wrote: a word for it before them, a time behind them at most.

    >>> first_byline(["Sports", "By Ida Holm and Jan Stern 10/5/26 09:19 PM"])
    ['Ida Holm', 'Jan Stern']
    """
    heads = (_BY.sub("By ", _TIME.split(line, maxsplit=1)[0], count=1) for line in lines if _BY.match(line))
    found = (parse_byline(head, PLAIN) for head in heads)
    return next((by[0] for by in found if by and by[0] and not by[1]), [])


def _folded(name: str) -> str:
    """Letters without accents, for hosts have none."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", letters(name)) if not unicodedata.combining(sign))


def _is_named_like_a_person(name: str) -> bool:
    if not letters(name) or is_agency(name) or (name.isascii() and len(name.split()) < 2):
        return False
    return not (_ROLES.fullmatch(name) or _FIRMS.fullmatch(name) or _NOT_NAMES.search(name))
