"""The zone of a clock that a paper prints without one."""

from datetime import datetime

import pytest

from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.site_zone import zone_of_site

_ROWS = (
    ("https://www.fjord.example.no/a", None, (), "Europe/Oslo"),
    ("https://www.paper.com.au/a", None, ("en-GB",), "Australia/Sydney"),
    ("https://www.diario.com.co/a", None, (), "America/Bogota"),
    ("https://www.post.example/a", None, ("en-ZA",), "Africa/Johannesburg"),
    ("https://www.post.example/a", None, ("pl-PL",), "Europe/Warsaw"),
    ("https://www.post.example/a", None, ("pt_BR",), "America/Sao_Paulo"),
    ("https://www.post.example/a", None, ("hu",), "Europe/Budapest"),
    ("https://www.post.example/a", "pti", ("en",), "Asia/Kolkata"),
    ("https://www.unian.net/a", None, ("ru",), "Europe/Kyiv"),
    (None, "cna", (), "Asia/Taipei"),
    ("https://www.courrier.example.mg/a", None, ("fr",), "Indian/Antananarivo"),
    ("https://www.ilhas.example.cv/a", None, ("pt",), "Atlantic/Cape_Verde"),
)
_NO_ZONE = (
    ("https://www.post.example.com/a", "reuters", ("en-US",)),
    ("https://www.start.io/a", None, ("en-GB",)),
    ("https://www.diario.com/a", "efe", ("es-ES",)),
    (None, None, ()),
)


@pytest.mark.parametrize(("url", "agency", "declared", "zone"), _ROWS)
def test_what_tells_the_zone_of_a_paper(
    url: str | None, agency: str | None, declared: tuple[str, ...], zone: str
) -> None:
    assert str(zone_of_site(url, agency, *declared)) == zone


@pytest.mark.parametrize(("url", "agency", "declared"), _NO_ZONE)
def test_nothing_tells_the_zone(url: str | None, agency: str | None, declared: tuple[str, ...]) -> None:
    assert zone_of_site(url, agency, *declared) is None


def _page(line: str, text: str) -> bytes:
    body = "".join(f"<p>{text}</p>" for _ in range(2))
    return f"<html><body><h1>Most otwarto w Zalesiu</h1><p>{line}</p><div>{body}</div></body></html>".encode()


_POLISH = (
    "Nowy most w Zalesiu został otwarty w piątek. Budowa trwała dwa lata, jak powiedział burmistrz, "
    "a koszty wyniosły dwanaście milionów złotych. Mieszkańcy czekali na niego od wielu lat, bo stary się zawalił."
)


def test_the_language_of_the_text_tells_where_nothing_else_does() -> None:
    story = clean(_page("14.07.2025 14:05", _POLISH), "https://www.post.example/a")
    assert story.published == "2025-07-14T14:05:00+02:00"
    assert story.published_zone_assumed


def test_a_printed_zone_goes_before_that_of_the_country() -> None:
    story = clean(_page("14.07.2025 14:05 GMT", _POLISH), "https://www.post.example.pl/a")
    assert story.published == "2025-07-14T14:05:00+00:00"
    assert not story.published_zone_assumed


def test_every_zone_of_the_tables_is_one() -> None:
    from wirecrawl.news.cleaning import site_zone

    for table in (site_zone._OF_COUNTRY, site_zone._OF_AGENCY, site_zone._OF_LANGUAGE):
        for name in table.values():
            zone = site_zone._zone(name)
            assert zone is not None, name
            assert datetime(2025, 7, 1, tzinfo=zone).utcoffset() is not None


def test_the_address_of_a_story_under_it_does_not_hide_the_time_beside_it() -> None:
    text = _POLISH.replace("Most", "most")
    address = "www.post.example/news/medicine/1477627.html"
    page = (
        f"<html><body><div class=clock>11.04.2013</div><h1>Most otwarto w Zalesiu</h1><div><p>{text}</p></div>"
        f"<div>Stały adres wiadomości: <a href='/news/medicine/1477627.html'>{address}</a><br>13:15 09.12.2011<br>"
        "<a href='/p'>Wersja do druku</a> | <a href='/q'>Wersja mobilna</a></div></body></html>"
    )
    story = clean(page.encode(), f"http://{address}")
    assert (story.published or "")[:16] == "2011-12-09T13:15"
