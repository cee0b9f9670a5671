"""What a page says of itself in its head: JSON-LD, metas, titles, headings and time elements.

The page of a newspaper has no layout here, but nearly every one states headline, time and authors for search
engines. All of it is foreign data: any value may be missing, of another type, or that of another story.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import html

from wirecrawl.news.cleaning.blocks import letters
from wirecrawl.news.cleaning.linked_data import linked_article, linked_page, stated
from wirecrawl.news.cleaning.page_times import read_times
from wirecrawl.news.markup.select import metas, texts
from wirecrawl.news.wire import fold_space
from wirecrawl.web import urls

_META_TIMES = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish_date",
    "date",
    "datepublished",  # the last: as an itemprop some sites put there when the page was made from its template
)
_META_UPDATES = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_META_LANGUAGES = ("content-language", "language", "dc.language", "inlanguage", "og:locale")
_META_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_JOINT = re.compile(r"(?<!\s)\s+(?:[|–—·»«-]|::|--)\s+")  # what stands between a headline and the name of the site
_LONG = 100  # characters; a shorter headline without the sign of a cut is whole, and what goes on has a site's name
_SHORTEST_NAME = 3  # letters of a site's name that a host may hold by chance: "US" is in "austria.at"


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Headline, the printed times (the surest first), authors and description as the page states them."""

    headline: str | None
    times: tuple[str, ...]
    updates: tuple[str, ...]
    other_times: tuple[html.HtmlElement, ...]  # elements whose time is that of another story or of a comment
    authors: tuple[str, ...]
    description: str
    names: tuple[str, ...]  # of the site, its host and its publisher
    has_article: bool  # in its JSON-LD
    language: str | None
    section: str | None


def read_stated(tree: html.HtmlElement, url: str | None = None) -> PageMetadata:
    """Read what a page at `url` states of itself; nothing in it is trusted to be there or to be text.

    >>> read_stated(html.fromstring("<html><title>Rain - Post</title><h1>Rain</h1></html>")).headline
    'Rain'
    """
    meta, article, host = metas(tree), linked_article(tree, url), urls.host_of(url)
    titles = [fold_space(title) for title in texts(tree, ("//head/title",))]
    site = {letters(meta.get("og:site_name", "")), letters(host)}
    candidates = [text for text in _headlines(tree, meta, article) if letters(text) not in site]
    headline = _headline(candidates, _folded(texts(tree, ("//h1",))), titles)
    headline = _without_site_name(headline, meta.get("og:site_name", ""), host) if headline else None
    elements = read_times(tree, headline)
    dated = [*stated(article, "datePublished"), *stated(linked_page(tree, url), "datePublished")]
    return PageMetadata(
        headline=headline,
        times=tuple(_times(dated, meta, elements.published, titles)),
        updates=tuple(read_updates(tree, url, meta)),
        other_times=tuple(elements.others),
        authors=tuple(_authors(meta, article)),
        description=meta.get("og:description") or meta.get("description") or "",
        names=(
            host,
            meta.get("og:site_name", ""),
            *stated(article, "publisher"),
            *stated(article, "copyrightHolder"),
        ),
        has_article=bool(article),
        language=next((meta[name] for name in _META_LANGUAGES if name in meta), None),
        section=next(iter([*stated(article, "articleSection"), meta.get("article:section", "")]), "") or None,
    )


def read_publication(tree: html.HtmlElement, url: str | None) -> Iterator[str]:
    """The time of publication in the page's JSON-LD, which has its offset; metas often have none."""
    yield from stated(linked_article(tree, url), "datePublished")


def read_updates(tree: html.HtmlElement, url: str | None, meta: dict[str, str]) -> Iterator[str]:
    """The times of the last change as the page states them for search engines, the surest first."""
    yield from stated(linked_article(tree, url), "dateModified")
    yield from (meta[name] for name in _META_UPDATES if name in meta)


def _headlines(tree: html.HtmlElement, meta: dict[str, str], article: dict[str, Any]) -> list[str]:
    """The candidates in the order of how often each was right on 60 reviewed pages that have it: .90, .87, .71."""
    return _folded([*stated(article, "headline")[:1], *texts(tree, ("//h1",)), meta.get("og:title", "")])


def _folded(printed: Iterable[str]) -> list[str]:
    return [text for text in map(fold_space, map(unescape, printed)) if text]


def _headline(candidates: list[str], headings: list[str], titles: list[str]) -> str | None:
    """The candidate that another witness confirms, but a heading that begins the title where that one does not.

    A site's name in a heading or og:title stands alone.
    """
    confirmed = _confirmed(candidates, titles)
    begins = [one for one in (confirmed, *headings) if one and any(_begins(title, one) for title in titles)]
    best = begins[0] if begins and not (confirmed and _is_mostly(confirmed, begins[0])) else confirmed
    return _whole(best, candidates) if best else next(iter([*candidates, *titles]), None)


def _is_mostly(headline: str, heading: str) -> bool:
    """Whether three of four words of a headline are in a heading: two forms of one, and the first is the surer."""
    these, those = set(map(letters, headline.split())), set(map(letters, heading.split()))
    return 4 * len(these & those) >= 3 * len(these)


def _confirmed(candidates: list[str], titles: list[str]) -> str | None:
    """The first candidate that another witness confirms."""
    for witnesses in (candidates, [*candidates, *titles]):
        for n, candidate in enumerate(candidates):
            others = [*witnesses[:n], *witnesses[n + 1 :]]
            if any(_confirms(other, candidate) for other in others):
                return _without_extra(candidate, others)
    return None


def _begins(title: str, headline: str) -> bool:
    """Whether a title is a headline with the name of the site behind it, or nothing."""
    rest = title.removeprefix(headline)
    return rest != title and " " in headline and not rest.lstrip()[:1].isalnum()


def _whole(headline: str, candidates: list[str]) -> str:
    """The candidate that goes on where a headline was cut, as search engines ask for 110 characters."""
    stem = headline.removesuffix("...").rstrip("… ")
    if stem == headline and len(headline) < _LONG:
        return headline
    longer = (other for other in candidates if other.startswith(stem) and len(letters(other)) > len(letters(stem)))
    return next((other for other in longer if other[len(stem) :].lstrip()[:1].isalnum()), headline)


def _confirms(other: str, candidate: str) -> bool:
    """Whether two witnesses have most of their words in common."""
    these, those = set(map(letters, candidate.split())), set(map(letters, other.split()))
    return letters(candidate) in letters(other) or 2 * len(these & those) > min(len(these), len(those)) > 1


def _without_extra(headline: str, others: list[str]) -> str:
    """Cut what stands beside a joint, a site or a section, when another witness has only the rest."""
    known = set(map(letters, others))
    parts = _JOINT.split(headline)
    if len(parts) == 1 or letters(headline) in known:
        return headline
    return next((part for part in (parts[0], parts[-1]) if letters(part) in known), headline)


def _without_site_name(headline: str, site: str, host: str) -> str:
    """Cut the name of the site, as it states it or as its host has it, off either end."""
    for cut, rest in _ends(headline):
        name = letters(cut)
        if len(name) >= _SHORTEST_NAME and (name == letters(site) or name in letters(host)):
            return _without_site_name(rest, site, host)
    return headline


def _ends(headline: str) -> Iterator[tuple[str, str]]:
    """What stands before the first joint and behind the last, each with the rest of the headline."""
    joints = list(_JOINT.finditer(headline))
    if joints:
        yield headline[joints[-1].end() :], headline[: joints[-1].start()]
        yield headline[: joints[0].start()], headline[joints[0].end() :]


def _times(dated: list[str], meta: dict[str, str], printed: list[str], titles: list[str]) -> Iterator[str]:
    yield from dated
    yield from (meta[name] for name in _META_TIMES if name in meta)
    yield from printed
    yield from (part for title in titles for part in _JOINT.split(title)[1:])  # "Rain | Post | 28.04.2023"


def _authors(meta: dict[str, str], article: dict[str, Any]) -> Iterator[str]:
    for key in ("author", "creator", "sourceOrganization", "creditText"):
        yield from stated(article, key)
    yield from (meta[name] for name in _META_AUTHORS if name in meta and "://" not in meta[name])
