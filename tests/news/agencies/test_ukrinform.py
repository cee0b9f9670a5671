"""What an address of Ukrinform tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get, of_url

UKRINFORM = get("ukrinform")


@pytest.mark.parametrize(
    ("host", "path", "number", "section"),
    [
        ("www.ukrinform.net", "/rubric-ato/4143504-war-update-70-clashes.html", "4143504", "ato"),
        ("www.ukrinform.ua", "/rubric-kyiv/2630581-zavtra-obmezat-ruh.html", "2630581", "kyiv"),
        ("www.ukrinform.de", "/rubric-other_news/3965957-x.html", "3965957", "other_news"),
    ],
)
def test_articles_of_every_language(host: str, path: str, number: str, section: str) -> None:
    link = classify(f"https://{host}{path}", UKRINFORM)
    assert (link.kind, link.id, link.section) == ("article", f"ukrinform:{number}", section)


@pytest.mark.parametrize(
    ("path", "source", "page"),
    [
        ("/", "list", 1),
        ("/block-lastnews", "list", 1),
        ("/rubric-ato", "list", 1),
        ("/rubric-ato/", "list", 1),
        ("/rubric-ato?page=3", "list", 3),
        ("/rss/block-lastnews", "feed", 1),
        ("/rss/rubric-polytics", "feed", 1),
    ],
)
def test_a_front_is_a_list_and_never_a_story(path: str, source: str, page: int) -> None:
    link = classify(f"https://www.ukrinform.net{path}", UKRINFORM)
    assert (link.kind, link.source, link.page) == ("list", source, page)


@pytest.mark.parametrize(
    "path",
    [
        "/tag-danube",
        "/rubric-ato/4143504.html",
        "/rubric-ato/war-update.html",
        "/rubric-ato/4143504-war-update.html.bak",
        "/rubric-ato/../4143504-war-update.html",
        "/search?q=4143504",
        "/info/about_agency.html",
    ],
)
def test_other_pages_are_neither(path: str) -> None:
    assert classify(f"https://www.ukrinform.net{path}", UKRINFORM).kind == "neither"


@pytest.mark.parametrize(
    ("host", "name"), [("www.ukrinform.jp", "ukrinform"), ("notukrinform.net", None), ("ukrinform.net.evil.com", None)]
)
def test_whose_site_an_address_belongs_to(host: str, name: str | None) -> None:
    found = of_url(f"https://{host}/")
    assert (found.name if found else None) == name
