"""Scores of a text against the reviewed text of its page."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from wirecrawl.news.wire.credit import is_agency

MEASURES = (
    "tokens", "paragraphs", "whole", "headline", "date", "clock", "dateline", "writers", "editors", "language", "agency"
)  # fmt: skip
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
_CREDIT = re.compile(r"\s*(?:[（(](?:记者|記者|实习生|评论员|编辑|編輯|参与记者)[^（(]*|\(c\)\s?AFP[^.。]*)$")

_SCRIPT = 4  # letters of a script in a language tag
_WRITERS = re.compile(r"(?<=[电電讯訊])\s?[(（].*")  # behind a Chinese dateline: they are no part of the place

Score = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Text:
    """What an extractor made of a page; `dateline` is what it took off the head of the text.

    Every field but the text is null for an extractor that does not look for it. `seconds` is its time for the page;
    `error` says why there is no text, `layout` which layout of wirecrawl's found it.
    """

    paragraphs: list[str]
    headline: str | None = ""
    published: str | None = ""
    dateline: str | None = None
    writers: list[str] | None = None
    editors: list[str] | None = None
    language: str | None = None
    agency: str | None = None
    seconds: float = 0.0
    error: str | None = None
    layout: str = ""


def letters(text: str) -> str:
    """Letters and digits alone, in one form of each character."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def f1(wanted: Iterable[str], got: Iterable[str]) -> float:
    """Harmonic mean of precision and recall of two bags: 0.0 when they share nothing, 1.0 when both are empty."""
    a, b = Counter(wanted), Counter(got)
    size = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / size if size else 1.0


def mean(values: Iterable[float | None]) -> float | None:
    """Mean of the values that are known, null when none is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _words(paragraphs: list[str]) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", " ".join(paragraphs)).casefold())


def _less_tail(paragraphs: list[str], mark: str) -> list[str]:
    """The paragraphs without the end mark and the closing credit of the last, which count for nobody."""
    if not paragraphs:
        return []
    last = _CREDIT.sub("", paragraphs[-1].rstrip().removesuffix(mark).rstrip())
    return [*paragraphs[:-1], *([last] if last.strip() else [])]


def _readings(paragraphs: list[str]) -> Iterator[list[str]]:
    optional = [p for p in paragraphs if p.startswith("[") and p.endswith("]")]
    yield [p[1:-1] if p in optional else p for p in paragraphs]
    if optional:
        yield [p for p in paragraphs if p not in optional]


def _body(wanted: list[str], text: Text) -> Score:
    got = list(text.paragraphs)
    if text.dateline and got and wanted and letters(wanted[0]).startswith(letters(text.dateline)):
        got[0] = f"{text.dateline} {got[0]}"
    these, those = ([x for x in map(letters, side) if x] for side in (wanted, got))
    return {
        "tokens": f1(_words(wanted), _words(got)),
        "paragraphs": f1(these, those),
        "whole": float(these == those),
    }


def score(gold: dict[str, Any], text: Text) -> Score:
    """Score one page by MEASURES; None for what its gold does not say or the extractor does not look for.

    tokens is F1 over the bag of words (a Chinese or Japanese character is a word), paragraphs F1 over whole paragraphs
    by their letters and digits, whole 1.0 for every paragraph right and nothing else. All others are 1.0 for right:
    clock is the minute of publication, writers and editors are compared as sets without agencies, and of a language
    tag what follows the language counts only if it is a script. A page without a dateline, writers or editors counts
    only for an extractor that found some there, which is wrong.

    >>> score({"body_paragraphs": ["It rains."]}, Text(["It rains."]))["whole"]
    1.0
    """
    mark = (gold.get("end_marker") or "").strip()
    text = replace(text, paragraphs=_less_tail([p for p in text.paragraphs if p.strip()], mark))
    bodies = [_body(_less_tail(wanted, mark), text) for wanted in _readings(gold["body_paragraphs"])]
    best = max(bodies, key=lambda body: (body["whole"] or 0.0, body["tokens"] or 0.0))
    return best | _facts(gold, text)


def _facts(gold: dict[str, Any], text: Text) -> Score:
    headline, time, language = (gold.get(name) or "" for name in ("headline", "published", "language"))
    dateline = None if text.dateline is None else [_WRITERS.sub("", text.dateline)]
    return {
        "headline": _is(letters(text.headline or "") == letters(headline), headline, text.headline),
        "date": _is((text.published or "")[:10] == time[:10], time, text.published),
        "clock": _is(_minute(text.published or "") == _minute(time), _minute(time), text.published),
        "dateline": _are(dateline, [_WRITERS.sub("", gold.get("dateline") or "")]),
        "writers": _are(text.writers, gold.get("authors") or []),
        "editors": _are(text.editors, gold.get("editors") or []),
        "language": _is(_language(text.language or "") == _language(language), language, text.language),
        "agency": _is(text.agency == gold.get("agency"), gold.get("agency"), text.agency),
    }


def _are(got: list[str] | None, wanted: list[str]) -> float | None:
    """Whether the same names were found; null where there are none and none was found."""
    if got is None:
        return None
    these, those = ({letters(name) for name in names if name and not is_agency(name)} for names in (wanted, got))
    return float(these == those) if these or those else None


def _minute(time: str) -> float | None:
    """The minute of a time with its offset, null for a day or a time without an offset."""
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return None
    return found.timestamp() // 60 if found.tzinfo else None


def _language(tag: str) -> list[str]:
    """A tag without its country: pt-BR is pt, zh-Hant stays."""
    return [part for n, part in enumerate(tag.split("-")) if n == 0 or len(part) == _SCRIPT]


def _is(right: bool, wanted: object, got: object) -> float | None:
    return float(right) if wanted and got is not None else None
