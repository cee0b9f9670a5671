import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirecrawl.items import Dateline
from wirecrawl.news.wire import parse_dateline, table

XINHUA = table("xinhua")
SPRING = datetime.date(2017, 4, 2)


def read(paragraph: str, published: datetime.date | None = SPRING) -> tuple[Dateline, list[str], str]:
    found = parse_dateline(paragraph, XINHUA, published)
    assert found is not None, paragraph
    return found


@pytest.mark.parametrize(
    ("head", "places", "date"),
    [
        ("MOSCOW, Feb. 16 (Xinhua) --", ["MOSCOW"], "2017-02-16"),
        ("NAIROBI/ADDIS ABABA, March 3 (Xinhua) -", ["NAIROBI", "ADDIS ABABA"], "2017-03-03"),
        ("SAN FRANCISCO, the United States, May 1 (Xinhua) --", ["SAN FRANCISCO, the United States"], "2017-05-01"),
        ("WASHINGTON, D.C., Sept. 3 (Xinhua) --", ["WASHINGTON, D.C."], "2017-09-03"),
        ("XI'AN, Sept 3 (Xinhua) —", ["XI'AN"], "2017-09-03"),
        ("AL-ARISH, Egypt, June 3 (Xinhua) –", ["AL-ARISH, Egypt"], "2017-06-03"),
        ("Beijing, March 31 (Xinhua) --", ["Beijing"], "2017-03-31"),
        ("BEIJING, Jan. 2, 2016 (Xinhua) --", ["BEIJING"], "2016-01-02"),
        ("BEIJING, 31 March (Xinhua) _", ["BEIJING"], "2017-03-31"),
        ("BEIJING,March 3(Xinhua)--", ["BEIJING"], "2017-03-03"),
        ("BEIJING, March 3 (Xinhua)", ["BEIJING"], "2017-03-03"),
        ("BEIJING (Xinhua) --", ["BEIJING"], None),
        ("BEIJING, March 31 (Xinhua/AP) --", ["BEIJING"], "2017-03-31"),
        ("BEIJING, Feb. 30 (Xinhua) --", ["BEIJING"], None),
        ("BEIJING, 10 août (Xinhua) --", ["BEIJING"], "2017-08-10"),
        ("DAKAR, 1er février (Xinhua) --", ["DAKAR"], "2017-02-01"),
        ("LISBOA, 18 jun (Xinhua) --", ["LISBOA"], "2017-06-18"),
        ("MADRID, 3 de ene. de 2018 (Xinhua) --", ["MADRID"], "2018-01-03"),
        ("新华社北京4月24日电", ["北京"], "2017-04-24"),
        ("新华网北京8月19日电", ["北京"], "2017-08-19"),
        ("据新华社北京4月24日电", ["北京"], "2017-04-24"),
        ("【新华社北京4月24日电】", ["北京"], "2017-04-24"),
        ("（新华社北京4月24日电）", ["北京"], "2017-04-24"),
        ("据新华社电", [], None),
        ("新华社华盛顿/北京1月3日电", ["华盛顿", "北京"], "2017-01-03"),
        ("新华社东京2016年1月3日体育专电", ["东京"], "2016-01-03"),
    ],
)
def test_places_and_day_are_read_and_the_head_is_cut(head: str, places: list[str], date: str | None) -> None:
    dateline, names, rest = read(f"{head} 75 people met.")
    assert dateline == Dateline(raw=head, places=places, date=date, agency="xinhua")
    assert (names, rest) == ([], "75 people met.")


@pytest.mark.parametrize("head", ["新华社北京4月24日电　", "MOSCOW, Feb. 16\u00a0(Xinhua)\n--\u00a0"])
def test_odd_white_space_is_no_hindrance(head: str) -> None:
    assert read(head + "题：某事")[2] == "题：某事"


@pytest.mark.parametrize(
    ("paragraph", "names", "rest"),
    [
        ("新华社巴黎12月9日电（记者唐霁）法国9日", ["唐霁"], "法国9日"),
        ("（新华社巴黎12月9日电 记者唐霁、陈静）法国9日", ["唐霁", "陈静"], "法国9日"),
        ("新华社北京1月3日电(记者 张三、李四)（通讯员 王五） 某事", ["张三", "李四", "王五"], "某事"),
        ("新华社北京1月3日电（记者 唐霁 陈静）某事", ["唐霁", "陈静"], "某事"),
        ("新华社北京1月3日电（记者张　三、李和平，实习生赵六）某事", ["张三", "李和平", "赵六"], "某事"),
        ("新华社北京1月3日电（国际观察）某事", [], "（国际观察）某事"),
        ("新华社北京1月3日电 记者3日从有关部门获悉", [], "记者3日从有关部门获悉"),
        ("BEIJING, March 31 (Xinhua by Li Si) -- Trade grew.", ["Li Si"], "Trade grew."),
    ],
)
def test_reporters_in_brackets_are_names_and_other_brackets_stay(paragraph: str, names: list[str], rest: str) -> None:
    dateline, found, left = read(paragraph)
    assert (found, left) == (names, rest)
    assert "".join((dateline.raw + rest).split()) == "".join(paragraph.split())


@pytest.mark.parametrize(
    ("printed", "published", "date"),
    [
        ("Dec. 31", datetime.date(2018, 1, 1), "2017-12-31"),
        ("Jan. 1", datetime.date(2017, 12, 31), "2018-01-01"),
        ("Dec. 31", datetime.date(2017, 12, 31), "2017-12-31"),
        ("Feb. 29", datetime.date(2016, 3, 1), "2016-02-29"),
        ("Feb. 29", datetime.date(2017, 3, 1), None),
        ("Dec. 31, 2015", datetime.date(2018, 1, 1), "2015-12-31"),
        ("Dec. 31", None, None),
        ("Marhc 31", datetime.date(2018, 1, 1), None),
    ],
)
def test_year_comes_from_the_page_and_turns_with_it(printed: str, published: datetime.date | None, date: str) -> None:
    assert read(f"HANOI, {printed} (Xinhua) -- Rain fell.", published)[0].date == date


@pytest.mark.parametrize(
    "paragraph",
    [
        "COPENHAGEN -- Rain fell.",
        "PARIS, March 3 (AFP) - Rain fell.",
        "Rome, (Xinhua) said, is quiet.",
        "BEIJING, China (Xinhua) is a news agency.",
        "The prime minister told BEIJING, March 3 (Xinhua) -- that rain fell.",
        "On March 3 (Xinhua) reported rain.",
        "据新华社报道，有雨。",
        "新华社记者3日从有关部门获悉，有雨。",
        "A line of words goes on and on before it names its agency. " * 3 + "BEIJING, March 3 (Xinhua) -- Rain.",
        "",
    ],
)
def test_prose_and_other_agencies_are_not_cut(paragraph: str) -> None:
    assert parse_dateline(paragraph, XINHUA, SPRING) is None


PIECES = ["BEIJING", "/", ", ", "March 3", " (Xinhua)", " -- ", "x ", "\n"]
PIECES += ["新华社", "北京1月3日", "电", "（记者张三）"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_raw_and_rest_together_are_the_paragraph(paragraph: str) -> None:
    found = parse_dateline(paragraph, XINHUA, SPRING)
    if found:
        dateline, _, rest = found
        assert "".join((dateline.raw + rest).split()) == "".join(paragraph.split())
        assert rest == "" or paragraph.rstrip().endswith(rest)


@pytest.mark.parametrize("places", [["Frankfurt/Main"], ["Halle/Saale"], ["Berlin", "Paris"]])
def test_a_river_behind_a_slash_is_part_of_its_town(places: list[str]) -> None:
    found = parse_dateline(f"{'/'.join(places)} (dpa) - Es regnet.", table("dpa"), SPRING)
    assert found
    assert found[0].places == places


@pytest.mark.parametrize(
    "word",
    "the of and in aboard & am an der bei im ob vor a.d. i.d. v.d. de del da do la las los el en y e deportes ciencia "
    "internacional dos das di den het op a и на du des le les et sur sous".split(),
)
def test_small_words_may_stand_inside_the_name_of_a_place(word: str) -> None:
    assert read(f"Oslo {word} Brevik, Feb. 16 (Xinhua) -- Rain.")[0].places == [f"Oslo {word} Brevik"]


@pytest.mark.parametrize("word", ["said", "from", "near", "who"])
def test_another_small_word_makes_prose_of_it(word: str) -> None:
    assert parse_dateline(f"Oslo {word} Brevik, Feb. 16 (Xinhua) -- Rain.", XINHUA, SPRING) is None


def test_a_long_run_of_words_is_no_city() -> None:
    place = "Oslo " * 40
    head = " (Xinhua) --"
    for length, found in ((150, False), (100, True)):
        printed = f"{place[: length - len(head)].strip()}{head} Rain."
        assert bool(parse_dateline(printed, XINHUA, SPRING)) is found


def test_a_form_without_the_agency_counts_on_its_own_pages_alone() -> None:
    paragraph = "ANKARA"
    assert parse_dateline(paragraph, table("anadolu"), SPRING, own_page=True)
    assert parse_dateline(paragraph, table("anadolu"), SPRING, own_page=False) is None
