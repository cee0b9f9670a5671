"""Whose dateline it is, found by the words of the tables first, is what all patterns of all tables say."""

import pytest

from wirecrawl.news.wire import agency_of_dateline, all_tables, parse_dateline

PARAGRAPHS = [
    "LONDON, May 3 (Reuters) - It rains.",
    "LONDON (AP) — It rains.",
    "PARIS, 3 mai 2019 (AFP) - Il pleut.",
    "新华社北京5月3日电 下雨了。",
    "据新华社北京5月3日电 下雨了。",
    "（中央社記者王小明台北3日電）下雨了。",
    "МОСКВА, 3 мая. /ТАСС/. Идет дождь.",
    "Berlin (dpa) - Es regnet.",
    "Madrid, 3 may (EFE).- Llueve.",
    "New Delhi [India], May 3 (ANI): It rains.",
    "TOKYO, May 3, Kyodo - It rains.",
    "(ANSA) - ROMA, 3 MAG - Piove.",
    "SEOUL, May 3 (Yonhap) -- It rains.",
    "The ferry - the last of the year - sailed on Thursday, the owner told AP and Reuters.",
    "",
]


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_the_words_of_a_table_lose_no_dateline(paragraph: str) -> None:
    tried = (name for name, table in all_tables().items() if parse_dateline(paragraph, table, None, own_page=False))
    assert agency_of_dateline([paragraph]) == next(tried, None)


def test_the_first_agency_of_several_paragraphs_is_that_of_the_first_table() -> None:
    assert agency_of_dateline(["It rains.", PARAGRAPHS[1], PARAGRAPHS[0]]) == "reuters"
