"""The ticker: found by its heading, read line by line, and absent where there is none."""

import pytest
from lxml import html

from tests.support.fixtures import ROOT, load
from wirecrawl.news.agencies import get
from wirecrawl.news.dedupe import Sighting, join_headlines, oldest_first
from wirecrawl.news.markup import PageText, parse, ticker_blocks, ticker_lines

TICKERS = get("xinhua").tickers
SEED = ROOT / "tests" / "data" / "seed"


def lines_of(tree: html.HtmlElement) -> list[tuple[str, str | None]]:
    return list(ticker_lines(PageText(tree), TICKERS))


def lines(page: str) -> list[tuple[str, str | None]]:
    return lines_of(html.document_fromstring(page))


def test_the_seed_page_has_ten_lines() -> None:
    tree = parse((SEED / "body.html").read_bytes())
    found = lines_of(tree)
    assert [text for text, _ in found] == load(SEED, "links.json")["ticker"]
    assert len(found) == 10
    assert {link for _, link in found} == {None}


def test_the_ten_lines_of_the_seed_page_are_nine_headlines() -> None:
    tree = parse((SEED / "body.html").read_bytes())
    sightings = [Sighting(text, "http://a.example/", n) for n, (text, _) in enumerate(lines_of(tree))]
    records = [record.item for record in join_headlines(oldest_first(sightings), "xinhua")]
    assert len(records) == 9
    assert [r.stages for r in records if "45 killed" in r.headline] == [["Urgent", "1st LD"]]


@pytest.mark.parametrize(
    "heading",
    [
        "<b>Off the wire</b>",
        "<h3>OFF THE WIRE:</h3>",
        "<a href='/node_7249531.htm'>Off the\n wire</a>",
        "Off the wire ",
    ],
)
@pytest.mark.parametrize("wrapper", ["{}", "<div>{}</div>", "<table><tr><td>{}</td></tr></table>"])
def test_lines_with_their_links(heading: str, wrapper: str) -> None:
    block = f"<div>{heading}<p>Urgent: A dam breaks • <a href='/b.htm'>Roundup: B</a> • C&nbsp; •</p></div>"
    page = f"<body><h1>Rain</h1>{wrapper.format(block)}<p>You are here: Home</p><p>It rains.</p></body>"
    assert lines(page) == [("Urgent: A dam breaks", None), ("Roundup: B", "/b.htm"), ("C", None)]


def test_the_text_of_one_link_may_stand_in_several_elements() -> None:
    page = "<div>Off the wire <a href='/a.htm'>1st LD: <b>Rain</b> in Juba</a> • <span>Snow</span> in Oslo</div>"
    assert lines(page) == [("1st LD: Rain in Juba", "/a.htm"), ("Snow in Oslo", None)]


def test_the_breadcrumb_behind_the_ticker_ends_it() -> None:
    page = "<div>Off the wire A wins • B loses You are here: Home • World</div>"
    assert lines(page) == [("A wins", None), ("B loses", None)]


def test_scripts_and_comments_are_no_lines() -> None:
    page = "<div>Off the wire <script>var a = '• x •'</script>A wins <!-- • no --> • B loses</div>"
    assert lines(page) == [("A wins", None), ("B loses", None)]


@pytest.mark.parametrize(
    "page",
    [
        "<body><h1>Rain</h1><p>It rains.</p></body>",
        "<body><p>• one • two • three</p></body>",
        "<body><p>The song Off the wire was played.</p><p>A • B</p></body>",
        "<body><div>You are here: <a href='/'>Home</a> &gt; <a href='/w'>Off the Wire</a></div><p>It rains.</p></body>",
    ],
)
def test_a_page_without_a_ticker(page: str) -> None:
    assert lines(page) == []
    assert ticker_blocks(html.document_fromstring(page), TICKERS) == []


def test_a_breadcrumb_off_the_wire_above_a_story_with_bullets_is_no_ticker() -> None:
    page = (
        "<body><div class='wrapper'><div class='path'>You are here: <a href='/'>Home</a> &gt; "
        "<a href='/world/node_7249531.htm'>Off the Wire</a></div><h1 id='title'>Rain</h1>"
        "<div id='container_txt'><p>Three towns were hit:</p><p>• Juba</p><p>• Malakal</p></div></div></body>"
    )
    assert lines(page) == []
    assert ticker_blocks(html.document_fromstring(page), TICKERS) == []


def test_the_block_of_a_ticker_holds_nothing_else() -> None:
    tree = parse((SEED / "body.html").read_bytes())
    (block,) = ticker_blocks(tree, TICKERS)
    text = block.text_content()
    assert "Nigeria signs health agreement" in text
    assert "You are here" not in text
    assert "Putin" not in text
