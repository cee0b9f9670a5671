"""Which selectors are proposed for an element: short, of a meaning, unique, and none that a build made up."""

import pytest
from lxml import html

from wirecrawl.drafting.selectors import is_stable, selector_for


def proposed(body: str) -> str | None:
    page = html.document_fromstring(f"<html><body>{body}</body></html>")
    (element,) = page.xpath("//*[@data-x]")
    return selector_for(element, page)


@pytest.mark.parametrize(
    ("body", "selector"),
    [
        ("<h1 class=big data-x>A</h1>", "h1"),
        ("<h1>B</h1><h1 class=headline data-x>A</h1>", ".headline"),
        ("<div id=post-41877 class='css-1x2y3z mt-4 story-body' data-x>A</div>", ".story-body"),
        ("<div class='flex gHSkdP' itemprop=articleBody data-x>A</div>", "[itemprop=articleBody]"),
        ("<div class=article-body__text__a1B2c data-x>A</div>", "[class*=article-body__text__]"),
        ("<div class=Byline-byline-1sVmo data-x>A</div>", "[class*=Byline-byline-]"),
        ("<p class=text>B</p><div id=story><p class=text data-x>A</p></div>", "#story .text"),
        ("<div id=story><p>B</p><div data-x>A</div></div>", "#story div"),
        ("<article data-x>A</article>", "article"),
        ("<div class='col-md-8 mt-4'><div data-x>A</div><div>B</div></div>", None),
    ],
)
def test_a_selector_that_will_last(body: str, selector: str | None) -> None:
    assert proposed(body) == selector


@pytest.mark.parametrize("word", ["story-body", "articleText", "news_txt", "longText", "entry-title"])
def test_words_of_people_are_stable(word: str) -> None:
    assert is_stable(word)


@pytest.mark.parametrize(
    "word", ["css-1x2y3z", "mt-4", "col-md-8", "post-41877", "gHSkdP", "", "a:b", "w-1/2", "x1y2z3"]
)
def test_words_of_builds_and_of_looks_are_not(word: str) -> None:
    assert not is_stable(word)
