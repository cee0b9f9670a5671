"""The address of a picture, however late a page loads it."""

import pytest
from lxml import html

from tests.support.pages import RAIN, SUN, URL, page, story
from wirecrawl.news.cleaning.clean import clean

REAL = "https://cdn.example.net/ferry.jpg"
LATE = {
    "placeholder": f'<img src="data:image/gif;base64,R0" data-src="{REAL}">',
    "one pixel wide": f'<img src="/static/1x1.gif" data-original="{REAL}">',
    "set": f'<img srcset="https://cdn.example.net/small.jpg 400w, {REAL} 800w">',
    "preview": f'<img src="{REAL}?w=20" srcset="{REAL} 800w">',
    "source": f'<picture><source srcset="{REAL} 1x"><img src="data:image/gif;base64,R0"></picture>',
    "noscript": f'<img class="lazy"><noscript><img src="{REAL}"></noscript>',
    "amp": f'<amp-img src="{REAL}" width="10" height="10"></amp-img>',
    "twice": f'<img src="{REAL}"><noscript><img src="{REAL}"></noscript>',
    "beside a counter": f'<img src="{REAL}"><img src="https://count.example/a.gif" width="1" height="1">',
}


@pytest.mark.parametrize("kind", LATE)
def test_in_a_known_layout(kind: str) -> None:
    assert [image.url for image in story(f"<p>{RAIN}</p>{LATE[kind]}<p>{SUN}</p>").images] == [REAL]


@pytest.mark.parametrize("kind", LATE)
def test_without_a_layout(kind: str) -> None:
    text = "".join(f"<p>{RAIN[:-1]}, for the {n} time this year, and {SUN}</p>" for n in ("first", "second", "third"))
    page = (
        f"<html><body><nav><img src='/menu.jpg'></nav><article><h1>Rain</h1>{LATE[kind]}{text}</article></body></html>"
    )
    assert [image.url for image in clean(page.encode(), "https://harbour.example/rain").images] == [REAL]


def test_a_page_is_read_behind_an_early_end_of_its_body() -> None:
    page = html.tostring(html.fromstring(f"<div><p>{RAIN}</p><p>{SUN}</p></div>")).decode()
    assert SUN in story(page.replace(f"<p>{SUN}", f"</body></html><p>{SUN}")).text


def test_a_picture_is_relative_to_the_base_of_its_page() -> None:
    body = f"<p>{RAIN}</p><img src='2026/ferry.jpg'><p>{SUN}</p>"
    based = clean(page(body, head="<base href='https://cdn.example.net/'>"), URL)
    assert [image.url for image in based.images] == ["https://cdn.example.net/2026/ferry.jpg"]


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        (
            "<div class=image>{}<div class=caption>A pump on the shelf. Photo: Ida Holm</div></div>",
            "A pump on the shelf.",
            "Photo: Ida Holm",
        ),
        (
            "<figure>{}<figcaption><p>A pump.</p><i>Photo: Ida Holm / Post</i></figcaption></figure>",
            "A pump.",
            "Photo: Ida Holm / Post",
        ),
        (
            "<p align=center>{}</p><p><em>A pump on the shelf. Foto: Ida Holm</em></p>",
            "A pump on the shelf.",
            "Foto: Ida Holm",
        ),
        ("{}<p class=photo-credit>© Ida Holm</p>", None, "© Ida Holm"),
        (
            "<table><tr><td>{}</td></tr><tr><td class=cap>A pump on the shelf.</td></tr></table>",
            "A pump on the shelf.",
            None,
        ),
        ("<p>{}</p><p class=caption>A pump. AFP PHOTO / Ida Holm</p>", "A pump.", "AFP PHOTO / Ida Holm"),
        ("<p>{}<br><span class=img-caption>A pump on the shelf.</span></p>", "A pump on the shelf.", None),
        ("<div><p class=caption>A pump on the shelf.</p>{}</div>", "A pump on the shelf.", None),
        ("{}<span>1/7</span><p class=desc>A pump on the shelf.</p>", "A pump on the shelf.", None),
    ],
)
def test_the_lines_behind_a_picture_that_say_what_they_are_are_its_caption(
    figure: str, caption: str | None, credit: str | None
) -> None:
    found = story(f"<p>{RAIN}</p>{figure.format(f'<img src={REAL}>')}<p>{SUN}</p>")
    assert found.text.split("\n\n") == [RAIN, SUN]
    assert [(one.url, one.caption, one.credit) for one in found.images] == [(REAL, caption, credit)]


def test_a_paragraph_behind_a_picture_is_story() -> None:
    found = story(f"<p>{RAIN}</p><img src={REAL}><p>{SUN}</p><p class=caption>{RAIN[:-1]} again.</p>")
    assert found.text.split("\n\n") == [RAIN, SUN, f"{RAIN[:-1]} again."]


def test_a_sign_and_a_face_are_no_pictures_of_the_story() -> None:
    signs = "<img src=/emoji/1f600.png width=16 height=16><img class=avatar src=/alm.jpg width=48px height=48px>"
    found = story(f"<p>{RAIN}</p>{signs}<img src={REAL} width=800 height=40><p>{SUN}</p>")
    assert [one.url for one in found.images] == [REAL]
