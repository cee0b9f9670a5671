"""Who among the authors that a page states is a person: not the outlet, not an agency, a role or a firm."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from wirecrawl.news.cleaning.blocks import letters
from wirecrawl.news.wire import PLAIN, fold_space, parse_byline
from wirecrawl.news.wire.credit import is_agency
from wirecrawl.news.wire.people import han_people, latin_names, without_post

# Words before the names of writers: "By Ida Holm", "Von: Ida Holm", "Автор: Ида Хольм".
_LABEL = (
    r"by|von|par|por|di|af|av|door|written by|reported by|reporters?|authors?|autor(?:es|in|i|en)?|auteurs?|autore|"
    r"авторы?|автори|текст|muhabir|yazar|pewarta|penulis|texte?|tekst|journalist"
)
_BY = re.compile(r"(?:by|von|par|por|di|af|av|door|автор)\s?[:：]?\s+", re.IGNORECASE)
_LABELLED = re.compile(rf"(?:(?:by|von|par|por|di|af|av|door|автор)\s+|(?:{_LABEL})\s?[:：]\s?)", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"(?:{_LABEL})\s?[:：]?", re.IGNORECASE)
# Desks and posts that pages name in place of a writer, in the languages of the agencies.
_ROLES = re.compile(
    r"(?:the )?(?:(?:online|web|news|digital|foreign|sports|business|national|world|video|photo|managing)\s){0,3}"
    r"(?:editors?|staff|desk|team|bureau|reporters?|correspondents?|writers?|admin|administrator|agencies|newsroom|"
    r"redaktion|redaction|rédaction|redacción|redaccion|redazione|redação|redactie|toimitus|ritzau)",
    re.IGNORECASE,
)
# The last words of the names of outlets, desks and posts: "Health Reporter", "Fjord Post Newsdesk", "Rzecznik prasowy".
_LAST = re.compile(
    r".*\s(?:(?:sub-?)?editors?|staff|(?:news-?)?desk|newsroom|teams?|bureau|reporters?|correspondents?|writers?|journalists?|"
    r"contributors?|columnist|agency|agencies|news|press|media|online|radio|tv|times|tribune|herald|gazette|magazine|"
    r"newspapers?|section|service|network|group|today|reports?|redaktion|agentur|agencia|agence|agenzia|agência|"
    r"redaktör|redaktor|korrespondent|corresponsal|redacción|rédaction|redazione|redação|редакция|агентство|новости)",
    re.IGNORECASE,
)
_FIRMS = re.compile(
    r".*\b(?:GmbH|AG|LLC|Inc|Ltd|Corp|S\.?A|SpA|plc|Polizei\w*|Investors|Press ?Release|Png|Jpe?g|Logo|"
    r"\w*[Aa]gentur)\b.*"
)
_TIME = re.compile(r"(?<![\s|·,–-])[\s|·,–-]+(?=\d)|\s[|·•–—]\s")
_HAN_HEAD = re.compile(r"[㐀-鿿\w\s]{2,20}[讯訊电電]\s?[(（](?P<names>[^()（）]{4,60})[)）]")
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
    known = list(lines)
    heads = (_TIME.split(line, maxsplit=1)[0] for line in (*known, *_joined(known)) if _LABELLED.match(line))
    found = (parse_byline(_LABELLED.sub("By ", head, count=1), PLAIN) for head in heads)
    return next((by[0] for by in found if by and by[0] and not by[1]), [])


def first_label(lines: Iterable[str]) -> list[str]:
    """The names in the first line with a word for writers and a colon, which may stand behind a story too.

    >>> first_label(["By Jan Stern", "Reporter: Ida Holm"])
    ['Ida Holm']
    """
    return first_byline(line for line in lines if ":" in line or "：" in line or not _BY.match(line))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Each word for writers that stands alone, with the next line: sites set the name apart as a link."""
    for label, name in pairwise(lines):
        if _LABEL_ALONE.fullmatch(label):
            yield f"{label} {name}"


def names_in_head(paragraph: str) -> list[str]:
    """The names in the bracket at the head of Chinese copy, which stays: 楚天都市報訊 （記者嚴瓏 通訊員黃冬香）.

    >>> names_in_head("海口日报讯（记者张三 通讯员李四）有雨。")
    ['张三', '李四']
    """
    bracket = _HAN_HEAD.match(paragraph)
    people = han_people(bracket["names"], PLAIN) if bracket else None
    return people[0] if people and people[1] else []


def _folded(name: str) -> str:
    """Letters without accents, for hosts have none."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", letters(name)) if not unicodedata.combining(sign))


def _is_named_like_a_person(name: str) -> bool:
    if not letters(name) or is_agency(name) or (name.isascii() and len(name.split()) < 2):
        return False
    return not (_ROLES.fullmatch(name) or _LAST.fullmatch(name) or _FIRMS.fullmatch(name) or _NOT_NAMES.search(name))
