"""The shapes of the addresses of CNA and Focus Taiwan."""

from datetime import date

import pytest

from wirecrawl.news.agencies import classify, get, of_url

CNA = get("cna")
NUMBER = "202311170015"


@pytest.mark.parametrize(
    ("url", "own_id", "section"),
    [
        (f"https://focustaiwan.tw/sci-tech/{NUMBER}", NUMBER, "sci-tech"),
        (f"https://www.focustaiwan.tw/cross-strait/{NUMBER}?utm_medium=rss", NUMBER, "cross-strait"),
        (f"http://focustaiwan.tw/news/asoc/{NUMBER}.aspx", NUMBER, "asoc"),
        (f"https://focustaiwan.tw/news/{NUMBER}", NUMBER, "news"),
        (f"https://japan.focustaiwan.tw/politics/{NUMBER}", f"ja_{NUMBER}", "politics"),
        (f"https://www.cna.com.tw/news/aipl/{NUMBER}.aspx", f"zh_{NUMBER}", "aipl"),
        (f"https://www.cna.com.tw/amp/news/ahel/{NUMBER}.aspx", f"zh_{NUMBER}", "ahel"),
    ],
)
def test_every_edition_counts_for_itself(url: str, own_id: str, section: str) -> None:
    link = classify(url, CNA)
    assert (link.kind, link.id, link.section, link.day) == ("article", f"cna:{own_id}", section, date(2023, 11, 17))


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://focustaiwan.tw/", "list"),
        ("https://focustaiwan.tw/news", "list"),
        ("https://focustaiwan.tw/cross-strait", "list"),
        ("https://www.cna.com.tw/list/aall.aspx", "list"),
        ("https://feeds.feedburner.com/rsscna/engnews", "feed"),
    ],
)
def test_lists(url: str, source: str) -> None:
    link = classify(url, CNA)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://focustaiwan.tw/",
        "https://focustaiwan.tw/sci-tech",
        "https://focustaiwan.tw/video/004342598",
        "https://focustaiwan.tw/ad/20230901170715",
        f"https://focustaiwan.tw/{NUMBER}",
        f"https://focustaiwan.tw/sci-tech/{NUMBER}/2",
        "https://www.cna.com.tw/list/aipl.aspx",
        "https://www.cna.com.tw/topic/newstopic/4149.aspx",
        f"https://www.cna.com.tw/topic/newstopic/{NUMBER}.aspx",
        f"https://imgcdn.cna.com.tw/www/webphotos/{NUMBER}.jpg",
        "https://feeds.feedburner.com/other/engnews",
    ],
)
def test_a_front_an_advertisement_or_a_film_is_never_a_story(url: str) -> None:
    assert classify(url, CNA).kind != "article"


def test_feedburner_is_nobodys_site() -> None:
    assert of_url("https://feeds.feedburner.com/rsscna/engnews") is None
