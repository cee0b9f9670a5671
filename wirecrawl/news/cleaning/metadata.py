"""What a page says of itself in its head: JSON-LD, metas, titles, headings and time elements.

The page of a newspaper has no layout here, but nearly every one states headline, time and authors for search
engines. All of it is foreign data: any value may be missing, of another type, or that of another story.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from wirecrawl.news.cleaning.headline_choice import Named, choose_headline
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.linked_data import linked_article_and_page, stated
from wirecrawl.news.cleaning.page_times import read_times
from wirecrawl.news.cleaning.publication import update_times
from wirecrawl.news.cleaning.title_parts import parts
from wirecrawl.news.markup.lines import text_of
from wirecrawl.news.markup.select import TITLE, metas, texts
from wirecrawl.news.markup.times import unix_time
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
)
_WEAK_META_TIMES = (
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish_date",
    "publish-date",
    "publicationdate",
    "publication_date",
    "originalpublicationdate",
    "citation_publication_date",
    "citation_date",
    "article_date_original",
    "bt:pubdate",
    "date",
    "datepublished",  # the last: as an itemprop some sites put there when the page was made from its template
)
_META_LANGUAGES = ("content-language", "language", "dc.language", "inlanguage", "og:locale")
_META_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_META_NAMES = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "publisher",
    "copyright",
)
_META_TITLES = ("twitter:title", "title", "dc.title", "headline", "parsely-title", "sailthru.title", "name")
_FEED_NAME = 6  # words; more are a headline, whose comments have a feed
_FEEDS = ("//head/link[@rel='alternate'][contains(@type, 'rss') or contains(@type, 'atom')]/@title",)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Headline, times of publication (the surest first), authors and description as the page states them."""

    headline: str | None
    times: tuple[str, ...]
    element_times: tuple[str, ...]  # of time elements of the story
    weak_times: tuple[str, ...]  # of metas that may be a template's
    title_times: tuple[str, ...]  # what is joined to the headline in the title
    updates: tuple[str, ...]
    other_times: tuple[html.HtmlElement, ...]  # elements whose time is that of another story or of a comment
    authors: tuple[str, ...]
    description: str
    names: tuple[str, ...]  # of the site, its host and its publisher
    has_article: bool  # in its JSON-LD
    language: str | None
    section: str | None
    body: str  # the text in its JSON-LD, where that has more than one line


def read_stated(tree: html.HtmlElement, url: str | None = None) -> PageMetadata:
    """Read what a page at `url` states of itself; nothing in it is trusted to be there or to be text.

    >>> read_stated(html.fromstring("<html><title>Rain - Post</title><h1>Rain</h1></html>")).headline
    'Rain'
    """
    meta, host = _metas(tree), urls.host_of(url)
    article, page = linked_article_and_page(tree, url, meta)
    titles = [fold_space(title) for title in texts(tree, (TITLE,))]
    headline = choose_headline(_named(tree, url, meta, article, titles))
    elements = read_times(tree, headline)
    dated = [*stated(article, "datePublished"), *stated(page, "datePublished")]
    return PageMetadata(
        headline=headline,
        times=tuple(map(unix_time, (*dated, *(meta[name] for name in _META_TIMES if name in meta)))),
        element_times=tuple(elements.published),
        weak_times=tuple(map(unix_time, _weak_times(meta, article))),
        title_times=tuple(part for title in titles for part in _beside(title, headline)),  # "Rain | Post | 28.04.2023"
        updates=tuple(update_times(article, meta)),
        other_times=tuple(elements.others),
        authors=tuple(_authors(tree, article)),
        description=meta.get("og:description") or meta.get("description") or "",
        names=(
            host,
            meta.get("og:site_name", ""),
            *stated(article, "publisher"),
            *stated(article, "copyrightHolder"),
        ),
        has_article=bool(article),
        language=next((meta[name] for name in _META_LANGUAGES if name in meta), None),
        body=body if isinstance(body := article.get("articleBody"), str) and "\n" in body.strip() else "",
        section=next(iter([*stated(article, "articleSection"), meta.get("article:section", "")]), "") or None,
    )


def _weak_times(meta: dict[str, str], article: dict[str, Any]) -> Iterator[str]:
    yield from stated(article, "dateCreated")
    yield from (meta[name] for name in _WEAK_META_TIMES if name in meta)


def _beside(title: str, headline: str | None) -> list[str]:
    """The parts of a title that are not the headline; without it, those behind the first."""
    found, said = parts(title), letters(headline or "")
    others = [part for part in found if letters(part) != said]
    return others if len(others) < len(found) else found[1:]


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """The metas of a page, and those that saved pages have in other words: og:article:..., a value for a content."""
    meta = metas(tree)
    for one in tree.iter("meta"):
        name = (one.get("property") or one.get("name") or "").lower().removeprefix("og:")
        if name.startswith("article:") and (content := one.get("content") or one.get("value")):
            meta.setdefault(name, content)
    return meta


def _named(
    tree: html.HtmlElement, url: str | None, meta: dict[str, str], article: dict[str, Any], titles: list[str]
) -> Named:
    headings = list(tree.iter("h1"))
    home = [one for one in headings if _links_home(one)]
    return Named(
        tree=tree,
        linked=_folded(stated(article, "headline")[:1]),
        headings=_folded(text for one in headings if one not in home for text in _texts_of(one)),
        meta=_folded([meta.get("og:title", "")]),
        other_meta=_folded(meta.get(name, "") for name in _META_TITLES),
        titles=_folded(titles),
        sites=_folded(
            [
                urls.host_of(url),
                *(meta.get(name, "") for name in _META_NAMES),
                *stated(article, "publisher"),
                *(parts(title)[0] for title in texts(tree, _FEEDS) if len(title.split()) <= _FEED_NAME),
                *map(text_of, home),
            ]
        ),
        sections=_folded([*stated(article, "articleSection"), meta.get("article:section", "")]),
        url=url or meta.get("og:url"),
    )


def _texts_of(heading: html.HtmlElement) -> Iterator[str]:
    """The text of a heading; also without its first and its last element, which may hold a section or a time.

    Small print behind a headline is never part of it.
    """
    if len(heading) and heading[-1].tag == "small" and not (heading[-1].tail or "").strip():
        whole, small = text_of(heading).strip(), text_of(heading[-1]).strip()
        yield whole.removesuffix(small).strip() or whole
        return
    yield text_of(heading)
    inside = [child for child in heading if isinstance(child.tag, str) and text_of(child).strip()]
    if not inside:
        return
    first, last, whole = text_of(inside[0]).strip(), text_of(inside[-1]).strip(), text_of(heading).strip()
    if whole.startswith(first) and whole != first:
        yield whole[len(first) :]
    if whole.endswith(last) and whole != last:
        yield whole[: -len(last)]


def _links_home(heading: html.HtmlElement) -> bool:
    """Whether a heading is the link to the first page of its site."""
    return any(urlsplit(link.get("href") or "x").path in ("", "/") for link in heading.iter("a"))


def _folded(printed: Iterable[str]) -> list[str]:
    return [text for text in map(fold_space, map(unescape, printed)) if text]


def _authors(tree: html.HtmlElement, article: dict[str, Any]) -> Iterator[str]:
    """The authors of the JSON-LD and those of the metas, of which a page may have one for each writer."""
    for key in ("author", "creator", "sourceOrganization", "creditText"):
        yield from stated(article, key)
    named = [
        ((one.get("name") or one.get("property") or "").lower(), one.get("content") or "") for one in tree.iter("meta")
    ]
    for wanted in _META_AUTHORS:
        yield from (content for name, content in named if name == wanted and content.strip() and "://" not in content)
