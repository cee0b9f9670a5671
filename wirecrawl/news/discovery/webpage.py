"""Lines, links and data sources of an HTML page."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import html

from wirecrawl.news.agencies import Agency, Words
from wirecrawl.news.discovery.feeds import FeedEntry
from wirecrawl.news.markup.lines import text_of
from wirecrawl.news.markup.references import without_references
from wirecrawl.news.markup.select import PageText, elements, texts

# The list scripts of news.cn name the JSON behind them: datasource:<32 hex>, in a script or in an attribute.
_DATA_SOURCE = re.compile(r"datasource[\"']?\s*[:=]\s*[\"']?([0-9a-f]{32})", re.IGNORECASE)
_REFRESH = re.compile(r"\s*+[\d.]*+\s*+[;,]?\s*+url\s*+=\s*+(?P<quote>[\"']?)(?P<url>[^\"']+)", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TIME_NAME = re.compile(r"(?<![a-z])(?:time|date|timestamp|datetime)(?![a-z])", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_CUT = ("...", "…")
# Lines are an anchor in an item; the time stands in the item, at most this many elements up.
_ITEM_DEPTH = 3
_ITEM_LINKS = 4  # headline, picture and "more" of one story


def page_items(tree: html.HtmlElement, agency: Agency) -> Iterator[FeedEntry]:
    """The lines of a list page: the anchors that the agency's item selectors find, by the first that finds any."""
    unseen = _in_templates(tree)
    for selector in agency.items:
        anchors = [a for a in elements(tree, (selector,)) if a.get("href") and a not in unseen]
        if anchors:
            yield from (FeedEntry(a.get("href", ""), _full_text(a), _time_beside(a, agency)) for a in anchors)
            return


def page_anchors(tree: html.HtmlElement) -> Iterator[FeedEntry]:
    """Every link of a page with its text, in order."""
    unseen = _in_templates(tree)
    anchors = (a for a in tree.iter("a", "area") if a.get("href") and a not in unseen)
    return (FeedEntry(a.get("href", ""), _full_text(a)) for a in anchors)


def _in_templates(tree: html.HtmlElement) -> set[html.HtmlElement]:
    """The links that a script would put into the page, and a reader does not see."""
    return {a for template in tree.iter("template") for a in template.iter("a", "area")}


def anchors_saying(page: PageText, words: Words) -> Iterator[FeedEntry]:
    """The links of a page that have some words in their text, in order."""
    anchors = page.holders("descendant::a[@href]", words)
    lines = (FeedEntry(a.get("href", ""), _full_text(a)) for a in anchors)
    return (line for line in lines if words.pattern.search(line.text))


def refreshes(tree: html.HtmlElement) -> list[FeedEntry]:
    """The addresses to which a page sends its reader by <meta http-equiv=refresh>."""
    metas = (meta for meta in tree.iter("meta") if (meta.get("http-equiv") or "").strip().lower() == "refresh")
    found = (_REFRESH.match(meta.get("content") or "") for meta in metas)
    return [FeedEntry(match["url"].strip()) for match in found if match]


def data_sources(tree: html.HtmlElement) -> list[FeedEntry]:
    """Addresses, relative to the page, of the JSON lists behind it.

    >>> data_sources(html.fromstring('<ul data="datasource:' + 32 * "a" + '"></ul>'))[0].url
    'ds_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.json'
    """
    scripts = [script.text or "" for script in tree.iter("script")]
    attributes = [value for node in tree.iter("ul", "div", "section") for value in node.attrib.values()]
    found = [name.lower() for text in [*scripts, *attributes] for name in _DATA_SOURCE.findall(text)]
    return [FeedEntry(f"ds_{name}.json") for name in dict.fromkeys(found)]


def _full_text(anchor: html.HtmlElement) -> str:
    """Text of a link; where the site cut it short, its title attribute if that goes on.

    Of a link around a whole card that is the text of its heading; a time at its end is none of it.
    """
    text, title = without_references(_headline_of(anchor)), (anchor.get("title") or "").strip()
    stem = text.rstrip(".…").strip()
    return title if text.endswith(_CUT) and title.startswith(stem) else text


def _headline_of(anchor: html.HtmlElement) -> str:
    if not len(anchor):
        return (anchor.text or "").strip()
    for heading in anchor.iter(*_HEADINGS):
        if text := text_of(heading).strip():
            return text
    text = text_of(anchor).strip()
    last = anchor[-1]
    time = text_of(last).strip() if last.tag == "time" or _TIME_NAME.search(last.get("class") or "") else ""
    return text.removesuffix(time).strip() if time and _DIGIT.search(time) else text


def _time_beside(anchor: html.HtmlElement, agency: Agency) -> str | None:
    """The time in the item that holds the link: an element with no link to elsewhere and one time."""
    if not agency.item_time:
        return None
    for _, item in zip(range(_ITEM_DEPTH), anchor.iterancestors(), strict=False):
        if _holds_more(item):
            return None
        times = list(texts(item, (agency.item_time,)))
        if times:
            return times[0] if len(times) == 1 else None
    return None


def _holds_more(item: html.HtmlElement) -> bool:
    """Whether an element links to several pages. Asked for every line of a list: the whole list is not gone through."""
    links = list(islice(item.iter("a"), _ITEM_LINKS + 1))
    return len(links) > _ITEM_LINKS or len({a.get("href") for a in links}) > 1
