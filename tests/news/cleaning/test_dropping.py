"""An element is taken off a page whose text has characters that lxml reads and does not write."""

import pytest
from lxml import html

from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.dropping import drop

CONTROLS = ("\x01", "\x1b[31m", "\x0b", "\uffff", "\ufffe")


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("page", ["<div>Rain{0} <b>A</b>falls{0}</div>", "<div><i></i>Rain{0} <b>A</b>falls{0}</div>"])
def test_the_text_around_a_dropped_element_stays(page: str, control: str) -> None:
    tree = html.fromstring(page.format(control))
    (dropped,) = tree.findall("b")
    drop(dropped)
    assert tree.text_content().split() == ["Rain", "falls"]
    assert not tree.findall("b")


def test_an_element_without_control_characters_around_it_is_dropped_with_its_text_alone() -> None:
    tree = html.fromstring("<div>Rain <b>Advert</b>\u200bfalls</div>")
    drop(tree[0])
    assert tree.text == "Rain \u200bfalls"


@pytest.mark.parametrize("control", CONTROLS)
def test_text_behind_the_body_of_a_known_page_is_read(control: str) -> None:
    sentence = "ATHENS, Nov. 20 (Xinhua) -- The ferry to Tinos was on time for the whole week, the port authority said."
    page = (
        f'<html><body><h1 id="title">Ferry to Tinos</h1><div><div id="container_txt">{sentence}</div>'
        f"It will run hourly from Monday{control}, it said.<br>The ferry <i>is{control} new</i>{control} and fast."
        "</div></body></html>"
    )
    story = clean(page.encode(), "http://www.china.org.cn/world/Off_the_Wire/2026-11/20/content_118900001.htm")
    assert story.text and "The ferry is new and fast." in story.text
