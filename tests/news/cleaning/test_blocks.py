"""Paragraphs stay the page's paragraphs, however the page makes them."""

import pytest

from tests.support.pages import FERRY, RAIN, SUN, paragraphs, story
from wirecrawl.news.cleaning.clean import clean

THREE = [RAIN, FERRY, SUN]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{RAIN}</p><p>{FERRY}</p><p>{SUN}</p>",
        f"<p>{RAIN}<p>{FERRY}<p>{SUN}",
        f"<P>{RAIN}</P>\n<P>{FERRY}</P>\n<P>{SUN}</P>",
        f"{RAIN}<br>{FERRY}<br>{SUN}",
        f"{RAIN}<br/>\n{FERRY}<br/>\n{SUN}<br/>",
        f"<p>{RAIN}<br><br>{FERRY}<br><br>{SUN}</p>",
        f"<p>{RAIN}<br>&nbsp;<br>{FERRY}<br>\u3000<br>{SUN}</p>",
        f"<p>{RAIN}</p>{FERRY}<p>{SUN}</p>",
        f"{RAIN}<p>{FERRY}</p>{SUN}",
        f"<div><div>{RAIN}</div><div><section>{FERRY}</section></div></div>{SUN}",
        f"<div><span><span>{RAIN}</span></span></div><div><p><font>{FERRY}</font></p></div><p><b><i>{SUN}</i></b></p>",
        f"<span><p>{RAIN}</p><p>{FERRY}</p></span><span><p>{SUN}</p></span>",
        f"<center>{RAIN}</center><blockquote>{FERRY}</blockquote><ul><li>{SUN}</li></ul>",
        f"<table><tr><td><p>{RAIN}</p><p>{FERRY}</p></td></tr></table><p>{SUN}</p>",
        f"<p>\u3000\u3000{RAIN}</p><p>&nbsp;&nbsp;&nbsp;{FERRY}</p><p>  {SUN}  </p><p>&nbsp;</p><p></p>",
        f"<p>{RAIN}</p><!-- an editor's comment --><p>{FERRY}<!-- {RAIN} --></p><?php x ?><p>{SUN}</p>",
        f"<p>{RAIN}</p><script>document.write('x')</script><p>{FERRY}</p><style>p {{}}</style><p>{SUN}</p>",
    ],
)
def test_three_paragraphs_in_every_markup(body: str) -> None:
    assert paragraphs(body) == THREE


@pytest.mark.parametrize(
    "body",
    [
        "<p>It rained in Reykjavik<br>for nine days, the weather<br>office said on Thursday.</p>",
        "It rained in Reykjavik<br>\nfor nine days, the weather<br>\noffice said on Thursday.",
        "<p>It rained in\nReykjavik for nine\n\n\ndays, the weather office said on Thursday.</p>",
        "<p>It rained in <b>Reykjavik</b> for <a href='/nine.htm'>nine days</a>, the <i>weather office</i> said"
        " on <span>Thursday</span>.</p>",
        "<p>It rained in R<b>eykja</b>vik for nine days, the weather office said on Thurs<span>day</span>.</p>",
        "<p>It rained in Reykjavik for nine\tdays,&nbsp;the weather office said on Thursday.</p>",
        "<p>It rained in Reykjavik for nine days,<!-- x --> the weather office said on Thursday.</p>",
        "<p>It rained in Reykjavik<img src='space.gif'> for nine days, the weather office said on Thursday.</p>",
    ],
)
def test_one_sentence_is_never_cut(body: str) -> None:
    assert paragraphs(body) == [RAIN]


def test_a_blank_line_parts_what_single_breaks_join() -> None:
    body = "It rained in Reykjavik<br>for nine days, the weather<br>office said on Thursday.<br><br>" + FERRY
    assert paragraphs(body) == [RAIN, FERRY]


def test_lines_that_begin_with_an_indent_are_paragraphs_also_without_a_full_stop() -> None:
    body = "<p>\u3000\u3000Winners of the day<br>\u3000\u3000Men: Jon Karlsson<br>\u3000\u3000Women: Eva Olsen</p>"
    assert paragraphs(body) == ["Winners of the day", "Men: Jon Karlsson", "Women: Eva Olsen"]


def test_chinese_lines_end_sentences_too() -> None:
    body = "冰岛气象部门星期四宣布，雨已连下九天。<br>渡轮停航。<br>预计星期日转晴。"
    assert paragraphs(body) == ["冰岛气象部门星期四宣布，雨已连下九天。", "渡轮停航。", "预计星期日转晴。"]


def test_a_row_of_a_table_is_a_paragraph_with_its_cells_parted_by_tabs() -> None:
    body = (
        f"<p>{RAIN}</p><table><thead><tr><th>Town</th><th>Rain (mm)</th></tr></thead><tbody>"
        "<tr><td><p>Vik</p></td><td> 91 </td></tr><tr><td>Hella</td><td></td></tr></tbody></table>"
    )
    assert paragraphs(body) == [RAIN, "Town\tRain (mm)", "Vik\t91", "Hella"]


def test_short_paragraphs_and_repeated_ones_stay() -> None:
    body = f"<p>{RAIN}</p><p>Why?</p><p>{RAIN}</p><p>1.</p><p>{FERRY}</p>"
    assert paragraphs(body) == [RAIN, "Why?", RAIN, "1.", FERRY]


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">HIDDEN</div>',
        '<p style="color:red; DISPLAY : NONE;">HIDDEN</p>',
        "<noscript>HIDDEN</noscript>",
        "<textarea>HIDDEN</textarea>",
        "<select><option>HIDDEN</option></select>",
        "<button>HIDDEN</button>",
        "<iframe>HIDDEN</iframe>",
        "<template><p>HIDDEN</p></template>",
        "<p hidden>HIDDEN</p>",
    ],
)
def test_what_a_reader_does_not_see_is_no_text(hidden: str) -> None:
    assert paragraphs(f"<p>{RAIN}</p>{hidden}<p>{FERRY}</p>") == [RAIN, FERRY]


def test_text_behind_a_hidden_element_stays() -> None:
    body = f"<p>{RAIN}</p><p><span style='display:none'>HIDDEN</span>{FERRY}</p>"
    assert paragraphs(body) == [RAIN, FERRY]


def test_control_characters_and_escapes_never_reach_the_text() -> None:
    body = f"<p>It rained\x07 in \x1b[31mReykjavik\x1b[0m for nine days,{RAIN.split(',')[1]}</p>"
    assert paragraphs(body) == [RAIN]


def test_a_letter_of_a_font_of_icons_is_no_text() -> None:
    assert paragraphs(f"<p><i class='icon'>\ue801</i> {RAIN}</p><p>{SUN} \uf101</p>") == [RAIN, SUN]


@pytest.mark.parametrize(
    "body", [f"\n{RAIN}\n\n{SUN}\n", f"\u3000\u3000{RAIN}\n\u3000\u3000{SUN}\n", f"<pre>{RAIN}\n\n{SUN}</pre>"]
)
def test_blank_lines_and_indents_part_bare_text(body: str) -> None:
    assert paragraphs(body) == [RAIN, SUN]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<a href=/x>nine<span class=visually-hidden> (opens in new tab)</span></a> days", "nine days"),
        ("nine<a href=#note1>[1]</a> days", "nine days"),
        ("nine<sup><a href=#note1>1</a></sup> days", "nine days"),
        ("<del>eight</del> <ins>nine</ins> days", "nine days"),
        ("nine <a href=#part2>[see part 2]</a> days", "nine [see part 2] days"),
        ("<span class=sr-only>nine</span> days", "nine days"),
        ("<del>nine</del> days", "nine days"),
        ("nine & a half days at R&D", "nine & a half days at R&D"),
    ],
)
def test_what_no_reader_sees_amid_a_sentence_is_left_out(markup: str, text: str) -> None:
    assert paragraphs(f"<p>It rained for {markup}.</p><p>{SUN}</p>") == [f"It rained for {text}.", SUN]


def test_small_print_and_references_in_a_headline_are_no_part_of_it() -> None:
    found = story(f"<p>{RAIN}</p>", headline="Rain &amp;amp; fog fall on Reykjavik<small>Source: Xinhua</small>")
    assert found.headline == "Rain & fog fall on Reykjavik"
    heading = "<h1>Rain falls on Oslo <small>Oslo Post</small></h1>"
    page = f"<html><title>Rain falls on Oslo | Oslo Post</title><body><main>{heading}"
    text = "".join(f"<p>{one}</p>" for one in THREE)
    assert clean(f"{page}{text}</main>".encode(), "https://post.example/1").headline == "Rain falls on Oslo"
