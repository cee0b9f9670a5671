"""The time elements of a page that are those of its story: no teaser's, no comment's, not the clock of the masthead."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import html
from lxml.etree import XPath

from wirecrawl.news.cleaning.dropping import drop
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.markup.times import says_updated, unix_time

_MARKED = (
    "@itemprop='datePublished' or @itemprop='dateModified' or @itemprop='datePublished dateModified' "
    "or @itemprop='dateModified datePublished' or contains(@property, 'datePublished') "
    "or contains(@property, 'dateModified') or @property='dc:date' or @property='dc:created' or @property='dc:issued'"
)
# Where scripts keep the moment that they print as "3 hours ago".
_MOMENTS = (
    "data-timestamp",
    "data-time",
    "data-datetime",
    "data-published",
    "data-publish-date",
    "data-date",
    "data-ts",
)
_TIMES = XPath(
    f"//h1 | //h2 | //h3 | //time | //relative-time | //time-ago | //amp-timeago"
    f" | //body//*[@itemprop or @property][{_MARKED}]"
    f" | //body//*[{' or '.join('@' + name for name in _MOMENTS)}][not(self::article or self::a)]"
    # Microformats, before <time> was there.
    " | //abbr[number(substring(@title, 1, 4)) > 1900 and contains(@title, 'T')]"
)
_HEADINGS = ("h1", "h2", "h3")
_PLAIN = ("div", "span", "p", "td", "b", "strong", "font")  # headlines of pages without headings
_ELSEWHERE = ("aside", "nav", "footer", "header", "figure", "video", "audio", "form", "a", "article")
_NAMES_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommend\w*|teasers?|sidebar|promo|trending|popular|latest|most-?\w*read|"
    r"newsletter|player|podcast|today|masthead|clock|weather|breadcrumbs?|more-?(?:news|stories)|read-?(?:more|also)|"
    r"topbar|ticker|visible-print|print-only|advert\w*|banner|disqus|replies|pic|photos?|images?|captions?|gallery)"
    r"(?=$|[\s_-])"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_MODIFIED = re.compile(r"updat|modif", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|entry-date|posted|created", re.IGNORECASE)
_ABOVE = 3  # steps from the headline to what holds a time before it too; farther up is the page
_TEASER, _HAN_TEASER = 24, 11  # letters of a link that is the headline of another story, not a writer or a topic
_LINE = 200  # characters of a line with a time; more is a paragraph of prose, or a part of the page
_LABEL = 30  # characters beside a time that are a label of it, not prose


@dataclass(frozen=True, slots=True)
class PageTimes:
    """The times that time elements print of the story, the surest first, and the elements of other times."""

    published: list[str]
    updated: list[str]
    others: list[html.HtmlElement]


def read_times(tree: html.HtmlElement, headline: str | None) -> PageTimes:
    """Read the time elements of a page whose story has a headline.

    >>> page = "<aside><time>1 May 2025</time></aside><div><h1>Rain</h1><p><time>3 May 2025</time></p></div>"
    >>> read_times(html.fromstring(f"<html><body>{page}</body></html>"), "Rain").published
    ['3 May 2025']
    """
    found = [one for one in _TIMES(tree) if isinstance(one, html.HtmlElement)]
    elements = [one for one in found if one.tag not in _HEADINGS]
    if not elements:
        return PageTimes([], [], [])
    heading = _heading(tree, [one for one in found if one.tag in _HEADINGS], headline)
    behind = _behind(tree, found, heading)
    times = [(heading is None or one in behind, one) for one in elements]
    own = [one for behind, one in times if _is_own(one, heading, behind=behind)]
    known = set(own)
    updates = [one for one in own if _is_update(one)]
    published = sorted((one for one in own if one not in updates), key=lambda one: not _PUBLISHED.search(_names(one)))
    return PageTimes(
        [text for one in published for text in _printed(one)],
        [text for one in updates for text in _printed(one)],
        [one for _, one in times if one not in known],
    )


def _behind(
    tree: html.HtmlElement, found: list[html.HtmlElement], heading: html.HtmlElement | None
) -> set[html.HtmlElement]:
    """Those of the elements, which are in the order of the page, that stand behind its headline."""
    order = found if heading in found else list(tree.iter())
    return set(order[order.index(heading) + 1 :]) if heading is not None else set()


def drop_times(times: Sequence[html.HtmlElement]) -> None:
    """Take the times of others off a page, so that no reader of whole pages believes them; prose keeps its words."""
    for one in times:
        block = next(one.iterancestors("p", "li", "td", "div"), None)
        if block is not None and len(block.text_content()) > len(one.text_content()) + _LABEL:
            one.tag = "span"
            one.attrib.clear()
        elif one.getparent() is not None:
            drop(one)


def _heading(
    tree: html.HtmlElement, headings: Sequence[html.HtmlElement], headline: str | None
) -> html.HtmlElement | None:
    """The element of the headline: the one with its words, else the first of the first rank."""
    wanted = letters(headline or "")
    same = (one for one in headings if wanted and letters(one.text_content()) == wanted)
    if (found := next(same, None)) is not None:
        return found
    plain = (one for one in tree.iter(*_PLAIN) if wanted and letters(one.text or "") == wanted)
    return next((one for one in headings if one.tag == "h1"), next(plain, None))


def _is_own(one: html.HtmlElement, heading: html.HtmlElement | None, *, behind: bool) -> bool:
    """Whether a time is the story's: what holds it, up to what holds the headline too, is no other part of the page."""
    above = [heading, *heading.iterancestors()] if heading is not None else []
    holders = [one]
    for holder in one.iterancestors():
        if holder in above:
            near = above.index(holder) <= _ABOVE and holder.tag not in ("body", "html")
            return (behind or near) and not any(map(_is_elsewhere, holders[1:])) and not _is_in_prose(one, holder)
        holders.append(holder)
    return not any(map(_is_elsewhere, holders[1:]))


def is_elsewhere_by_name(holders: Iterable[html.HtmlElement]) -> bool:
    """Whether one of some elements is, by its tag or its names, a part of the page beside the story."""
    for holder in holders:
        if holder.tag in _ELSEWHERE:
            return True
        names = f"{holder.get('class') or ''} {holder.get('id') or ''}"
        if _NAMES_ELSEWHERE.search(_CAMEL.sub("-", names).lower()):
            return True
    return False


def _is_elsewhere(holder: html.HtmlElement) -> bool:
    if is_elsewhere_by_name([holder]):
        return True
    if len(holder.text_content()) > _LINE:
        return False
    links = (letters(link.text_content()) for link in holder.iter("a"))
    return any(len(link) > (_HAN_TEASER if _HAN.search(link) else _TEASER) for link in links)


def _is_in_prose(one: html.HtmlElement, top: html.HtmlElement) -> bool:
    for holder in one.iterancestors():
        if holder is top:
            return False
        if holder.tag in ("p", "li", "blockquote"):
            return len(holder.text_content()) - len(one.text_content()) > _LINE // 2
    return False


def _is_update(one: html.HtmlElement) -> bool:
    before = one.getprevious()
    parent = one.getparent()
    label = (before.tail if before is not None else parent.text if parent is not None else None) or ""
    names = _names(one)
    return bool((_MODIFIED.search(names) and "datePublished" not in names) or says_updated(label))


def _names(one: html.HtmlElement) -> str:
    return " ".join(one.get(name) or "" for name in ("class", "itemprop", "property", "id"))


def _printed(one: html.HtmlElement) -> Iterator[str]:
    attributes = (one.get("datetime"), one.get("content"), one.get("title") if one.tag in ("abbr", "time") else None)
    for text in (*attributes, *map(one.get, _MOMENTS), one.text_content()):
        if text and text.strip():
            yield unix_time(" ".join(text.split()))
