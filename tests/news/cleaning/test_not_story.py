"""Pages with status 200 that are no stories: they end as an outcome that names the rule."""

import pytest

from tests.support.pages import RAIN, SUN, URL, page
from wirecrawl.errors import EmptyPage, GonePage, PageError
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.run.reading.outcomes import page_outcome

ADVICE = "<p>Use the search field, or go back to the home page and look for the latest news there.</p>"
COOKIES = (
    "<p>We and our partners store cookies on your device to measure how our pages are used by readers.</p>"
    "<p>You can give your consent or refuse it, and you can change your mind in the privacy settings at any time.</p>"
)
PARTNERS = (
    "<p>We and 700 firms store cookies on your device and read what is on it, and show advertisements by it.</p>"
    "<p>You may accept all of this or refuse all of it, and you can change your mind at any time.</p>"
    "<p>Some of the firms ask nobody and name a lawful interest instead; you can object to that.</p>"
)
OFFER = "<p>This article is for subscribers only. Subscribe today for full access to the archive of the paper.</p>"


def plain(headline: str, body: str) -> bytes:
    """A page of no known layout."""
    head = f"<html><title>{headline} | Oslo Post</title>"
    return f"{head}<body><main><h1>{headline}</h1>{body}</main></body></html>".encode()


@pytest.mark.parametrize(
    "headline",
    [
        *("Page not found", "404", "Error 404: Page not found", "Sorry, this page does not exist"),
        *("Nie znaleziono strony", "お探しのページは見つかりませんでした", "Pagina nu există", "Η σελίδα δεν βρέθηκε"),
        *("Страница не найдена", "页面不存在", "Page introuvable", "Seite nicht gefunden", "Article unavailable"),
    ],
)
def test_a_page_that_says_that_it_is_not_there_is_gone(headline: str) -> None:
    for made, url in ((plain(headline, ADVICE), "https://post.example/1"), (page(ADVICE, headline=headline), URL)):
        with pytest.raises(GonePage) as error:
            clean(made, url)
        assert page_outcome(error.value)[0] == "gone"


@pytest.mark.parametrize(
    ("made", "outcome"),
    [
        (plain("Service Unavailable", ADVICE), "failed"),
        (plain("Before you continue", COOKIES), "empty"),
        (plain("Verify you are human", ADVICE), "failed"),
        (plain("Unavailable for legal reasons", ADVICE), "failed"),
        (plain("We value your privacy", PARTNERS), "empty"),
        (plain("Rain in Oslo", OFFER), "empty"),
        (plain("Oslo Post", "<p>The page you are looking for could not be found on our site.</p>"), "gone"),
        (b"# Rain\n\nIt rains in Oslo. It rained all day, and the river rose by a metre.\n\n## More\n", "failed"),
        (b'{"headline": "Rain", "text": "It rains in Oslo. It rained all day."}', "failed"),
        (b"It rains in Oslo. It rained all day.\n\nThe river rose by a metre.\n", "failed"),
        (
            b'<?xml version="1.0"?><rss version="2.0"><channel><title>It rains in Oslo.</title></channel></rss>',
            "failed",
        ),
    ],
    ids=["error", "consent", "robot", "region", "partners", "offer", "text", "markdown", "json", "plain", "feed"],
)
def test_what_is_no_story_has_an_outcome(made: bytes, outcome: str) -> None:
    with pytest.raises(PageError) as error:
        clean(made, "https://post.example/1")
    assert page_outcome(error.value)[0] == outcome
    assert error.value.page == "https://post.example/1"


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Page not found: how the web forgets", f"<p>{RAIN}</p><p>{SUN}</p>"),
        ("Court forbids cookies", "<p>A court in Oslo forbade cookies.</p>" + f"<p>{RAIN}</p>" * 2),
        ("Paper asks readers to subscribe", f"<p>Readers are to subscribe today, the paper said.</p><p>{RAIN}</p>"),
    ],
)
def test_a_story_about_such_a_page_is_a_story(headline: str, body: str) -> None:
    assert clean(page(body, headline=headline), URL).headline == headline


def test_an_empty_page_stays_empty() -> None:
    with pytest.raises(EmptyPage) as error:
        clean(plain("Rain", ""), "https://post.example/1")
    assert page_outcome(error.value)[0] == "empty"
