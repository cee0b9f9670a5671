"""The JSON-LD of a page: the one article in it that is the story of the page, and what it states.

Sites list other stories in it too, before their own. An article is the page's if its headline or its address agrees.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from wirecrawl.news.cleaning.dropping import drop
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.markup.loose_json import read_json
from wirecrawl.news.markup.select import TITLE, texts
from wirecrawl.news.wire import fold_space

_ARTICLE = re.compile(r"(?:\w{0,20}(?:Article|Posting)|Report|ClaimReview)")
_PAGE = re.compile(r"\w{0,20}WebPage")
_VOCABULARIES = ("", "schema:", "https://schema.org/", "http://schema.org/")
_OWN = frozenset(("@graph", "mainEntity", "mainEntityOfPage", ""))  # below any other key stands something else
_HEADINGS = ("//h1", TITLE)
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NODES = 5000  # of one page; more are not looked at
_MOMENT = 10**9
_DEPTH = 4  # of lists and names in a value


@dataclass(frozen=True, slots=True)
class _Node:
    value: dict[str, Any]
    own: bool  # stands where the page speaks of itself, not of another story


def linked_article(
    tree: html.HtmlElement,
    url: str | None,
    meta: Mapping[str, str],
    scripts: Iterable[html.HtmlElement] | None = None,
) -> dict[str, Any]:
    """The article in the JSON-LD of a page at `url` that is the page's story, {} for none.

    `meta` are the page's metas, `scripts` its scripts where they are known.

    >>> page = html.fromstring('<p><script type="application/ld+json">{"@type": "NewsArticle"}</script></p>')
    >>> linked_article(page, None, {})
    {'@type': 'NewsArticle'}
    """
    nodes = _of_kinds(_nodes(tree.iter("script") if scripts is None else scripts), _ARTICLE)
    return _best(nodes, _OfPage(tree, url, meta)) if nodes else {}


def linked_article_and_page(
    tree: html.HtmlElement, url: str | None, meta: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The article, and the page itself, in the JSON-LD of a page; sites without an article there date the page.

    `meta` are the page's metas; {} stands for what is not there.
    """
    nodes = list(_nodes(tree.iter("script")))
    articles, pages = _of_kinds(nodes, _ARTICLE), _of_kinds(nodes, _PAGE)
    if not articles and not pages:
        return {}, {}
    page = _OfPage(tree, url, meta)
    return _with_authors(_best(articles, page), nodes), _best(pages, page)


def stated(node: Mapping[str, Any], name: str) -> list[str]:
    """What a node states under a name: texts, those of a list, names of persons.

    >>> stated({"schema:author": [{"name": {"@value": "Jan Stern"}}]}, "author")
    ['Jan Stern']
    """
    return next((found for key in _VOCABULARIES if (found := _strings(node.get(key + name)))), [])


def drop_linked_data(tree: html.HtmlElement) -> None:
    """Take the JSON-LD off a page where all of it is of other stories: a reader of whole pages would believe it."""
    for script in list(filter(_is_linked_data, tree.iter("script"))):
        if script.getparent() is not None:
            drop(script)


def _is_linked_data(script: html.HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _of_kinds(nodes: Iterable[_Node], kinds: re.Pattern[str]) -> list[_Node]:
    return [node for node in nodes if any(kinds.fullmatch(_kind(kind)) for kind in _types(node.value))]


def _with_authors(article: dict[str, Any], nodes: Iterable[_Node]) -> dict[str, Any]:
    """The article with the names of its authors, where it states only under which @id the page has them."""
    author = article.get("author")
    stated_ids = [one.get("@id") for one in (author if isinstance(author, list) else [author]) if isinstance(one, dict)]
    wanted = {one for one in stated_ids if isinstance(one, str)}
    if not wanted or stated(article, "author"):
        return article
    known = (node.value for node in nodes if node.value.get("@id") in wanted)
    return article | {"author": [name for one in known for name in stated(one, "name")[:1]]}


def _best(nodes: Sequence[_Node], page: "_OfPage") -> dict[str, Any]:
    """The node that is most surely of the page, {} for none."""
    if len(nodes) == 1 and page.is_at_address_of(nodes[0]):  # as on most pages
        return nodes[0].value
    ranked = ((rank, node.value) for node in nodes if (rank := page.rank(node)))
    return max(ranked, key=lambda pair: pair[0], default=(0, {}))[1]


class _OfPage:
    """What a page says of itself outside of its JSON-LD, by which an article in it is known as its story."""

    def __init__(self, tree: html.HtmlElement, url: str | None, meta: Mapping[str, str]) -> None:
        self._tree, self._url, self._meta = tree, url, meta

    @cached_property
    def _places(self) -> set[str]:
        canonical = texts(self._tree, ("//link/@rel[. = 'canonical']/../@href",))
        addresses = (self._url, *canonical, self._meta.get("og:url"))
        return {place for address in addresses if address and (place := _place(address))}

    @cached_property
    def _headings(self) -> list[str]:
        titles = (self._meta.get("og:title"), self._meta.get("twitter:title"))
        return list(filter(None, (*texts(self._tree, _HEADINGS), *titles)))

    def is_at_address_of(self, node: _Node) -> bool:
        """Whether a node has the address that was asked for: the surest sign, and found without a search."""
        return _place(self._url or "") in _places_of(node) - {""}

    def rank(self, node: _Node) -> int:
        """How surely a node is of the page, 0 for not at all."""
        places = _places_of(node)
        same_place = bool(places & self._places)
        headlines = stated(node.value, "headline") or stated(node.value, "name")
        same_headline = any(agree(mine, theirs) for mine in headlines[:2] for theirs in self._headings)
        if same_place or same_headline:
            return 2 * same_place + 3 * same_headline + node.own
        unnamed = not headlines or not self._headings
        return int(node.own and unnamed and not (places - {""} and self._places))


def agree(headline: str, other: str) -> bool:
    """Whether two headlines are those of one story: the words of the shorter are for the most part in the longer.

    >>> agree("Ice road opens", "Ice road to Kirkholm opens - Post"), agree("Ice road opens", "Bakers strike")
    (True, False)
    """
    short, long = sorted((letters(headline), letters(other)), key=len)
    if not short or short in long:
        return bool(short) and (len(short) > len(long) // 4 or " " in headline.strip())
    these, those = _words(headline), _words(other)
    return 2 * len(these & those) > min(len(these), len(those)) > 1


def _words(text: str) -> set[str]:
    """Words; pairs of characters where no spaces part words."""
    if len(_HAN.findall(text)) * 3 > len(text):
        plain = letters(text)
        return {plain[n : n + 2] for n in range(len(plain) - 1)}
    return set(filter(None, map(letters, text.split())))


def _place(address: str) -> str:
    """What of an address names a page in all its forms: the path; "" for a home page, an anchor or no address."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    path = parts.path.rstrip("/").lower()
    return path if parts.netloc or path.startswith("/") else ""


def _places_of(node: _Node) -> set[str]:
    return {_place(address) for name in ("url", "@id", "mainEntityOfPage") for address in _addresses(node, name)}


def _addresses(node: _Node, name: str) -> Iterator[str]:
    for key in _VOCABULARIES:
        value = node.value.get(key + name)
        value = value.get("@id", value.get("url")) if isinstance(value, dict) else value
        if isinstance(value, str):
            yield value


def _nodes(scripts: Iterable[html.HtmlElement]) -> Iterator[_Node]:
    """Every node of the page's JSON-LD, the outer ones first; a script that cannot be read has none."""
    waiting: deque[tuple[Any, bool]] = deque()
    for script in filter(_is_linked_data, scripts):
        with suppress(ValueError):
            waiting.append((read_json(script.text or ""), True))
    for _ in range(_NODES):
        if not waiting:
            return
        value, own = waiting.popleft()
        if isinstance(value, list):
            waiting.extend((item, own) for item in value[:_NODES])
        elif isinstance(value, dict):
            yield _Node(value, own)
            waiting.extend(
                (inner, own and key in _OWN) for key, inner in value.items() if isinstance(inner, dict | list)
            )


def _types(node: dict[str, Any]) -> list[str]:
    return _strings(node.get("@type") or node.get("type"))  # schema.org's own context allows both


def _kind(name: str) -> str:
    """The name of a type without its vocabulary: https://schema.org/NewsArticle."""
    return re.split(r"[/#:]", name)[-1]


def _texts_first(values: list[Any]) -> list[Any]:
    return sorted(values, key=lambda value: isinstance(value, int))


def _strings(value: Any, depth: int = 0) -> list[str]:
    """Texts in a value of JSON-LD: itself, those of a list, the name of a person."""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("schema:name")
        return _strings(value, depth + 1) if depth < _DEPTH else []
    if isinstance(value, list):
        return (
            [text for item in _texts_first(value[:20]) for text in _strings(item, depth + 1)] if depth < _DEPTH else []
        )
    if isinstance(value, int) and value > _MOMENT:  # a date in Unix seconds or milliseconds
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        return []
    return [fold_space(unescape(value)).encode("utf-8", "ignore").decode()]
