"""Datelines without the agency's name, which count on a page that states the agency."""

import datetime

import pytest

from wirecrawl.news.wire import parse_dateline, table
from wirecrawl.news.wire.bare_places import with_bare_places

AP = table("ap")
STATED = with_bare_places(AP)
SPRING = datetime.date(2017, 4, 22)


@pytest.mark.parametrize(
    ("head", "places", "date"),
    [
        ("GENEVA —", ["GENEVA"], None),
        ("OSLO --", ["OSLO"], None),
        ("NEW YORK—", ["NEW YORK"], None),
        ("TRONDHEIM -", ["TRONDHEIM"], None),
        ("HARTFORD, Conn. —", ["HARTFORD, Conn."], None),
        ("TRIPOLI, Libya –", ["TRIPOLI, Libya"], None),
        ("ST. PAUL, Minn. —", ["ST. PAUL, Minn."], None),
        ("THE HAGUE —", ["THE HAGUE"], None),
        ("AL-ARISH, Egypt —", ["AL-ARISH, Egypt"], None),
        ("BERGEN/OSLO —", ["BERGEN", "OSLO"], None),
        ("PARIS, April 8 —", ["PARIS"], "2017-04-08"),
        ("МОСКВА —", ["МОСКВА"], None),
        ("ŁÓDŹ –", ["ŁÓDŹ"], None),
        ("Rabat –", ["Rabat"], None),
        ("Rio de Janeiro -", ["Rio de Janeiro"], None),
        ("Porto (Portugal) –", ["Porto (Portugal)"], None),
        ("New Delhi:", ["New Delhi"], None),
        ("LONDON:", ["LONDON"], None),
        ("TINNHOLM:", ["TINNHOLM"], None),
        ("VALPARAÍSO.-", ["VALPARAÍSO"], None),
        ("Agra, May 3 (AP) —", ["Agra"], "2017-05-03"),
    ],
)
def test_a_place_before_a_dash_is_a_dateline_where_the_page_states_the_agency(
    head: str, places: list[str], date: str | None
) -> None:
    found = parse_dateline(f"{head} Rain fell.", STATED, SPRING, own_page=False)
    assert found
    assert (found[0].raw, found[0].places, found[0].date, found[2]) == (head, places, date, "Rain fell.")
    assert "(AP)" in head or parse_dateline(f"{head} Rain fell.", AP, SPRING, own_page=False) is None


def test_a_known_town_in_capitals_may_stand_alone() -> None:
    found = parse_dateline("WASHINGTON", STATED, SPRING, own_page=False)
    assert found
    assert (found[0].places, found[2]) == (["WASHINGTON"], "")


@pytest.mark.parametrize(
    "paragraph",
    [
        "UPDATE — Rain fell.",
        "Video - Rain fell.",
        "EXCLUSIVE: Rain fell.",
        "Police: Rain fell.",
        "Ida Holm: Rain fell.",
        "Rome - the eternal city - is quiet.",
        "Oslo-based bakers strike.",
        "It rained — all day.",
        "CHAPTER",
        "Washington",
        "THE BAKERS OF THE OLD TOWN OF TRONDHEIM ARE ON STRIKE — Rain fell.",
        "IT RAINED ALL DAY",
        "Rain fell.",
        "",
    ],
)
def test_other_words_before_a_dash_or_colon_are_no_place(paragraph: str) -> None:
    assert parse_dateline(paragraph, STATED, SPRING, own_page=False) is None
