"""The shapes of the addresses of AFP's fact checks and of AFPBB."""

import pytest

from wirecrawl.news.agencies import classify, get, of_url

AFP = get("afp")


@pytest.mark.parametrize(
    ("url", "story_id"),
    [
        ("https://faktencheck.afp.com/doc.afp.com.C7K2Q9X", "c7k2q9x"),
        ("http://factcheck.afp.com/doc.afp.com.C7K2Q9X?utm_source=x", "c7k2q9x"),
        ("https://factuel.afp.com/doc.afp.com.34ZT8RB", "34zt8rb"),
        ("https://www.afpbb.com/articles/-/3612345", "afpbb_3612345"),
        ("http://afpbb.com/articles/-/3612345?cx_part=top_latest", "afpbb_3612345"),
    ],
)
def test_documents(url: str, story_id: str) -> None:
    link = classify(url, AFP)
    assert (link.kind, link.id) == ("article", f"afp:{story_id}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://faktencheck.afp.com/", "list"),
        ("https://faktencheck.afp.com/sitemap.xml", "sitemap"),
        ("https://factcheck.afp.com/list/all/37783", "list"),
        ("https://www.afpbb.com/", "list"),
        ("https://www.afpbb.com/category/life", "list"),
    ],
)
def test_lists(url: str, source: str) -> None:
    link = classify(url, AFP)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://faktencheck.afp.com/kontakt",
        "https://faktencheck.afp.com/doc.afp.com.",
        "https://faktencheck.afp.com/doc.afp.com.C7K2Q9X/revisions",
        "https://www.afp.com/doc.afp.com.C7K2Q9X",
        "https://www.afpbb.com/articles/-/",
        "https://www.afpbb.com/articles/photo/3612345",
        "https://www.afpbb.com/articles/modepress/3612345",
    ],
)
def test_other_pages_are_no_story(url: str) -> None:
    assert classify(url, AFP).kind != "article"


@pytest.mark.parametrize(
    ("host", "name"), [("www.afp.com", "afp"), ("afpbb.com", "afp"), ("notafp.com", None), ("afp.com.example", None)]
)
def test_its_sites(host: str, name: str | None) -> None:
    found = of_url(f"https://{host}/")
    assert (found.name if found else None) == name
