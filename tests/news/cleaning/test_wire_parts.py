"""The wire rules on a page: headline, byline, dateline, editors and end mark go to their fields."""

import re

import pytest
from msgspec import to_builtins

from tests.support.pages import FERRY, HEADLINE, RAIN, URL, page, paragraphs, story
from wirecrawl.items import Dateline
from wirecrawl.news.cleaning.clean import clean

TOLD = f"<p>{RAIN}</p><p>{FERRY}</p>"


@pytest.mark.parametrize(
    "repeated",
    [
        f"<p>{HEADLINE}</p>",
        f"<p>{HEADLINE}</p><p>{HEADLINE}</p>",
        f"<p><strong>{HEADLINE.upper()}</strong></p>",
        f"<p>{HEADLINE}.</p>",
        f"<p>1st LD: {HEADLINE}</p><p>{HEADLINE}</p>",
        f"{HEADLINE}<br><br>{HEADLINE}<br><br>",
        f"<p>{HEADLINE}</p><p>By Wu Qi</p><p>{HEADLINE}</p>",
    ],
)
def test_a_repeated_headline_at_the_top_goes(repeated: str) -> None:
    assert paragraphs(repeated + TOLD, headline=f"1st LD: {HEADLINE}") == [RAIN, FERRY]


def test_the_headline_stays_where_the_story_quotes_it() -> None:
    assert paragraphs(f"<p>{RAIN}</p><p>{HEADLINE}</p><p>{FERRY}</p>") == [RAIN, HEADLINE, FERRY]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("by Wu Qi", ["Wu Qi"]),
        ("By Wu Qi and Sun Jinxia", ["Wu Qi", "Sun Jinxia"]),
        ("by Xinhua writers Sun Jinxia, Wu Qi", ["Sun Jinxia", "Wu Qi"]),
        ("by Xinhua Writer Wu Qi", ["Wu Qi"]),
    ],
)
def test_a_byline_goes_to_its_field(byline: str, names: list[str]) -> None:
    told = story(f"<p>{byline}</p>{TOLD}")
    assert (told.bylines, told.text) == (names, f"{RAIN}\n\n{FERRY}")


def test_a_sentence_that_begins_with_by_stays() -> None:
    first = "By Thursday the rain had filled every cellar of the old town."
    told = story(f"<p>{first}</p>{TOLD}")
    assert (told.bylines, told.text.split("\n\n")[0]) == ([], first)


@pytest.mark.parametrize("order", [("by Wu Qi", HEADLINE), (HEADLINE, "by Wu Qi")])
def test_byline_headline_and_dateline_come_off_in_any_order(order: tuple[str, str]) -> None:
    head = "".join(f"<p>{line}</p>" for line in order)
    told = story(f"{head}<p>REYKJAVIK, Feb. 16 (Xinhua) -- {RAIN}</p>")
    assert told.dateline == Dateline(
        raw="REYKJAVIK, Feb. 16 (Xinhua) --", places=["REYKJAVIK"], date="2017-02-16", agency="xinhua"
    )
    assert (told.bylines, told.text) == (["Wu Qi"], RAIN)


def test_a_dateline_without_the_agency_is_text() -> None:
    told = story(f"<p>COPENHAGEN -- {RAIN}</p>")
    assert (told.dateline, told.text) == (None, f"COPENHAGEN -- {RAIN}")


@pytest.mark.parametrize("mark", ["Endi", "Endit", "Enditem", "Enditem/xx"])
@pytest.mark.parametrize(
    "body",
    ["<p>{rain}</p><p>{ferry} {mark}</p>", "<p>{rain}</p><p>{ferry}</p><p>{mark}</p>", "{rain}<br>{ferry} {mark}"],
)
def test_the_end_mark_goes_to_its_field(body: str, mark: str) -> None:
    told = story(body.format(rain=RAIN, ferry=FERRY, mark=mark))
    assert (told.end_mark, told.text) == (mark, f"{RAIN}\n\n{FERRY}")


@pytest.mark.parametrize(
    "last",
    ["The winning goal was scored by Endi", "Mr. Endit was there.", "The file is called Enditem, he said."],
)
def test_a_name_like_an_end_mark_stays(last: str) -> None:
    told = story(f"<p>{RAIN}</p><p>{last}</p>")
    assert (told.end_mark, told.text) == (None, f"{RAIN}\n\n{last}")


def test_an_end_mark_before_the_end_stays() -> None:
    told = story(f"<p>{RAIN} Enditem</p><p>{FERRY}</p>")
    assert (told.end_mark, told.text) == (None, f"{RAIN} Enditem\n\n{FERRY}")


@pytest.mark.parametrize("line", ["Editor: huaxia", "【责任编辑:huaxia】", "[责任编辑：huaxia]"])
def test_editor_lines_go_to_their_field(line: str) -> None:
    told = story(f"{TOLD}<p>{line}</p>")
    assert (told.editors, told.text) == (["huaxia"], f"{RAIN}\n\n{FERRY}")


def test_a_note_to_editors_goes_to_its_field() -> None:
    told = story(f"<p>(Eds: adds the ferry)</p>{TOLD}")
    assert (told.notes, told.text) == (["(Eds: adds the ferry)"], f"{RAIN}\n\n{FERRY}")


@pytest.mark.parametrize(
    ("dated", "agency", "published"),
    [
        ("Xinhua, February 16, 2017", "xinhua", "2017-02-16T00:00:00+08:00"),
        ("China Daily, February 15, 2017", None, "2017-02-15T00:00:00+08:00"),
        ("Xinhua", "xinhua", "2017-02-16T00:00:00+08:00"),
        ("Xinhua, February 30, 2017", "xinhua", "2017-02-16T00:00:00+08:00"),
    ],
)
def test_source_line_gives_agency_and_day_else_the_address_does(dated: str, agency: str | None, published: str) -> None:
    told = clean(page(TOLD, dated=dated), URL)
    assert (told.agency, told.published, told.published_precision) == (agency, published, "day")
    assert told.published_zone_assumed


@pytest.mark.parametrize("clock", ["2017-02-16 09:30 +99:99", "2017-02-16 99:99"])
def test_an_impossible_time_on_a_page_costs_no_story(clock: str) -> None:
    told = clean(page(TOLD, dated=f"Xinhua, {clock}"), URL)
    assert told.text == f"{RAIN}\n\n{FERRY}"
    assert told.published is not None
    assert told.published.startswith("2017-02-16")


def test_control_characters_leave_the_headline_and_stay_in_the_raw_one() -> None:
    told = story(TOLD, headline="Urgent: \x1b[31mRain\x1b[0m falls\x07 on Reykjavik")
    assert (told.headline, told.marks.urgency) == (HEADLINE, "urgent")
    assert told.headline_raw is not None
    assert told.headline_raw.startswith("Urgent: \x1b[31mRain")


def test_keywords_and_section_are_the_sites_own() -> None:
    told = clean(page(TOLD, head='<meta name="keywords" content="rain,Iceland，ferry、rain, ">'), URL)
    assert (told.keywords, told.section) == (["rain", "Iceland", "ferry"], "world/Off_the_Wire")


def test_no_control_character_reaches_a_field_but_the_raw_headline() -> None:
    body = (
        b"<html><head><meta name=keywords content='a\x1b[31mx,b\x07'></head><body><h1 id=title>Rain\x1b[31m falls</h1>"
        b"<div id=container_txt><p><img src='/a\x1b[31m.jpg'></p><p>It rained\x07 all day. Endi</p></div></body></html>"
    )
    fields = to_builtins(clean(body, URL))
    assert "\x1b" in fields.pop("headline_raw")
    assert fields["keywords"] == ["ax", "b"]
    assert not re.search(r"\\x[01]", repr(fields))


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("/photos/港 1.jpg", "/photos/港 1.jpg"),
        ("/photos/%E6%B8%AF.jpg", "/photos/%E6%B8%AF.jpg"),
        ("/photos/fähre.jpg?w=1&n=à", "/photos/fähre.jpg?w=1&n=à"),
        ("/pho\ntos/a\u200b.jpg", "/photos/a%E2%80%8B.jpg"),
    ],
)
def test_the_address_of_a_picture_is_whole_and_stays_readable(printed: str, address: str) -> None:
    (image,) = story(f"<p>{RAIN}</p><img src='{printed}'><p>{FERRY}</p>").images
    assert image.url == f"http://www.china.org.cn{address}"


@pytest.mark.parametrize(
    "summary",
    [
        "<h3>Key points</h3><ul><li>Nine days of rain.</li><li>The ferry stays.</li></ul>",
        "<p>3 min read</p>",
        "<div><span>Listen to this article</span></div>",
        "<p>Oslo, a wet town</p>",
    ],
)
def test_a_dateline_behind_a_summary_is_one(summary: str) -> None:
    told = story(f"{summary}<p>REYKJAVIK, Feb. 16 (Xinhua) -- {RAIN}</p><p>{FERRY}</p>")
    assert told.dateline and told.dateline.places == ["REYKJAVIK"]
    assert told.text.endswith(f"{RAIN}\n\n{FERRY}")


def test_the_datelines_of_several_items_stay_in_their_text() -> None:
    items = [f"OSLO, Feb. 16 (Xinhua) -- {RAIN}", f"BERGEN, Feb. 16 (Xinhua) -- {FERRY}"]
    told = story(f"<p>News in brief from Norway:</p><p>{items[0]}</p><p>{items[1]}</p>")
    assert (told.dateline, told.text.split("\n\n")) == (None, ["News in brief from Norway:", *items])


def test_the_copyright_of_a_paper_is_no_text() -> None:
    told = story(f"<p>{RAIN}</p><p>{FERRY}</p><p>© 2026 The Oslo Post. All rights reserved.</p>")
    assert told.text.split("\n\n") == [RAIN, FERRY]


@pytest.mark.parametrize(
    "box",
    [
        "<blockquote class=twitter-tweet><p>Nine days!</p>&mdash; Oslo (@oslo) <a href=/1>Feb. 16</a></blockquote>",
        "<aside><h3>The morning rain</h3><p>Our best stories, every day.</p><form><input></form></aside>",
        "<div><h4>Related</h4><a href=/1>Bakers strike over a tax on flour</a><br><a href=/2>Bus lane opens</a></div>",
        "<p>Article continues after this advertisement</p>",
        "<div><span>Ad</span></div>",
        "<amp-ad><div fallback>Rain coats</div></amp-ad>",
        "<p>Follow us on <a href=/f>Facebook</a> and <a href=/x>X</a>.</p>",
    ],
)
def test_a_box_of_the_site_amid_a_body_is_no_text(box: str) -> None:
    lines = [f"{RAIN[:-1]}, for the {n} time." for n in ("first", "second", "third", "fourth")]
    told = story("".join(f"<p>{one}</p>" for one in lines[:2]) + box + "".join(f"<p>{one}</p>" for one in lines[2:]))
    assert told.text.split("\n\n") == lines
