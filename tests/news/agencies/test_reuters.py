"""The shapes of Reuters' addresses: the wire's number until 2020, slug and day since."""

from datetime import date

import pytest

from wirecrawl.news.agencies import classify, get, of_url

REUTERS = get("reuters")
SLUG = "faroe-islands-close-ferry-route-2026-11-19"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.reuters.com/article/us-norway-ferries-idUSKCN0J21AB", None),
        ("https://www.reuters.com/article/idUSKCN0J21AB", None),
        ("https://www.reuters.com/article/idUSKCN0J21AB?feedType=RSS&feedName=worldNews", None),
        ("https://www.reuters.com/article/norway/another-slug-idUSKCN0J21AB", None),
        ("http://www.reuters.com/article/us-norway-ferries-idUSKCN0J21AB20141118", date(2014, 11, 18)),
        ("http://uk.reuters.com/article/2014/11/18/us-norway-ferries-idUSKCN0J21AB20141118", date(2014, 11, 18)),
    ],
)
def test_one_number_has_one_id(url: str, day: date | None) -> None:
    link = classify(url, REUTERS)
    assert (link.kind, link.id, link.day) == ("article", "reuters:uskcn0j21ab", day)


def test_a_number_of_digits_ends_before_the_day() -> None:
    link = classify("https://www.reuters.com/article/idUSN0839880620100708", REUTERS)
    assert (link.id, link.day) == ("reuters:usn08398806", date(2010, 7, 8))


@pytest.mark.parametrize("section", ["world/europe", "business", "markets/deals/energy"])
@pytest.mark.parametrize("end", ["/", "", "/?utm_source=x", "/?rpc=401"])
def test_the_section_is_no_part_of_the_identity(section: str, end: str) -> None:
    link = classify(f"https://www.reuters.com/{section}/{SLUG}{end}", REUTERS)
    assert (link.kind, link.id, link.day) == ("article", f"reuters:{SLUG}", date(2026, 11, 19))
    assert link.section == section


@pytest.mark.parametrize("path", ["", "world/", "business/aerospace-defense/", "markets/asia/", "world", "article/"])
def test_a_front_is_never_a_story(path: str) -> None:
    assert classify(f"https://www.reuters.com/{path}", REUTERS).kind == "list"


@pytest.mark.parametrize(
    "path",
    [
        "video/watch/idOW123456789",
        "news/picture/ferry-idUSRTX1234",
        "authors/jona-heinesen-2",
        "world/europe/faroe-islands-2026",
        "world/europe/faroe-islands-2026-11-19/photos",
        "arc/outboundfeeds/news-sitemap-index/?outputType=xml",
        "article/us-norway-ferries",
    ],
)
def test_other_pages_are_no_story(path: str) -> None:
    assert classify(f"https://www.reuters.com/{path}", REUTERS).kind != "article"


@pytest.mark.parametrize(
    ("host", "name"), [("in.reuters.com", "reuters"), ("reuters.com", "reuters"), ("notreuters.com", None)]
)
def test_its_sites(host: str, name: str | None) -> None:
    found = of_url(f"https://{host}/")
    assert (found.name if found else None) == name
