"""What is proposed from one page, with what evidence; what is not there is said and never made up."""

from datetime import timedelta

import pytest

from tests.support.drafted_pages import HEAD, TIME, page, usual
from wirecrawl.drafting import Draft, draft
from wirecrawl.errors import EmptyPage, PageError
from wirecrawl.news.agencies import Source

URL = "https://www.fjordpost.example/news/ferry-to-tinnholm-runs-again-52119"


def drafted(body: str, head: str = HEAD, source: Source | None = None) -> Draft:
    return draft(page(body, head), URL, "fjordpost", source=source)


def test_the_parts_of_a_page_get_selectors() -> None:
    (layout,) = drafted(usual()).agency.layouts
    assert layout.name == "fjordpost-2026"
    assert (layout.headline, layout.body) == ((".art-title",), (".c-body",))
    assert layout.published[0] == "//time[contains(@class, 'stamp')]/@datetime"
    assert layout.drop == ()


def test_the_story_is_read_with_them() -> None:
    made = drafted(usual())
    assert made.missing == []
    assert made.story.provenance.cleaner == "fjordpost-2026"
    assert made.story.headline == "Ferry to Tinnholm runs again"
    assert made.story.published == "2026-11-20T09:30:00+02:00"
    assert made.story.id == "fjordpost:52119"
    assert len(made.story.text.split("\n\n")) == 3


def test_evidence_is_told() -> None:
    made = drafted(usual())
    assert "equals og:title" in made.why["headline", ".art-title"]
    assert "3 of the 3 paragraphs" in made.why["body", ".c-body"]
    assert "52119" not in made.why["shapes", "article"]


def test_what_stands_among_the_paragraphs_and_is_no_story_is_left_out() -> None:
    teaser = "<div class=related-box><h3>More</h3><a href=/news/x-1>Quay closed for repairs</a></div>"
    made = drafted(usual(inside=teaser))
    assert made.agency.layouts[0].drop == (".related-box",)
    assert "Quay closed" not in made.story.text


def test_the_zone_is_the_printed_one_else_utc_and_said_to_be_a_guess() -> None:
    assert drafted(usual()).agency.zone == timedelta(hours=2)
    bare = drafted(usual().replace("T09:30:00+02:00", " 09:30"))
    assert bare.agency.zone == timedelta()
    assert "guess" in bare.why["zone", ""]
    assert bare.story.published_zone_assumed


def test_no_time_is_made_up() -> None:
    made = drafted(usual().replace(TIME, ""))
    assert made.missing == ["published"]
    assert made.agency.layouts[0].published == ()


def test_a_body_without_a_name_that_lasts_is_said_to_be_missing() -> None:
    made = drafted(usual().replace("c-body mt-4", "css-9x8y7z mt-4"))
    assert made.missing == ["text"]
    assert made.agency.layouts[0].body == ()
    assert "ferry to Tinnholm" in made.story.text  # by trafilatura, for the fixture


def test_name_domain_and_language_are_those_of_the_page() -> None:
    agency = drafted(usual()).agency
    assert (agency.printed, agency.domains) == (("Fjord Post",), ("fjordpost.example",))
    assert agency.languages == {"fjordpost.example": "nn"}


def test_the_feed_that_the_page_links_to_is_the_source_but_not_its_comments() -> None:
    links = "".join(
        f"<link rel=alternate type=application/rss+xml href={path}>" for path in ("/comments/feed/", "/feed/")
    )
    agency = drafted(usual(), HEAD + links).agency
    assert agency.sources == (Source("https://www.fjordpost.example/feed/", "feed"),)
    assert (agency.shapes[0].kind, agency.shapes[0].source) == ("list", "feed")


def test_without_a_feed_it_is_the_home_and_a_named_one_wins() -> None:
    assert drafted(usual()).agency.sources == (Source("https://www.fjordpost.example/", "list"),)
    named = Source("https://feeds.example/fjordpost.xml", "feed")
    agency = drafted(usual(), source=named).agency
    assert agency.sources == (named,)
    assert agency.shapes[0].hosts == ("feeds.example",)


@pytest.mark.parametrize(
    ("body", "error"), [(b"<html><body></body></html>", EmptyPage), (b"\x00\x01" * 999, PageError)]
)
def test_a_page_without_a_story_is_named(body: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"fjordpost\.example"):
        draft(body, URL, "fjordpost")
