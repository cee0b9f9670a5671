"""What an address of Interfax and of Interfax-Ukraine tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get, of_url
from wirecrawl.news.wire import parse_dateline, table

INTERFAX, UKRAINE = get("interfax"), get("interfaxukraine")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.interfax.ru/russia/1092417", "interfax:1092417"),
        ("https://interfax.com/newsroom/top-stories/98581/", "interfax:en_98581"),
        ("http://www.interfax-russia.ru/Center/news.asp?id=287411&sec=1671", "interfax:regional_287411"),
    ],
)
def test_stories_of_each_site_have_numbers_of_their_own(url: str, number: str) -> None:
    link = classify(url, INTERFAX)
    assert (link.kind, link.id) == ("article", number)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.interfax.ru/rss.asp", "list"),
        ("https://www.interfax.ru/SEO_SiteMapLastChanges.xml", "list"),
        ("https://www.interfax.ru/russia/", "list"),
        ("https://www.interfax.ru/photo/7781/45112", "neither"),
        ("https://www.interfax.ru/tags/kem/", "neither"),
    ],
)
def test_what_is_no_story(url: str, kind: str) -> None:
    assert classify(url, INTERFAX).kind == kind


def test_the_agency_of_ukraine_is_another_one() -> None:
    url = "https://en.interfax.com.ua/news/economic/1124408.html"
    found = of_url(url)
    assert found and found.name == "interfaxukraine"
    assert classify(url, UKRAINE).id == "interfaxukraine:1124408"
    assert classify("https://interfax.com.ua/news/last.rss", UKRAINE).source == "feed"


@pytest.mark.parametrize("line", ["KYIV. Nov 19 (Interfax-Ukraine) – ", "Київ. 19 листопада (Інтерфакс-Україна) - "])
def test_its_dateline_names_it(line: str) -> None:
    found = parse_dateline(f"{line}The lift is ready.", table("interfaxukraine"), None, True)
    assert found and found[0].agency == "interfaxukraine"
