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


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("We couldn't find that page", "Sorry about that. The link you followed may be broken, or the page has moved."),
        ("Diese Seite existiert nicht mehr", "Der gewünschte Artikel wurde gelöscht. Zurück zur Startseite."),
        ("Cette page n'existe pas", "Le lien que vous avez suivi est rompu, ou la page a été supprimée."),
        ("Halaman yang Anda cari tidak ditemukan", "Maaf, halaman yang Anda cari mungkin telah dihapus."),
        ("找不到網頁", "您要查看的網頁可能已被移除，請返回首頁。"),
        ("This article has expired", "Please visit our archive of the last thirty days."),
    ],
)
def test_a_short_page_that_says_twice_that_it_is_gone_is(headline: str, text: str) -> None:
    with pytest.raises(GonePage):
        clean(plain(headline, f"<p>{text}</p>"), "https://post.example/1")


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Performing security verification", "This website uses a security service against malicious bots."),
        ("DDoS-Guard", "Checking your browser before accessing post.example. This process is automatic."),
        ("Access to this page has been denied", "Your request looks automated. Reference ID: 1234."),
        ("访问验证", "您的访问过于频繁，请完成下面的验证后继续访问。"),
        ("You need to enable JavaScript to run this app.", "Please enable it and reload the page."),
        ("Content not available in your region", "We see that your request comes from another country."),
    ],
)
def test_a_check_of_the_visitor_is_no_story(headline: str, text: str) -> None:
    with pytest.raises(PageError):
        clean(plain(headline, f"<p>{text}</p>"), "https://post.example/1")


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Page missing from archive, police say",
            "Police search for a page that was removed from the archive, they said.",
        ),
        (
            "Security flaw found in browser",
            "A flaw in the JavaScript of a browser was found on Thursday by students in Oslo.",
        ),
        (
            "Access denied: hikers locked out",
            "Hikers were locked out of the island on Thursday because a path was closed.",
        ),
        (
            "Article on whales removed from law",
            "The article of the law that protects whales no longer exists since Thursday.",
        ),
    ],
)
def test_a_short_story_of_such_things_stays(headline: str, text: str) -> None:
    assert clean(plain(headline, f"<p>{text}</p>"), "https://post.example/1").text == text


@pytest.mark.parametrize(
    "offer",
    [
        "この記事は有料会員限定です。残り1,204文字",
        "会員登録すると続きをお読みいただけます。",
        "登录后即可阅读全文",
        "이 기사는 유료회원 전용입니다.",
    ],
)
def test_an_offer_in_an_asian_language_is_no_story(offer: str) -> None:
    text = "図書館の空気入れの貸し出しが一万本に達した。\n館長は秋に多くが返されると話した。".split("\n")
    made = plain("空気入れ一万本", "".join(f"<p>{one}</p>" for one in (*text, offer)))
    assert clean(made, "https://post.example/1").text.split("\n\n") == text
