"""Pages made to hurt: they end as the story that is on them, or as an error that names them."""

import pytest

from tests.support.pages import RAIN, SUN, URL, page, story
from wirecrawl.errors import PageError
from wirecrawl.news.cleaning.clean import clean


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{RAIN}</p>{'<br>' * 50_000}<p>{SUN}</p>",
        f"<p title='{'x' * 1_000_000}'>{RAIN}</p><p>{SUN}</p>",
        f"<p>{RAIN}</p><p>{' ' * 100_000}{SUN}</p>",
        f"<p>{RAIN}</p><p>{'&nbsp;' * 20_000}{SUN}</p>",
        f"<p>{RAIN}</p>{'<p></p>' * 20_000}<p>{SUN}</p>",
        f"<p>{RAIN}</p>{'</font></b>' * 10_000}<p>{SUN}</p>",
        f"<p>{RAIN}</p>{'<!-- x -->' * 10_000}<p>{SUN}</p>",
        f"<p>{RAIN}</p><!--{'x' * 100_000}--><p>{SUN}</p>",
        f"<p>{RAIN}</p><script>{'<p>x</p>' * 10_000}</script><p>{SUN}</p>",
        f"<p>{RAIN}</p><p>{'<a href=/x>link</a> ' * 5_000}</p><p>{SUN}</p>",
        f"<p>{RAIN}</p>{'<p>' * 20_000}{SUN}",
    ],
    ids=["br", "attribute", "spaces", "nbsp", "empty", "closing", "comments", "comment", "script", "links", "unclosed"],
)
def test_a_known_body_gives_its_story(body: str) -> None:
    assert story(body).text == f"{RAIN}\n\n{SUN}"


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "(" * 50_000,
        "A, " * 30_000 + "Feb. 16 (Xinhua) -- end",
        "By " + "Ab Cd, " * 15_000,
        "Endi " * 20_000,
        "REYKJAVIK/" * 10_000,
        "&amp;" * 20_000,
        "1st LD: " * 10_000,
        "新华社" * 20_000,
    ],
    ids=["words", "brackets", "commas", "names", "marks", "slashes", "entities", "stages", "chinese"],
)
def test_one_huge_paragraph_loses_no_letter_of_the_next(text: str) -> None:
    told = story(f"<p>{text}</p><p>{SUN}</p>")
    assert told.text.endswith(SUN)


@pytest.mark.parametrize("headline", ["1st LD: " * 5_000, "x" * 100_000, "(2nd LD) " * 5_000, " - " * 30_000])
def test_a_huge_headline_is_still_one(headline: str) -> None:
    told = story(f"<p>{RAIN}</p>", headline=headline)
    assert told.headline
    assert told.text == RAIN


def outcome(body: bytes) -> tuple[str | None, str]:
    """Text of the story and "", or None and what the error says."""
    try:
        return clean(body, URL).text, ""
    except PageError as error:
        return None, str(error)


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "table><tr><td"])
@pytest.mark.parametrize("depth", [300, 10_000])
@pytest.mark.parametrize("closed", [True, False])
def test_deep_nesting_is_the_story_or_a_named_error(tag: str, depth: int, closed: bool) -> None:
    end = f"</{'></'.join(reversed(tag.split('><')))}>" if closed else ""
    text, error = outcome(page(f"{f'<{tag}>' * depth}{RAIN}{end * depth}"))
    assert text == RAIN or URL in error


@pytest.mark.parametrize("depth", [300, 10_000])
def test_a_story_buried_deep_in_the_page_is_found_or_a_named_error(depth: int) -> None:
    text, error = outcome(page(f"<p>{RAIN}</p><p>{SUN}</p>").replace(b"<body>", b"<body>" + b"<div>" * depth))
    assert text == f"{RAIN}\n\n{SUN}" or URL in error


@pytest.mark.parametrize("cut", range(0, 900, 45))
def test_a_page_cut_anywhere_gives_what_is_there_or_a_named_error(cut: int) -> None:
    body = page(f"<p>{RAIN}</p><p>{SUN}</p>")[:cut]
    text, error = outcome(body)
    if text is None:
        assert URL in error
        assert RAIN.encode() not in body
    else:
        assert f"{RAIN}\n\n{SUN}".startswith(text)
