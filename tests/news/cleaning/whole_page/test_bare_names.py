"""Writers whom no word for writers precedes, and lines that look like one."""

from textwrap import fill

import pytest
from lxml import html

from wirecrawl.items import Story
from wirecrawl.news.cleaning.blocks import Block, read_blocks
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.whole_page.bare_names import marked_names, names_behind, names_beside_date

_TWO = ["Ida Holm", "Jan Stern"]
_TIME = "4 March 2025, 14:05"
_TEXT = (
    "The ferry to Tinnholm did not sail on Tuesday because of thick fog, and eighty passengers waited in the harbour "
    "hall, the port office said. The next boat leaves at noon, said the harbour master, Mona Strand."
)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Ida Holm", _TIME], ["Ida Holm"]),
        ([_TIME, "Ida Holm and Jan Stern"], ["Ida Holm", "Jan Stern"]),
        ([f"{_TIME} | Ida Holm"], ["Ida Holm"]),
        (["Ida Holm - Reuters", _TIME], ["Ida Holm"]),
        (["Ida Holm/Reuters", _TIME], []),
        ([f"Ida Holm · {_TIME}"], ["Ida Holm"]),
        (["Ida Holm dan Jan Stern", _TIME], ["Ida Holm", "Jan Stern"]),
        (["Ida Holm y Jan Stern", _TIME], ["Ida Holm", "Jan Stern"]),
        (["Ida Holm, Jan Stern und Eva Lund", _TIME], ["Ida Holm", "Jan Stern", "Eva Lund"]),
        (["Анна Белова и Олег Зуев", "4 марта 2025, 14:05"], ["Анна Белова", "Олег Зуев"]),
        (["De Ioana Pop", "4 martie 2025, 14:05"], ["Ioana Pop"]),
        (["Стефан Караджов / 4 март 2025, 14:05 / Снимка: Архив"], ["Стефан Караджов"]),
        ([f"Reuters / Ida Holm / {_TIME}"], []),
        (["Cape Town", _TIME], []),
        (["World News", _TIME], []),
        (["Fog stops ferry", _TIME], []),
        (["Ida Holm", "no time here"], []),
    ],
)
def test_names_beside_the_time(lines: list[str], names: list[str]) -> None:
    assert names_beside_date([Block(line) for line in lines], []) == names


def test_a_name_that_a_link_of_the_page_has_is_a_section() -> None:
    menu = Block("Politics Harbour Towns Sport", linked=24, links=3)
    assert names_beside_date([Block("Harbour Towns"), Block(_TIME)], [menu]) == []


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<p><a rel=author href=/x>Ida Holm</a></p>", ["Ida Holm"]),
        ("<p><a href=/authors/ida-holm>Ida Holm</a></p>", ["Ida Holm"]),
        ("<div class=c-Byline__name>Ida Holm</div>", ["Ida Holm"]),
        ("<span itemprop=author>Ida Holm &amp; Jan Stern</span>", ["Ida Holm", "Jan Stern"]),
        ("<div class=byline><a>Ida Holm</a> <span>Journalist</span></div>", ["Ida Holm"]),
        ("<div class=byline><a>Ida Holm</a> <a>Send e-mail</a></div>", ["Ida Holm"]),
        ("<p><a href=/autor/ida>Ida Holm</a>, <a href=/autor/jan>Jan Stern</a></p>", ["Ida Holm", "Jan Stern"]),
        ("<div class=hofundur><a href=/hofundur/ida>Ida Holm</a></div>", ["Ida Holm"]),
        ("<div class=signatura>Ida Holm - Lleida</div>", ["Ida Holm"]),
        ("<div class=author>القاهرة: سارة الشاطئ</div>", ["سارة الشاطئ"]),
        ("<div class=author-bio>Ida Holm</div>", []),
        ("<div class=byline-date>Ida Holm</div>", []),
        ("<div class=author>Fog stops the ferry to Tinnholm</div>", []),
        ("<div class=author>News Of Tinnholm - post.example</div>", []),
    ],
)
def test_names_in_an_element_of_the_author(markup: str, names: list[str]) -> None:
    place = html.fromstring(f"<section><i></i>{markup}</section>")[1]
    assert marked_names([Block(place.text_content(), place=place)]) == names


def test_a_post_or_a_town_under_a_name_is_no_part_of_it() -> None:
    place = html.fromstring("<div class=byline><b>Ida Holm</b><br>Science Correspondent</div>")
    assert marked_names([Block("Ida Holm", place=place)]) == ["Ida Holm"]
    town = html.fromstring("<div class=byline>Ida Holm<br><small>Tinnholm</small></div>")
    assert marked_names([Block("Ida Holm", place=town)]) == ["Ida Holm"]


def test_one_name_behind_a_story_may_be_any_heading() -> None:
    assert names_behind([Block("Related Articles")]) == []
    assert names_behind([Block("Ida Holm, Jan Stern")]) == ["Ida Holm", "Jan Stern"]


def _read(body: str, url: str = "https://www.post.example/a", head: str = "") -> Story:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return clean(page.encode(), url)


def test_lines_of_one_width_are_parted_where_a_word_had_room() -> None:
    paragraphs = [f"TINNHOLM (AP) -- {_TEXT}", _TEXT.replace("Tuesday", "Friday"), _TEXT.replace("noon", "six")]
    lines = "\n".join(fill(text, 72) for text in paragraphs)
    story = _read(f"<h2>Fog stops ferry</h2><pre>4 March 2025\nBy Ida Holm\n{lines}\n</pre>")
    assert story.bylines == ["Ida Holm"]
    assert story.text.split("\n\n") == [_TEXT, *paragraphs[1:]]


def test_the_text_of_json_ld_keeps_its_paragraphs() -> None:
    body = "\\n\\n".join(f"{n}. {_TEXT}" for n in ("One", "Two"))
    data = f'{{"@type": "NewsArticle", "headline": "Fog stops ferry", "articleBody": "{body}"}}'
    head = f'<title>Fog stops ferry</title><script type="application/ld+json">{data}</script>'
    story = _read("<div id=__next></div>", head=head)
    assert [text[:3] for text in story.text.split("\n\n")] == ["One", "Two"]


def test_what_stands_in_the_story_but_is_none_of_it() -> None:
    story = _read(
        "<article><h1>Fog stops ferry</h1><p>Published 04/03/2025 14:05 - Updated 04/03/2025 16:30</p>"
        f"<p>{_TEXT}</p><p>{_TEXT.replace('Tuesday', 'Friday')}</p><p>Джерело: Укрінформ</p></article>",
        "https://www.post.example.uk/a",
    )
    assert len(story.text.split("\n\n")) == 2
    assert story.agency == "ukrinform"
    assert story.published == "2025-03-04T14:05:00+00:00"


def test_a_heading_above_the_line_of_the_time_is_a_standfirst() -> None:
    text = "".join(f"<p>{n}. {_TEXT}</p>" for n in ("One", "Two"))
    story = _read(
        "<article><h1>Fog stops ferry</h1><h2>Eighty passengers waited in the harbour hall for hours.</h2>"
        f"<div><span>Ida Holm</span> <span>{_TIME}</span></div>{text}</article>"
    )
    assert story.text.startswith("One.")
    assert story.bylines == ["Ida Holm"]


@pytest.mark.parametrize(
    ("inside", "names"),
    [
        ("<p class=firma><b>Ida Holm</b> / EFE</p>", ["Ida Holm"]),
        ("<div class=auth>Reuters/Ida Holm</div>", ["Ida Holm"]),
        ("<div class=yazar>Ida Holm (AA)</div>", ["Ida Holm"]),
        ("<div class=x_by><a href=/staff/1>Ida Holm</a> and Jan Stern<div>Associated Press</div></div>", _TWO),
        ("<div class=by>Agencia EFE</div>", ["Agencia EFE"]),
        ("<ul class=byliner><li><a href=mailto:ih@post.example>Ida Holm</a><li>Jan Stern (NTB)</ul>", _TWO),
        ("<div><p class=author>Ida Holm</p><p class=author>Jan Stern</p><p>Olga Krag</p></div>", _TWO),
        ("<div class=author><p>Ida Holm</p><p>Cape Town</p></div>", ["Ida Holm"]),
    ],
)
def test_an_author_element_names_writers_and_their_agency(inside: str, names: list[str]) -> None:
    blocks = [block for block in read_blocks(html.fromstring(f"<div>{inside}</div>")) if isinstance(block, Block)]
    assert marked_names(blocks) == names


def test_an_authors_box_counts_only_where_it_is_asked_for() -> None:
    place = html.fromstring("<div class=author-box><span>Ida Holm</span> <a>Send e-mail</a></div>")
    blocks = [Block("Ida Holm Send e-mail", place=place)]
    assert (marked_names(blocks), marked_names(blocks, boxes=True)) == ([], ["Ida Holm"])
