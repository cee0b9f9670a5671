"""What an address of China News Service tells before it is fetched."""

from datetime import date

import pytest

from wirecrawl.news.agencies import classify, get

CNS = get("cns")


@pytest.mark.parametrize("host", ["www.chinanews.com.cn", "www.chinanews.com"])
def test_a_story_has_one_number_on_both_hosts(host: str) -> None:
    link = classify(f"https://{host}/gn/2026/10-07/10708819.shtml", CNS)
    assert (link.kind, link.id, link.day, link.section) == ("article", "cns:10708819", date(2026, 10, 7), "gn")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/rss/scroll-news.xml", "list"),
        ("/", "list"),
        ("/gn/", "list"),
        ("/shipin/spfts/20261119/5512.shtml", "neither"),
        ("/gn/2026/10-07/", "neither"),
    ],
)
def test_what_is_no_story(path: str, kind: str) -> None:
    assert classify(f"https://www.chinanews.com.cn{path}", CNS).kind == kind
