"""Datelines of every agency's form; places, day and agency are read and the head is cut."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirecrawl.items import Dateline
from wirecrawl.news.wire import all_tables, parse_dateline, table

SPRING = datetime.date(2017, 4, 22)


@pytest.mark.parametrize(
    ("agency", "head", "places", "date"),
    [
        ("reuters", "LONDON (Reuters) -", ["LONDON"], None),
        ("reuters", "Oct 25 (Reuters) -", [], "2017-10-25"),
        ("reuters", "LISBON, Sept 28 (Reuters) -", ["LISBON"], "2017-09-28"),
        ("reuters", "LISBON, Maine/PORTO, March 7 (Reuters) –", ["LISBON, Maine", "PORTO"], "2017-03-07"),
        ("reuters", "LISBON (Thomson Reuters Foundation) -", ["LISBON"], None),
        ("reuters", "LAS PALMAS, Espagne, 3 avril (Reuters) -", ["LAS PALMAS, Espagne"], "2017-04-03"),
        ("ap", "ROSWELL, South Dakota (AP) _", ["ROSWELL, South Dakota"], None),
        ("ap", "LA PLATA, Wis. (AP) —", ["LA PLATA, Wis."], None),
        ("ap", "MEXICO CITY (AP) --", ["MEXICO CITY"], None),
        ("ap", "WASHINGTON, Jan. 8, 2016 (AP) -", ["WASHINGTON"], "2016-01-08"),
        ("ap", "(AP) BIRMINGHAM, Ala. —", ["BIRMINGHAM, Ala."], None),
        ("afp", "STOCKHOLM, Aug 29, 2014 (AFP) -", ["STOCKHOLM"], "2014-08-29"),
        ("afp", "Paris, 21 jan 2019 (AFP) -", ["Paris"], "2019-01-21"),
        ("afp", "Porto, Portugal, 14 Mar 2020 (AFP) —", ["Porto, Portugal"], "2020-03-14"),
        ("afp", "São Paulo, 5 de março (AFP) -", ["São Paulo"], "2017-03-05"),
        ("afp", "Bern (ats afp)", ["Bern"], None),
        ("afp", "Porto (Portugal) (AFP) –", ["Porto (Portugal)"], None),
        ("afp", "New York (Nations unies) (AFP) –", ["New York (Nations unies)"], None),
        ("afp", "【6月18日 AFP】", [], "2017-06-18"),
        ("tass", "MOSCOW, January 21. /TASS/.", ["MOSCOW"], "2017-01-21"),
        ("tass", "KAZAN, August 25. /TASS/.", ["KAZAN"], "2017-08-25"),
        ("tass", "МОСКВА, 29 июня. /ТАСС/.", ["МОСКВА"], "2017-06-29"),
        ("tass", "TASS, June 3.", [], "2017-06-03"),
        ("tass", "САНКТ-ПЕТЕРБУРГ, 3 мая. /ТАСС/.", ["САНКТ-ПЕТЕРБУРГ"], "2017-05-03"),
        ("anadolu", "ANKARA (AA) -", ["ANKARA"], None),
        ("anadolu", "İZMİR, 5 Şubat (AA) -", ["İZMİR"], "2017-02-05"),
        ("yonhap", "SEOUL, Nov. 24 (Yonhap) --", ["SEOUL"], "2017-11-24"),
        ("yonhap", "NAGOYA, Japan, Sept. 24 (Yonhap) --", ["NAGOYA, Japan"], "2017-09-24"),
        ("yonhap", "(서울=연합뉴스)", ["서울"], None),
        ("kyodo", "SAITAMA, Japan, Dec. 9 Kyodo -", ["SAITAMA, Japan"], "2017-12-09"),
        ("dpa", "Berlin (dpa) -", ["Berlin"], None),
        ("dpa", "San Diego (tca/dpa) -", ["San Diego"], None),
        ("dpa", "Hamburg (dpa/lno) –", ["Hamburg"], None),
        ("dpa", "Frankfurt/Main (dpa) -", ["Frankfurt/Main"], None),
        ("dpa", "Berlin/Frankfurt (dpa-AFX) -", ["Berlin", "Frankfurt"], None),
        ("dpa", "Wien, 3. Mai (dpa) -", ["Wien"], "2017-05-03"),
        ("ansa", "(ANSA) - ROME, FEB 16 -", ["ROME"], "2017-02-16"),
        ("ansa", "(ANSA) - Rome, October 10 -", ["Rome"], "2017-10-10"),
        ("ansa", "(ANSA) - ROMA, 28 LUG -", ["ROMA"], "2017-07-28"),
        ("ansa", "(ANSA-AFP) - PARIGI, 28 GIU -", ["PARIGI"], "2017-06-28"),
        ("efe", "Nueva Delhi, 21 ene (EFE).-", ["Nueva Delhi"], "2017-01-21"),
        ("efe", "London, Jun 11 (efe-epa).-", ["London"], "2017-06-11"),
        ("efe", "(EFE).-", [], None),
        ("efe", "Nueva York (EE.UU.), 3 dic (EFE).-", ["Nueva York (EE.UU.)"], "2017-12-03"),
        ("efe", "Redacción deportes, 3 may (EFE).-", ["Redacción deportes"], "2017-05-03"),
        ("pti", "New Delhi, Feb 16 (PTI)", ["New Delhi"], "2017-02-16"),
        ("pti", "New Delhi, Feb 16 (PTI):", ["New Delhi"], "2017-02-16"),
        ("ani", "New Delhi [India], February 16 (ANI):", ["New Delhi [India]"], "2017-02-16"),
        ("ani", "Agra (Uttar Pradesh) [India], May 3 (ANI):", ["Agra (Uttar Pradesh) [India]"], "2017-05-03"),
        ("ani", "London [UK] May 3 (ANI):", ["London [UK]"], "2017-05-03"),
        ("ani", "New Delhi [India] (ANI):", ["New Delhi [India]"], None),
        ("ians", "New Delhi, Feb 16 (IANS)", ["New Delhi"], "2017-02-16"),
        ("bernama", "KUALA LUMPUR, Feb 16 (Bernama) --", ["KUALA LUMPUR"], "2017-02-16"),
        ("cna", "Taipei, Nov. 17 (CNA)", ["Taipei"], "2017-11-17"),
        ("cna", "（中央社台北21日電）", ["台北"], "2017-04-21"),
        ("cna", "（中央社巴黎1月20日綜合外電報導）", ["巴黎"], "2017-01-20"),
        ("cna", "（中央社華盛頓30日綜合外電報導）", ["華盛頓"], "2017-03-30"),
        ("upi", "HONOLULU, Dec. 23 (UPI) —", ["HONOLULU"], "2017-12-23"),
        ("interfax", "MOSCOW. Jan 21 (Interfax) -", ["MOSCOW"], "2017-01-21"),
        ("interfax", "KYIV. Jan 21 (Interfax-Ukraine) –", ["KYIV"], "2017-01-21"),
        ("interfax", "Москва. 21 января. INTERFAX.RU -", ["Москва"], "2017-01-21"),
        ("voa", "NAIROBI (VOA) —", ["NAIROBI"], None),
        ("anp", "San Mateo (ANP) -", ["San Mateo"], None),
        ("anp", "'s-Hertogenbosch (ANP) -", ["'s-Hertogenbosch"], None),
        ("anp", "DEN HAAG, 3 maart (ANP) -", ["DEN HAAG"], "2017-03-03"),
        ("bloomberg", "(Bloomberg) --", [], None),
        ("bloomberg", "(Bloomberg Businessweek) --", [], None),
        ("ukrinform", "KYIV, July 5 /Ukrinform/.", ["KYIV"], "2017-07-05"),
        ("antara", "Jakarta (ANTARA) -", ["Jakarta"], None),
        ("antara", "Jakarta, Feb 24 (ANTARA) -", ["Jakarta"], "2017-02-24"),
        ("antara", "Medan, N Sumatra (ANTARA News) -", ["Medan, N Sumatra"], None),
    ],
)
def test_the_form_of_each_agency(agency: str, head: str, places: list[str], date: str | None) -> None:
    for own_page in (True, False):
        found = parse_dateline(f"{head} 75 people met.", table(agency), SPRING, own_page)
        assert found is not None
        assert found == (Dateline(raw=head, places=places, date=date, agency=agency), [], "75 people met.")


@pytest.mark.parametrize(
    ("agency", "paragraph", "names", "places", "rest"),
    [
        ("cna", "（中央社記者王小明台北21日電）有雨。", ["王小明"], ["台北"], "有雨。"),
        ("cna", "（中央社記者王小明、李大同台北21日電）有雨。", ["王小明", "李大同"], ["台北"], "有雨。"),
        ("cna", "（中央社記者王明台北21日電）有雨。", ["王明"], ["台北"], "有雨。"),
        ("tass", "КАЗАНЬ, 3 мая. /Корр. ТАСС Иван Петров/. Дождь.", ["Иван Петров"], ["КАЗАНЬ"], "Дождь."),
        ("tass", "KAZAN, May 3. /TASS Correspondent Ivan Petrov/. Rain.", ["Ivan Petrov"], ["KAZAN"], "Rain."),
        ("yonhap", "(서울·부산=연합뉴스) 김가나 이다라 기자 = 비.", ["김가나", "이다라"], ["서울", "부산"], "비."),
    ],
)
def test_reporters_in_the_dateline(agency: str, paragraph: str, names: list[str], places: list[str], rest: str) -> None:
    found = parse_dateline(paragraph, table(agency), SPRING)
    assert found is not None
    assert (found[1], found[0].places, found[2]) == (names, places, rest)


@pytest.mark.parametrize(
    ("agency", "paragraph", "places", "rest"),
    [
        ("kyodo", "BEIJING, July 23 - Rain fell.", ["BEIJING"], "Rain fell."),
        ("kyodo", "BEIJING, July 23", ["BEIJING"], ""),
        ("anadolu", "ANKARA", ["ANKARA"], ""),
        ("anadolu", "GAZA CITY, Palestine", ["GAZA CITY, Palestine"], ""),
        ("anadolu", "ISTANBUL/ANKARA", ["ISTANBUL", "ANKARA"], ""),
        ("anadolu", "Ankara", ["Ankara"], ""),
        ("anadolu", "Şanlıurfa", ["Şanlıurfa"], ""),
        ("anadolu", "New York", ["New York"], ""),
        ("anadolu", "Kudüs/Gazze", ["Kudüs", "Gazze"], ""),
        ("voa", "NAIROBI, KENYA — Rain fell.", ["NAIROBI, KENYA"], "Rain fell."),
        ("voa", "AUBURN, Wash. —", ["AUBURN, Wash."], ""),
        ("voa", "Taipei, Taiwan —", ["Taipei, Taiwan"], ""),
        ("bernama", "KUALA LUMPUR, Feb 16 -- Rain fell.", ["KUALA LUMPUR"], "Rain fell."),
    ],
)
def test_bare_datelines_only_on_the_agencys_own_pages(
    agency: str, paragraph: str, places: list[str], rest: str
) -> None:
    found = parse_dateline(paragraph, table(agency), SPRING)
    assert found is not None
    assert (found[0].places, found[2]) == (places, rest)
    assert all(parse_dateline(paragraph, rules, SPRING, own_page=False) is None for rules in all_tables().values())


@pytest.mark.parametrize(
    "paragraph",
    [
        "COPENHAGEN -- Rain fell.",
        "London/Teheran - Rain fell.",
        "PARIS, April 8 — Rain fell.",
        "The company (owned by Reuters) – one of many – grew.",
        "Rome, (ANSA) said, is quiet.",
        "BEIRUT, Lebanon (AP) is where the agency has an office.",
        "The minister told the Associated Press (AP) that rain fell.",
        "On March 3 (AFP) reported rain.",
        "Die Deutsche Presse-Agentur (dpa) meldet Regen.",
        "",
    ],
)
def test_prose_is_no_dateline_of_any_agency(paragraph: str) -> None:
    assert [
        name for name, rules in all_tables().items() if parse_dateline(paragraph, rules, SPRING, own_page=False)
    ] == []


@pytest.mark.parametrize(
    ("day", "published", "date"),
    [
        ("21日", datetime.date(2017, 4, 22), "2017-04-21"),
        ("30日", datetime.date(2017, 5, 1), "2017-04-30"),
        ("31日", datetime.date(2018, 1, 1), "2017-12-31"),
        ("1日", datetime.date(2017, 12, 31), "2018-01-01"),
        ("31日", None, None),
    ],
)
def test_a_day_without_month_is_the_last_one(day: str, published: datetime.date | None, date: str | None) -> None:
    found = parse_dateline(f"（中央社台北{day}電）有雨。", table("cna"), published)
    assert found is not None
    assert found[0].date == date


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("5 ocak", "2017-01-05"),
        ("5 ARALIK", "2017-12-05"),
        ("5 août", "2017-08-05"),
        ("5 ago", "2017-08-05"),
        ("5 März", "2017-03-05"),
        ("5 gen", "2017-01-05"),
        ("5 de fevereiro de 2016", "2016-02-05"),
        ("5 mrt", "2017-03-05"),
        ("5 октября", "2017-10-05"),
        ("5 jui", None),
    ],
)
def test_months_of_many_languages(printed: str, date: str | None) -> None:
    found = parse_dateline(f"PORTO, {printed} (AFP) - Rain.", table("afp"), SPRING)
    assert found is not None
    assert found[0].date == date


PIECES = [
    "LISBON",
    "Lisbon",
    "/",
    ", ",
    ". ",
    " ",
    "March 3",
    "3 mai",
    " - ",
    " -- ",
    "—",
    "x ",
    "\n",
    "[India]",
    "(x)",
]
NAMES = [
    "(AP)",
    "(Reuters)",
    "(ANSA) - ",
    "/TASS/",
    "(tca/dpa)",
    "(EFE).-",
    "Kyodo",
    "【",
    "AFP】",
    "（中央社台北3日電）",
]


@pytest.mark.parametrize("agency", all_tables())
@settings(max_examples=60)
@given(paragraph=st.lists(st.sampled_from(PIECES + NAMES), max_size=12).map("".join))
def test_raw_and_rest_together_are_the_paragraph(agency: str, paragraph: str) -> None:
    found = parse_dateline(paragraph, table(agency), SPRING)
    if found:
        dateline, _, rest = found
        assert "".join((dateline.raw + rest).split()) == "".join(paragraph.split())
        assert dateline.raw
