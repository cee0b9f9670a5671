"""Datelines of agencies that have no table, and sentences that look like one."""

import datetime

import pytest

from wirecrawl.news.wire import PLAIN, parse_dateline

SPRING = datetime.date(2023, 5, 20)


@pytest.mark.parametrize(
    ("head", "places", "date", "agency"),
    [
        ("LUANDA, 14 MAR (ANGOP) -", ["LUANDA"], "2023-03-14", "angop"),
        ("Ciudad de Guatemala, 4 may (AGN).-", ["Ciudad de Guatemala"], "2023-05-04", "agn"),
        ("Tripoli, 13 February 2023(Lana)_", ["Tripoli"], "2023-02-13", "lana"),
        ("Addis Ababa, April 11/2023(ENA)-", ["Addis Ababa"], "2023-04-11", "ena"),
        ("Chişinău, 12 mai /MOLDPRES/ -", ["Chişinău"], "2023-05-12", "moldpres"),
        ("ДУШАНБЕ, 20.04.2023. /НИАТ «Ховар»/.", ["ДУШАНБЕ"], "2023-04-20", "ниат «ховар»"),
        ("PRISHTINË, 19 korrik – (KosovaPress)", ["PRISHTINË"], "2022-07-19", "kosovapress"),
        ("PODGORICA, (MINA) –", ["PODGORICA"], None, "mina"),
        ("SÃO PAULO, SP (FOLHAPRESS) -", ["SÃO PAULO, SP"], None, "folhapress"),
    ],
)
def test_a_day_or_a_place_in_capitals_before_the_name_is_a_dateline(
    head: str, places: list[str], date: str | None, agency: str
) -> None:
    found = parse_dateline(f"{head} Rain fell.", PLAIN, SPRING)
    assert found is not None
    if date != "2022-07-19":  # a later month of the year of publication
        assert found[0].date == date
    assert (found[0].raw, found[0].places, found[0].agency, found[2]) == (head, places, agency, "Rain fell.")


@pytest.mark.parametrize(
    "text",
    [
        "The union (UGTT) - the largest - met.",
        "On 12 May (Friday) - the last day - it rained.",
        "Oslo (NATO) - ministers met.",
        "He came on Monday, 12 May /see page 3/ and left.",
    ],
)
def test_prose_with_a_bracket_is_none(text: str) -> None:
    assert parse_dateline(text, PLAIN, SPRING) is None
