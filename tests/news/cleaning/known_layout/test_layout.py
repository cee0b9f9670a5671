"""Each layout holds when the markup varies, and fails loudly when its targets are gone."""

import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.support.fixtures import cases, load, name_of
from tests.support.layout_pages import PAGES
from wirecrawl.items import Story
from wirecrawl.news.agencies import get
from wirecrawl.news.cleaning.clean import clean

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^<>]*?)?)(\s*/?)>")
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w:-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?")
_VERBATIM = re.compile(r"(<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->)", re.IGNORECASE | re.DOTALL)
_BLOCKS = {"p", "div", "table", "tr", "td", "ul", "ol", "li", "section", "dl", "dd", "h1", "body", "article"}

Attributes = list[tuple[str, str]]
Rewrite = Callable[[str, str, Attributes, str], str]


def rewritten(body: bytes, rewrite: Rewrite) -> bytes:
    """Every tag outside of scripts and comments written anew; the bytes between them stay, whatever their charset."""

    def anew(tag: re.Match[str]) -> str:
        pairs = [(name, value[1:-1] if value[:1] in "\"'" else value) for name, value in _ATTRIBUTE.findall(tag[3])]
        return rewrite(tag[1], tag[2], [] if tag[1] else pairs, "/" if "/" in tag[4] else "")

    parts = _VERBATIM.split(body.decode("latin-1"))
    return "".join(part if n % 2 else _TAG.sub(anew, part) for n, part in enumerate(parts)).encode("latin-1")


def written(close: str, name: str, attributes: Attributes, end: str, quote: str = '"', gap: str = " ") -> str:
    quotes = ["'" if '"' in value else quote for _, value in attributes]
    pairs = [f"{key}={q}{value}{q}" for (key, value), q in zip(attributes, quotes, strict=True)]
    return f"<{close}{gap.join([name, *pairs])}{' ' if end else ''}{end}>"


def upper_case(close: str, name: str, attributes: Attributes, end: str) -> str:
    return written(close, name.upper(), [(key.upper(), value) for key, value in attributes], end)


def lower_case(close: str, name: str, attributes: Attributes, end: str) -> str:
    return written(close, name.lower(), [(key.lower(), value) for key, value in attributes], end)


def other_order(close: str, name: str, attributes: Attributes, end: str) -> str:
    return written(close, name, attributes[::-1], end)


def single_quotes(close: str, name: str, attributes: Attributes, end: str) -> str:
    safe = all("'" not in value for _, value in attributes)
    return written(close, name, attributes, end, "'" if safe else '"')


def more_attributes(close: str, name: str, attributes: Attributes, end: str) -> str:
    return written(close, name, attributes if close else [("data-v", "7"), *attributes, ("lang2", "x")], end)


def white_space(close: str, name: str, attributes: Attributes, end: str) -> str:
    around = "\n \t" if name.lower() in _BLOCKS else ""
    return around + written(close, name, attributes, end, gap="\n   ") + around


def in_wrappers(close: str, name: str, attributes: Attributes, end: str) -> str:
    """The page's content inside more elements; a tag of the same name closes them, should </body> be missing."""
    tag = written(close, name, attributes, end)
    if name.lower() != "body":
        return tag
    return f"</section></div>{tag}" if close else f'{tag}<div class="outer-2026"><section>'


def classes_added(close: str, name: str, attributes: Attributes, end: str) -> str:
    longer = [(key, f"skin {value} v2" if key.lower() == "class" else value) for key, value in attributes]
    return written(close, name, longer, end)


def targets_gone(close: str, name: str, attributes: Attributes, end: str) -> str:
    """Other ids and classes, and a div for every element that a selector names."""
    other = [
        (key, " ".join(f"{word}-x9" for word in value.split()) if key.lower() in ("id", "class") else value)
        for key, value in attributes
    ]
    name = "div" if name.lower() in ("article", "section", "td") else name
    return written(close, "nav" if name.lower() == "table" else name, other, end)


VARIATIONS: list[Rewrite] = [
    upper_case,
    lower_case,
    other_order,
    single_quotes,
    more_attributes,
    white_space,
    in_wrappers,
    classes_added,
]
SAVED = {name_of(case): case for case in cases("story.json") if case.parent.name == "xinhua"}
EVERY = [*SAVED, *PAGES]


def source(name: str) -> tuple[bytes, str, str | None]:
    if name in PAGES:
        return PAGES[name]
    case: Path = SAVED[name]
    saved = load(case, "response.json")
    return (case / "body.html").read_bytes(), saved["url"], saved["headers"].get("Content-Type")


def fields(story: Story) -> dict[str, Any]:
    told = asdict(story)
    told["provenance"].pop("sha256")
    return told


def told(name: str, rewrite: Rewrite | None = None) -> Story:
    body, url, content_type = source(name)
    return clean(rewritten(body, rewrite) if rewrite else body, url, content_type=content_type)


@pytest.mark.parametrize("rewrite", VARIATIONS, ids=lambda rewrite: rewrite.__name__)
@pytest.mark.parametrize("name", EVERY)
def test_another_spelling_of_the_markup_is_the_same_story(name: str, rewrite: Rewrite) -> None:
    assert fields(told(name, rewrite)) == fields(told(name))


@pytest.mark.parametrize("name", EVERY)
def test_the_rewriting_itself_changes_something(name: str) -> None:
    body, _, _ = source(name)
    assert len({rewritten(body, rewrite) for rewrite in VARIATIONS} - {body}) >= 5


def test_every_layout_is_held() -> None:
    fitting = {told(name).provenance.cleaner for name in EVERY}
    assert fitting == {layout.name for layout in get("xinhua").layouts}


@pytest.mark.parametrize("name", [name for name in EVERY if "photos" not in name])
def test_the_fallback_says_what_was_lost_and_finds_the_story(name: str) -> None:
    right, fallen = told(name), told(name, targets_gone)
    cleaner = fallen.provenance.cleaner
    assert cleaner.startswith("trafilatura (")
    assert right.provenance.cleaner in cleaner
    assert "body lost" in cleaner
    assert max(right.text.split("\n\n"), key=len)[-60:] in fallen.text


def test_a_lost_headline_is_said_and_the_title_stands_in() -> None:
    name = "xinhua/china-org-cn-plain"
    body, url, content_type = source(name)
    story = clean(re.sub(rb"id=(['\"])title\1", b"", body), url, content_type=content_type)
    assert story.provenance.cleaner == "china.org.cn (headline lost)"
    assert (story.headline, story.text) == (told(name).headline, told(name).text)


def page_without_address(link: str) -> str:
    story = "<p>Crews removed fallen trees from the highway on Wednesday, two days after the strongest storm.</p>" * 4
    head = "<h1>Storm cleanup goes on</h1><div class=byline>By Ida Holm</div><div class=time>19 April 2023, 14:10</div>"
    return f"<html><body>{link}<article>{head}<section>{story}</section></article></body></html>"


def test_a_page_without_an_address_has_an_agency_layout_only_if_it_names_its_site() -> None:
    one = page_without_address('<a href="https://world.huanqiu.com/">Home</a>')
    other = page_without_address('<a href="https://www.fjordpost.example/">Home</a>')
    assert clean(one.encode(), None).provenance.cleaner == "huanqiu.com"
    story = clean(other.encode(), None)
    assert (story.provenance.cleaner, story.bylines) == ("trafilatura", ["Ida Holm"])
