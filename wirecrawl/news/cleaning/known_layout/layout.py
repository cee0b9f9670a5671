"""Which layout fits a page, and what its selectors find there."""

from datetime import date
from functools import lru_cache
from itertools import chain

from lxml import html
from lxml.etree import XPath

from wirecrawl.news import agencies
from wirecrawl.news.agencies import Agency, Layout
from wirecrawl.news.cleaning.cleaner import WHOLE_PAGE, without_body, without_headline
from wirecrawl.news.cleaning.found import ExtractedPage
from wirecrawl.news.cleaning.known_layout.body import read_body
from wirecrawl.news.cleaning.known_layout.headline import read_headline
from wirecrawl.news.markup.select import texts
from wirecrawl.web import urls

# Where a page has addresses of its own site, if not in its first links.
_ADDRESSES = XPath("//@href | //@src | //@content | //@action | //script/text()", smart_strings=False)


def read_layout(
    tree: html.HtmlElement, url: str | None, day: date | None, drafted: Agency | None = None
) -> ExtractedPage:
    """The parts of a story by the first layout whose body is on the page; `cleaner` names what was lost.

    Candidates are the layouts of the page's host, those of the address's year first; for a page without
    an address, all that need none, and headline, body and the time must all be found, and a link or an address of the
    layout's site. A `drafted` agency is in no list yet: its layouts alone are tried.
    """
    lost: list[str] = []
    known = () if drafted else _candidates(urls.host_of(url), day.year if day else 0)
    for layout, agency in [(layout, drafted) for layout in drafted.layouts] if drafted else known:
        found = _apply(layout, agency, tree)
        found.agency, found.own_site = agency, set(layout.hosts) <= set(agency.domains)
        if found.has_body and (url or (found.headline and _is_dated(found, layout) and _names_site(tree, layout))):
            if not found.headline:
                found.cleaner = without_headline(found.cleaner)
            return found
        lost.append(layout.name)
    return ExtractedPage(without_body(lost) if lost and url else WHOLE_PAGE)


def _is_dated(found: ExtractedPage, layout: Layout) -> bool:
    """Whether a page has the time that its layout knows: a headline and some body fit on many a page."""
    printed = iter(found.published)
    first = next(printed, None)
    found.published = chain(() if first is None else (first,), printed)
    return first is not None or not layout.published


def _names_site(tree: html.HtmlElement, layout: Layout) -> bool:
    """Whether a page has an address of the layout's site: elements such as `article` are on the pages of any site."""
    if any(host in (link.get("href") or "") for link in tree.iter("a") for host in layout.hosts):
        return True
    return any(host in address for address in _ADDRESSES(tree) for host in layout.hosts)


@lru_cache(maxsize=1024)  # hosts and years, not pages: a run meets a few dozen of them
def _candidates(host: str, year: int) -> tuple[tuple[Layout, Agency], ...]:
    layouts = [(layout, agency) for agency in agencies.all_agencies() for layout in agency.layouts]
    fitting = [x for x in layouts if (_is_of(host, x[0]) if host else not x[0].needs_address)]
    return tuple(sorted(fitting, key=lambda x: not x[0].years[0] <= year <= x[0].years[1]))


def _is_of(host: str, layout: Layout) -> bool:
    return any(urls.under(host, domain) for domain in layout.hosts)


def _apply(layout: Layout, agency: Agency, tree: html.HtmlElement) -> ExtractedPage:
    found = ExtractedPage(layout.name, parts=read_body(layout, agency, tree))
    if found.parts:
        found.headline = read_headline(tree, layout, agency)
        found.published = texts(tree, layout.published, " ")
        found.source = next((text.split(",")[0] for text in texts(tree, layout.source) if "," in text), None)
        found.bylines = list(texts(tree, layout.bylines))
        found.editors = list(dict.fromkeys(texts(tree, layout.editors, " ", "|")))
    return found
