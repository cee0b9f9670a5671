"""Selectors of a layout: CSS and XPath, elements and texts."""

import pytest
from cssselect import HTMLTranslator
from lxml import html

from tests.support.fixtures import cases
from wirecrawl.news.agencies import Agency, Layout, all_agencies
from wirecrawl.news.markup import elements, parse, texts
from wirecrawl.news.markup.lines import text_of

TREE = html.fromstring(
    "<main><div><h1> Rain   <b id='b'>falls</b> </h1><h1></h1><p class='time late'>noon</p>"
    "<meta name='d' content='2026-11-20'></div></main>"
)


def test_texts_come_selector_by_selector_without_the_empty_ones() -> None:
    assert list(texts(TREE, (".late", "h1", "//meta[@name='d']/@content"))) == ["noon", "Rain falls", "2026-11-20"]


def test_a_selector_may_make_a_text_of_an_attribute() -> None:
    assert list(texts(TREE, ("concat('@', //meta/@content)", "concat('', //meta/@none)", "h1"))) == [
        "@2026-11-20",
        "Rain falls",
    ]


def test_white_space_stays_when_it_means_something() -> None:
    assert list(texts(TREE, ("h1",), fold=False)) == ["Rain   falls"]


def test_elements_are_no_attributes() -> None:
    assert [e.tag for e in elements(TREE, ("//meta/@content", "h1", "p.time"))] == ["h1", "h1", "p"]


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        (".time", ["p"]),
        (".tim", []),
        ("p.late", ["p"]),
        ("div .late", ["p"]),
        ("#b", ["b"]),
        ("h1 #b", ["b"]),
        ("[name*='d']", ["meta"]),
        ("[name^='e']", []),
        ("meta[name='d']", ["meta"]),
        (".time.late", ["p"]),
        ("div > .late", ["p"]),
        ("div h1 b", ["b"]),
    ],
)
def test_css_finds_what_it_finds_anywhere(selector: str, found: list[str]) -> None:
    assert [e.tag for e in elements(TREE, (selector,))] == found
    assert found == [e.tag for e in TREE.cssselect(selector)]


PAGE = html.document_fromstring(
    "<html><body><a name=title>top</a><h1 id=title>Rain</h1><div id=text><p>1</p></div><p id=empty></p>"
    "<div id=text><p>2</p><i id=empty>late</i></div></body></html>"
)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("#title", ["Rain"]),  # the anchor of that name is another element
        ("#text", ["1", "2late"]),  # an id that a page has twice
        ("#text p", ["1", "2"]),
        ("#text > p", ["1", "2"]),
        ("#text i", ["late"]),  # inside the second one alone
        ("#empty", ["", "late"]),
        ("#none", []),
        ("#none p", []),
    ],
)
def test_an_id_finds_all_that_has_it_on_a_whole_page(selector: str, found: list[str]) -> None:
    assert [e.text_content() for e in elements(PAGE, (selector,))] == found
    assert [e.text_content() for e in PAGE.cssselect(selector)] == found
    assert [e.text_content() for e in elements(PAGE[0], (selector,))] == found


SEPARATED = html.document_fromstring("<div class='a\n b\tc'><p class='a\u00a0b x'>1</p></div>")


CLASSES = [
    *(".a", ".b", ".c", "p.x", ".d", ".a .x", ".x .a", "p .d", "div > .x", ".d, .a", ".b,.c .x", ".a, div > .x"),
    *("[class*='a']", "p[class^='x']", "[class='x']", "[class*='q']", ":is(.a, .d)"),
]


@pytest.mark.parametrize("selector", CLASSES)
@pytest.mark.parametrize("part", [SEPARATED, SEPARATED.find(".//div"), html.fragment_fromstring("<p class=x>1</p>")])
def test_a_selector_finds_what_its_usual_form_finds(selector: str, part: html.HtmlElement) -> None:
    assert list(elements(part, (selector,))) == part.xpath(HTMLTranslator().css_to_xpath(selector, "descendant::"))


ARTICLE = html.document_fromstring(
    "<div class='story prose'><p class=lead>1</p><p>2</p></div><p class='note late'>3</p><p class=other>4</p>"
)
XPATHS = [
    *("//p[@class='lead']", "//p[contains(@class, 'note')]", "//@class[contains(., 'prose')]/..", "//p[@class='none']"),
    *("//div/@class[contains(concat(' ', normalize-space(.), ' '), ' prose ')]/../p", "//div[p[@class='lead']]/p[2]"),
    *("//p[contains(@class, 'none') or contains(@class, 'lead')]", "//p[not(contains(@class, 'none'))]"),
    *("//p[@class='none'] | //p[@class='lead']", "//div[count(p[@class='none']) = 0]", "//p[@class!='none']"),
    *("//p[@class='lead' and . = '2']", "descendant::p[contains(@class, 'late')]", "//p[. = 'none']", "//p[@class]"),
]


@pytest.mark.parametrize("selector", XPATHS)
def test_an_xpath_finds_the_same_whether_its_classes_are_on_the_page_or_not(selector: str) -> None:
    assert list(elements(ARTICLE, (selector,))) == ARTICLE.xpath(selector)


@pytest.mark.parametrize("agency", all_agencies(), ids=lambda agency: agency.name)
def test_the_paths_of_layouts_find_on_saved_pages_all_that_lxml_finds(agency: Agency) -> None:
    pages = [
        parse((case / "body.html").read_bytes()) for case in cases("story.json") if case.parent.name == agency.name
    ]
    for path in sorted({path for layout in agency.layouts for path in _paths(layout)}):
        for page in pages:
            found = page.xpath(path)
            assert list(elements(page, (path,))) == [one for one in found if not isinstance(one, str)], path
            printed = [" ".join((one if isinstance(one, str) else text_of(one)).split()) for one in found]
            assert list(texts(page, (path,))) == list(filter(None, printed)), path


def _paths(layout: Layout) -> list[str]:
    parts = (layout.headline, layout.body, layout.published, layout.source, layout.bylines, layout.editors, layout.drop)
    return [path for part in parts for path in part if path.startswith(("/", "descendant::"))]


def test_texts_by_several_joints() -> None:
    assert list(texts(TREE, ("h1",), " ", "|")) == ["Rain falls", "Rain |falls|"]
