"""Headline, time and writer are those of the story of the page, whatever else the page states."""

import json

import pytest

from tests.support.pages import HEADLINE, RAIN, SUN, URL, page
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.markup.loose_json import read_json

PLAIN = "https://post.example/2025/rain"
OWN = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2025-03-13T09:30:00+01:00"}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Bakers strike over a tax on flour",
    "url": "https://post.example/2025/bakers",
    "datePublished": "2024-01-02T08:00:00+01:00",
    "dateModified": "2025-09-09T08:00:00+01:00",
    "author": {"name": "Solveig Brandt"},
}
TEASER = (
    '<a href="/2025/bakers">Bakers of the town strike over a tax on flour</a> <time datetime="2025-09-09">today</time>'
)
TIME = '<time datetime="2025-03-13T09:30:00+01:00">13 March</time>'


def script(data: object) -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    return f'<script type="application/ld+json">{text}</script>'


def plain(under: str = "", *, head: str = "", above: str = "", below: str = "") -> bytes:
    """A page of no known layout: `above` the story, `under` its headline, `below` it."""
    return (
        f'<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | Oslo Post</title>{head}</head><body>{above}'
        f"<main><article><h1>{HEADLINE}</h1>{under}<p>{RAIN}</p><p>{SUN}</p></article></main>{below}</body></html>"
    ).encode()


@pytest.mark.parametrize(
    "data",
    [
        OWN,
        [OTHER, OWN],
        {"@graph": [{"@type": "WebSite", "name": "Oslo Post"}, OTHER, OWN]},
        {"@type": "ItemList", "itemListElement": [{"item": OTHER}], "mainEntity": OWN},
        {"@type": "WebPage", "hasPart": [OTHER], "mainEntity": OWN},
        {**OWN, "relatedLink": [OTHER]},
        {**OWN, "@type": "https://schema.org/NewsArticle"},
        {
            "@type": ["Thing", "schema:NewsArticle"],
            "schema:headline": HEADLINE,
            "schema:datePublished": [OWN["datePublished"]],
        },
        {**OWN, "headline": {"@value": HEADLINE}, "datePublished": {"@value": OWN["datePublished"]}},
        {**OWN, "headline": "What else to know", "mainEntityOfPage": {"@id": PLAIN}},
        "<!-- " + json.dumps(OWN) + " -->",
        "//<![CDATA[\n" + json.dumps(OWN) + "\n//]]>",
        "\ufeff" + json.dumps(OWN) + ";",
        json.dumps(OWN).replace("}", ",}").replace("{", "{ // the story\n"),
        json.dumps(OWN).replace("Rain falls", 'Rain "falls"'),
    ],
)
def test_the_article_of_the_page_is_found_in_its_json_ld(data: object) -> None:
    story = clean(plain(head=script(data)), PLAIN)
    assert (story.headline or "").replace('"', "") == HEADLINE
    assert (story.published, story.updated) == (OWN["datePublished"], None)


@pytest.mark.parametrize("data", [OTHER, [OTHER], {"@type": "ItemList", "itemListElement": [{"item": OTHER}]}, "{oops"])
def test_an_article_of_another_page_says_nothing(data: object) -> None:
    for made, url in ((plain(head=script(data)), PLAIN), (page(f"<p>{RAIN}</p>", head=script(data)), URL)):
        story = clean(made, url)
        assert (story.headline, story.updated, story.bylines) == (HEADLINE, None, [])
        assert (story.published or "2017")[:4] == "2017"


@pytest.mark.parametrize(
    "made",
    [
        plain(f'<p class="meta">By Runa Berg {TIME}</p>', above=f"<aside><ul><li>{TEASER}</li></ul></aside>"),
        plain(f"<p>{TIME}</p>", above=f"<div>{TEASER}</div>", below=f"<div>{TEASER}</div>"),
        plain(f"<p>{TIME}</p>", above='<div class="today"><time>Sunday, March 30, 2025</time></div>'),
        plain(
            f"<p>{TIME}</p>",
            below='<section class="comments"><div><time datetime="2025-03-15">2 days</time></div></section>',
        ),
        plain(f'<p>Updated <time datetime="2025-03-25T10:00:00+01:00">25 March</time> Published {TIME}</p>'),
        plain(f'<time class="updated" datetime="2025-03-25T10:00:00+01:00">25 March</time>{TIME}'),
        plain('<span itemprop="datePublished" content="2025-03-13T09:30:00+01:00">13 March</span>'),
        plain('<b property="schema:datePublished" content="2025-03-13T09:30:00+01:00">last week</b>'),
        plain('<time datetime="2 days ago" title="2025-03-13T09:30:00+01:00">2 days ago</time>'),
    ],
    ids=[
        "aside",
        "teasers",
        "masthead",
        "comments",
        "updated first",
        "updated class",
        "microdata",
        "rdfa",
        "in a title",
    ],
)
def test_the_time_beside_the_headline_is_that_of_the_story(made: bytes) -> None:
    assert clean(made, PLAIN).published == "2025-03-13T09:30:00+01:00"


@pytest.mark.parametrize(
    "made",
    [
        plain(below=f"<aside>{TEASER}</aside>"),
        plain(below=f'<div class="more">{TEASER}</div>'),
        plain(below='<div id="comments"><p><time datetime="2025-03-15T07:00:00+01:00">then</time></p></div>'),
        plain(head='<meta property="article:modified_time" content="2025-03-15T07:00:00+01:00">'),
    ],
    ids=["aside", "teaser", "comment", "modified"],
)
def test_a_page_without_a_time_has_none(made: bytes) -> None:
    assert clean(made, PLAIN).published is None


@pytest.mark.parametrize(
    ("hour", "updated"), [("2025-03-14T10:00:00+01:00", True), ("2025-03-13T21:00:00+01:00", False)]
)
def test_a_change_on_a_later_day_than_the_printed_one_is_an_update(hour: str, updated: bool) -> None:
    made = plain("<p>13 March 2025</p>", head=f'<meta property="article:modified_time" content="{hour}">')
    story = clean(made, PLAIN)
    assert (story.published or "")[:10] == "2025-03-13"
    assert story.updated == (hour if updated else None)


def test_a_time_in_prose_is_no_publication() -> None:
    event = f'<p>The fair opens on <time datetime="2024-05-01">May 1</time> at the old pier. {RAIN} {SUN}</p>'
    story = clean(plain(f"<p>13 March 2025</p>{event}"), PLAIN)
    assert (story.published or "")[:10] == "2025-03-13"
    assert "The fair opens on May 1 at the old pier." in story.text


def test_a_headline_that_was_cut_gives_way_to_the_whole() -> None:
    whole = "Rain falls on Reykjavik for nine days and the ferry to the islands stays in the harbor until the week ends"
    for cut in (whole[:60] + "...", whole[:60] + "…", whole[:105]):
        made = plain(head=script({**OWN, "headline": cut})).replace(f"<h1>{HEADLINE}".encode(), f"<h1>{whole}".encode())
        assert clean(made.replace(f"<title>{HEADLINE}".encode(), f"<title>{cut}".encode()), PLAIN).headline == whole


def test_a_canonical_link_to_the_home_page_is_no_address() -> None:
    made = [plain(f"<p>{n}</p>", head='<link rel="canonical" href="https://post.example/">') for n in range(2)]
    assert [clean(one).url for one in made] == [None, None]
    assert len({clean(one).id for one in made}) == 2


def test_bidi_and_other_controls_are_in_no_text() -> None:
    turned = "Rain \u202efalls\u202c on \u2067Reykjavik\u2069\x01"
    story = clean(page(f"<p>\u200f{RAIN}\u200e</p>", headline=turned), URL)
    assert (story.headline, story.text) == (HEADLINE, RAIN)


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "WebSite"}\n{"@type": "Article"}',
        '{"@type": "WebSite"}, {"@type": "Article"}',
        "[{&quot;@type&quot;: &quot;WebSite&quot;}, {&#34;@type&#34;: &#34;Article&#34;}]",
        'show([{"@type": "WebSite"}, {"@type": "Article"}]);',
    ],
    ids=["two lines", "commas alone", "escaped", "in a call"],
)
def test_two_values_of_a_script_are_both_read(text: str) -> None:
    assert read_json(text) == [{"@type": "WebSite"}, {"@type": "Article"}]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a' + '" a' * 100_000, '{"a": ' * 50_000])
def test_json_that_cannot_be_read_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reader's own messages
        read_json(text)
