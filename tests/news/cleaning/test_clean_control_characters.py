"""Control characters of a page, raw, as references or in JSON: in no field of the feed but `headline_raw`."""

import json
from collections.abc import Iterator
from typing import Any
from unicodedata import category

import msgspec
import pytest

from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.dedupe import Sighting, join_headlines

_CONTROLS = ("\0", "\x07", "\x1b[31m", "\x1b]0;owned\x07", "\x0b", "\x0c", "\x7f", "\x85", "\x9b31m", "\uffff")
_INVISIBLE = (
    "\u202e",
    "\u2066",
    "\u200f",
    "\u061c",
    "\u2063",
    "\u206e",
    "\ufeff",
    "\ufff9",
    "\U0001ffff",
    "\U000e0041",
)
_HOSTILE = (*_CONTROLS, *_INVISIBLE)
_KNOWN = "http://www.china.org.cn/world/Off_the_Wire/2026-11/19/content_40302849.htm"
_UNKNOWN = "https://paper.example/town/kites-for-readers.html"
_SENTENCE = "The town lends{0} out kites to all of its readers for the {1}th year, the director{0} of its library said."


def known(x: str) -> str:
    """A page of a known layout with `x` in every part of it."""
    return (
        f'<html lang="e{x}n"><head><title>Town lends{x} kites - China.org.cn</title>'
        f'<meta name="keywords" content="ki{x}tes, rea{x}ders"><meta name="author" content="Li Mi{x}ng"></head><body>'
        f'<h1 id="title">Urg{x}ent: Town lends{x} kites</h1><dl id="guild"><dd>Xinhua, November 19, 2026 by Li Mi{x}ng'
        f'</dd></dl><div id="container_txt"><p><img src="/a{x}.jpg" alt="A ki{x}te"></p>'
        f'<p align="center">A ki{x}te over the town. (Xinhua/Li Mi{x}ng)</p><p>Eds: adds de{x}tails</p>'
        f"<p>BEI{x}JING, Nov. 19 (Xinhua) -- {_SENTENCE.format(x, 9)}</p>"
        f"<table><tr><td>Ki{x}tes</td><td>1{x}2</td></tr></table><p>(Editor: Li Mi{x}ng)</p><p>Enditem</p></div>"
        "</body></html>"
    )


def unknown(x: str) -> str:
    """A page without a layout that states everything in JSON-LD, with `x` in it."""
    stated = {
        "@type": "NewsArticle",
        "headline": f"Town lends{x} kites",
        "author": {"@type": "Person", "name": f"Li Mi{x}ng"},
        "editor": {"@type": "Person", "name": f"Jan Mo{x}e"},
        "articleSection": f"Near{x}by",
        "keywords": [f"ki{x}tes"],
        "datePublished": "2026-11-20T10:00:00Z",
    }
    paragraphs = "".join(f"<p>{_SENTENCE.format(x, number)}</p>" for number in range(4, 9))
    return (
        f'<html><head><title>Town lends{x} kites</title><script type="application/ld+json">{json.dumps(stated)}'
        f'</script></head><body><article><h1>Town lends{x} kites</h1><p class="byline">By Li Mi{x}ng</p><figure>'
        f'<img src="/a{x}.jpg" alt="{x}"><figcaption>A ki{x}te over the town. Photo: Li Mi{x}ng</figcaption></figure>'
        f"{paragraphs}</article></body></html>"
    )


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a line of the feed, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from texts(one, name or str(key))


def controls(line: Any) -> list[tuple[str, str]]:
    """Fields of a line with a control character; the rows of a table have tabs between their cells."""
    allowed = {"\n", "\t"}
    return [
        (name, text)
        for name, text in texts(msgspec.to_builtins(line))
        if name != "headline_raw" and any(category(sign) in ("Cc", "Cf", "Cn") and sign not in allowed for sign in text)
    ]


def as_reference(text: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in text)


@pytest.mark.parametrize("written", [str, as_reference])
@pytest.mark.parametrize("hostile", _HOSTILE)
@pytest.mark.parametrize(("page", "url"), [(known, _KNOWN), (unknown, _UNKNOWN)])
def test_no_field_of_a_story_has_one_and_the_story_is_whole(page: Any, url: str, hostile: str, written: Any) -> None:
    story = clean(page(written(hostile)).encode(), url, content_type="text/html; charset=utf-8")
    assert controls(story) == []
    assert (story.headline or "").endswith("kites")
    assert "readers for the " in story.text
    assert story.images


@pytest.mark.parametrize("hostile", _HOSTILE)
def test_no_field_of_a_headline_has_one(hostile: str) -> None:
    raw = f"Urgent: Town{hostile} lends kites (Round{hostile}up)"
    (record,) = join_headlines(
        [Sighting(raw, "http://a.example/", 0, story="xinhua:c_1", url="http://b.example/")], "ap"
    )
    assert controls(record.item) == []
