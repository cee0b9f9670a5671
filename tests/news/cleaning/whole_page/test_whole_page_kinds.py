"""Pages of kinds that no layout describes: old tables, styled spans, a lead before a paywall, moments in attributes."""

import pytest

from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean

HEADLINE = "Island school opens library in the old lighthouse"
STORY = (
    "Pupils of the island school carried two thousand books up the stairs of the old lighthouse on Friday.",
    "The keeper's rooms had been empty since the lamp was made automatic, said the head teacher, Mona Strand.",
    "Parents painted the shelves, and a carpenter from the mainland built a reading corner below the lamp.",
    "The library is open to all islanders twice a week, and the ferry brings new books every month.",
)
MASTHEAD = "Sunday, November 29, 2026"


def read(body: str, *, head: str = "", url: str = "https://www.shorepaper.example/news/4711") -> Story:
    return clean(f"<html><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>".encode(), url)


def assert_whole(story: Story) -> None:
    assert (story.headline, story.text.split("\n\n")) == (HEADLINE, list(STORY))


def test_a_row_of_an_old_page_is_no_row_of_data() -> None:
    menu = "<br>".join(f"<a href=/{n}>Section number {n}</a>" for n in range(5))
    story = read(
        f"<table><tr><td colspan=2>{MASTHEAD} | <a href=/a>a</a> | <a href=/b>b</a> | <a href=/c>c</a></td></tr>"
        f"<tr><td>{menu}</td><td><font size=4><b>{HEADLINE}</b></font><br><font size=1>14.03.2025 | 14:05</font>"
        f"<br><br><font size=2>Holm (dpa) - {'<br><br>'.join(STORY)}<br><br></font><i>By Ida Holm</i></td></tr></table>"
    )
    assert_whole(story)
    assert (story.published or "")[:16] == "2025-03-14T14:05"
    assert (story.agency, story.bylines) == ("dpa", ["Ida Holm"])
    assert story.dateline and story.dateline.places == ["Holm"]


def test_headline_day_and_story_in_spans_are_lines_of_their_own() -> None:
    story = read(
        f"<form><div>{MASTHEAD}</div><div><span id=lblTitle>{HEADLINE}</span><br/><span id=lblDate>14 March 2025</span>"
        f"<br/><span id=lblBody>{'<br/><br/>'.join(STORY)}</span></div></form>"
    )
    assert_whole(story)
    assert (story.published or "")[:10] == "2025-03-14"


@pytest.mark.parametrize("wall", ["paywall", "premium-content", "subscribers-only"])
def test_the_lead_before_a_paywall_is_story(wall: str) -> None:
    rest = "".join(f"<p>{one}</p>" for one in STORY[1:])
    story = read(
        f"<main><article><h1>{HEADLINE}</h1><div class='teaser-content'><p>{STORY[0]}</p></div>"
        f"<div class='{wall}'>{rest}</div></article></main>"
    )
    assert_whole(story)


@pytest.mark.parametrize("meta", ["14.03.2025 14:05", "Ida Holm in Tinnholm and agencies, 14.03.2025 14:05"])
def test_what_the_line_with_the_time_parts_from_the_text_is_a_standfirst(meta: str) -> None:
    text = "".join(f"<p>{one}</p>" for one in STORY)
    lead = "A reading corner was built too, and the ferry brings books."
    assert_whole(read(f"<main><h1>{HEADLINE}</h1><div>{lead}</div><div>{meta}</div><div>{text}</div></main>"))


@pytest.mark.parametrize(
    "word",
    [
        "<저작권자(c) 해안일보, 무단 전재-재배포 금지>",
        "ⓒ 해안일보",
        "Читайте также",
        "- Publicitate -",
        "– Διαφήμιση –",
        "Reklama",
        "إعلان",
        "광고",
    ],
)
def test_the_word_over_an_advertisement_is_no_story(word: str) -> None:
    text = "".join(f"<p>{one}</p>" for one in (*STORY[:2], word, *STORY[2:]))
    assert_whole(read(f"<main><h1>{HEADLINE}</h1><div>{text}</div></main>"))


@pytest.mark.parametrize("box", ["paywall-offer", "x"])
@pytest.mark.parametrize(
    "offer",
    [
        "<p>Get unlimited access to the Shore Paper for 4 marks a month.</p><p>Already a subscriber? Log in</p>",
        "<p>Bereits Abonnent? Hier anmelden.</p>",
        "<p>¿Ya eres suscriptor? Inicia sesión.</p>",
        "<p>Déjà abonné ? Connectez-vous.</p>",
    ],
)
def test_an_offer_behind_the_lead_is_no_story(offer: str, box: str) -> None:
    told = "".join(f"<p>{one}</p>" for one in STORY)
    assert_whole(read(f"<main><article><h1>{HEADLINE}</h1>{told}<div class='{box}'>{offer}</div></article></main>"))


@pytest.mark.parametrize(
    "line",
    [
        "관련기사: <a href='/7'>등대지기 파업 끝</a>",
        "Διαβάστε επίσης: <a href='/7'>Τέλος στην απεργία</a>",
        "Czytaj też: <a href='/7'>Koniec strajku</a>",
        "La suite après la publicité",
        "Cet article est réservé aux abonnés.",
        "Advertentie",
    ],
)
def test_a_line_that_points_elsewhere_is_known_in_any_language(line: str) -> None:
    told = "".join(f"<p>{one}</p>" for one in STORY)
    first, rest = told.split("</p>", 1)
    assert_whole(read(f"<main><article><h1>{HEADLINE}</h1>{first}</p><p>{line}</p>{rest}</article></main>"))


def test_the_box_of_a_video_is_no_story() -> None:
    video = "<div class='video-player'><video src='a.mp4'></video><p>Watch: the lamp is lit</p><span>01:24</span></div>"
    told = "".join(f"<p>{one}</p>" for one in STORY)
    first, rest = told.split("</p>", 1)
    assert_whole(read(f"<main><article><h1>{HEADLINE}</h1>{first}</p>{video}{rest}</article></main>"))


def test_a_teaser_with_a_link_is_no_story() -> None:
    story = read(
        f"<main><article><h1>{HEADLINE}</h1><div class='teaser'><p><a href='/x'>Ferry</a> leaves the harbour at seven "
        f"from Monday on, the company said.</p></div>{''.join(f'<p>{one}</p>' for one in STORY)}</article></main>"
    )
    assert_whole(story)


@pytest.mark.parametrize(
    "moment",
    [
        "<time datetime='1741961100'>3 hours ago</time>",
        "<span class=ts data-timestamp='1741961100000'>3 hours ago</span>",
        "<relative-time datetime='2025-03-14T14:05:00Z'>last week</relative-time>",
    ],
)
def test_a_moment_in_an_attribute_is_the_time(moment: str) -> None:
    story = read(
        f"<article><h1>{HEADLINE}</h1><div>{moment}</div>{''.join(f'<p>{one}</p>' for one in STORY)}</article>"
    )
    assert_whole(story)
    assert (story.published or "")[:16] == "2025-03-14T14:05"


@pytest.mark.parametrize("name", ["article:published_time", "pubdate"])
def test_a_moment_in_a_meta_is_the_time(name: str) -> None:
    head = f"<meta property='{name}' content='1741961100'>"
    story = read(f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{one}</p>' for one in STORY)}</article>", head=head)
    assert (story.published or "")[:16] == "2025-03-14T14:05"


def test_a_kicker_a_caption_and_the_sources_line_are_no_story() -> None:
    story = read(
        f"<div class=clock>{MASTHEAD} 09:41</div><div><h1><span>Islands</span><span>{HEADLINE}</span></h1>"
        f"<ul><li>Tekst: Lars Holm Foto: Ida Krag</li><li>14. mars 2025 klokken 14:05</li></ul></div><div class=text>"
        f"<div class=caption>The lighthouse at dusk. Photo: Ida Krag</div>{''.join(f'<p>{one}</p>' for one in STORY)}"
        "</div><div class=source>Källa: TT</div>"
    )
    assert_whole(story)
    assert (story.published or "")[:16] == "2025-03-14T14:05"
    assert (story.agency, story.bylines) == ("tt", ["Lars Holm"])
