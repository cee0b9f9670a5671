"""What a site puts into the story's element and what is no part of the story."""

import pytest

from tests.support.pages import FERRY, RAIN, SUN, paragraphs, story

LINKS = [
    '<a href="/world/2017-02/15/content_40295518.htm">Winter sports week opens in Sochi</a>',
    '<a href="/world/2017-02/14/content_40295519.htm">Puppet makers of Quanzhou</a>',
    '<a href="/world/2017-02/13/content_40295520.htm">Ten terraced fields worth a journey</a>',
]


@pytest.mark.parametrize(
    "related",
    [
        f"<ul><li>{'</li><li>'.join(LINKS)}</li></ul>",
        f"<h4>Related News</h4><ul><li>{'</li><li>'.join(LINKS)}</li></ul>",
        f"<p>Related stories:</p><p>{'</p><p>'.join(LINKS)}</p>",
        f"<p>Read more:</p>{'<br>'.join(LINKS)}",
        f"<div class='xgxw'><b>More news</b><br>{'<br>'.join(LINKS)}</div>",
        f"<div id='related'>Also today: {LINKS[0]}</div>",
        f"<div class='share'>Share this {LINKS[0]}</div>",
        f"<center id='autopage'>{LINKS[1]} 2 3</center>",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_lists_of_links_go(related: str, first: bool) -> None:
    told = f"<p>{RAIN}</p><p>{FERRY}</p>"
    body = f"<p>{SUN}</p>{related}{told}" if first else f"<p>{SUN}</p>{told}{related}"
    assert paragraphs(body) == [SUN, RAIN, FERRY]


@pytest.mark.parametrize("names", ["id='autopage'", "class='share'", "class='related'", "id='related'"])
def test_what_the_layout_drops_goes_with_its_plain_words_and_the_text_behind_it_stays(names: str) -> None:
    body = f"<p>{RAIN}</p><div {names}>Plain words of the site. <b>And more.</b></div>{FERRY}<p>{SUN}</p>"
    assert paragraphs(body) == [RAIN, FERRY, SUN]


@pytest.mark.parametrize(
    "sentence",
    [
        'The office had <a href="/a.htm">warned of it</a> on Monday.',
        '<a href="/a.htm">The office</a> had warned of it.',
        'It was <a href="/a.htm">the longest rain since the winter of 1921</a>.',
        '<a href="/a.htm">The office had warned of the rain on Monday</a>, it said.',
    ],
)
def test_a_sentence_with_a_link_stays_whole(sentence: str) -> None:
    plain = sentence.replace('<a href="/a.htm">', "").replace("</a>", "")
    assert paragraphs(f"<p>{RAIN}</p><p>{sentence}</p><p>{FERRY}</p>") == [RAIN, plain, FERRY]


@pytest.mark.parametrize(
    "line",
    [
        "Adjust font size:",
        "Purchase Licensing Rights",
        "View all (23)",
        "Places in this Story",
        "Print",
        "E-mail",
        "Share:",
        "Comments (0)",
        "Photo gallery >>",
        "分享到：",
        "+1",
        "【纠错】",
    ],
)
def test_widgets_in_paragraphs_of_their_own_go(line: str) -> None:
    assert paragraphs(f"<p>{line}</p><p>{RAIN}</p><p>{line}</p><p>{FERRY}</p>") == [RAIN, FERRY]


@pytest.mark.parametrize(
    "sentence",
    [
        "Print runs fell by a third.",
        "Comments came from all parties.",
        "Share prices rose by 1 percent.",
        "Read more books, the minister told pupils.",
    ],
)
def test_sentences_that_begin_like_a_widget_stay(sentence: str) -> None:
    assert paragraphs(f"<p>{RAIN}</p><p>{sentence}</p>") == [RAIN, sentence]


def test_pictures_have_absolute_addresses_and_no_furniture() -> None:
    told = story(
        f"<p><img src='/pic/a.jpg'></p><p><img src='b.JPG'></p><img src='images/logo.png'><img src='zxcode_1.jpg'>"
        f"<img src='data:image/gif;base64,R0lGOD'><img src='/images/share.png'><p>{RAIN}</p>"
    )
    assert [image.url for image in told.images] == [
        "http://www.china.org.cn/pic/a.jpg",
        "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/b.JPG",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p><img src='/a.jpg'></p><p>A man looks at the sea. (Xinhua/Li Si)</p>",
            [("http://www.china.org.cn/a.jpg", "A man looks at the sea.", "Xinhua/Li Si")],
        ),
        (
            "<figure><img src='/a.jpg'><figcaption>A man looks at the sea.</figcaption></figure>",
            [("http://www.china.org.cn/a.jpg", "A man looks at the sea.", None)],
        ),
        (
            "<figure><img src='/a.jpg'><figcaption>A man looks. (Photo by Li Si/Xinhua)</figcaption></figure>",
            [("http://www.china.org.cn/a.jpg", "A man looks.", "Photo by Li Si/Xinhua")],
        ),
        ("<p>A man looks at the sea. (Xinhua/Li Si)</p>", [(None, "A man looks at the sea.", "Xinhua/Li Si")]),
        (
            "<p><img src='/a.jpg'></p><p>One. (Xinhua/Li Si)</p><p><img src='/b.jpg'></p><p>Two. (Xinhua/Wu Er)</p>",
            [
                ("http://www.china.org.cn/a.jpg", "One.", "Xinhua/Li Si"),
                ("http://www.china.org.cn/b.jpg", "Two.", "Xinhua/Wu Er"),
            ],
        ),
        (
            "<p><img src='/a.jpg'><br>A man looks at the sea. (Xinhua/Li Si)</p>",
            [("http://www.china.org.cn/a.jpg", "A man looks at the sea.", "Xinhua/Li Si")],
        ),
    ],
)
def test_captions_go_to_their_picture(body: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    told = story(f"{body}<p>{RAIN}</p><p>{FERRY}</p>")
    assert [(image.url, image.caption, image.credit) for image in told.images] == expected
    assert told.text == f"{RAIN}\n\n{FERRY}"


def test_a_photo_story_has_captions_and_no_text() -> None:
    told = story("<p><img src='/a.jpg'></p><p>A man looks at the sea. (Xinhua/Li Si)</p>")
    assert told.text == ""
    assert told.images[0].caption == "A man looks at the sea."


@pytest.mark.parametrize(
    "body",
    [
        f"{RAIN}<br><br>Trams<br><br>The <a href='/skoda.htm'>Skoda Transportation Group tram</a> ran.<br><br>{SUN}",
        f"<p>{RAIN}</p><p>Trams</p><p>The <a href='/skoda'>Skoda Transportation Group tram</a> ran.</p><p>{SUN}</p>",
    ],
)
def test_a_link_in_one_line_costs_no_other_line(body: str) -> None:
    assert paragraphs(body) == [RAIN, "Trams", "The Skoda Transportation Group tram ran.", SUN]


@pytest.mark.parametrize("linked", ["Trams", "He said the treaty is good.", '"We will see"'])
def test_one_paragraph_that_is_a_link_stays(linked: str) -> None:
    assert paragraphs(f"<p>{RAIN}</p><p><a href='/x.htm'>{linked}</a></p><p>{SUN}</p>") == [RAIN, linked, SUN]


@pytest.mark.parametrize("line", ["Source: Xinhua", "Print | E-mail", "E-mail Print Comments", "来源：新华网"])
def test_lines_of_the_site_behind_the_end_mark_leave_it_last(line: str) -> None:
    told = story(f"<p>{RAIN}</p><p>{SUN} Enditem</p><p>{line}</p>")
    assert (told.text, told.end_mark) == (f"{RAIN}\n\n{SUN}", "Enditem")


def test_a_ticker_inside_the_body_is_no_text() -> None:
    ticker = "<p>Off the wire  Rain in Vik  • Urgent: Snow in Hofn</p>"
    assert paragraphs(f"{ticker}<p>{RAIN}</p><p>{SUN}</p>") == [RAIN, SUN]
