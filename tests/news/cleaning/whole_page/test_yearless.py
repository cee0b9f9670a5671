"""Days without a year get the one that the page gives them."""

from datetime import date

import pytest

from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.whole_page.yearless import with_year

_PAGE = ["29 November 2026", "© 2019-2026 Post"]


@pytest.mark.parametrize(
    ("line", "known", "stated", "page", "said"),
    [
        ("4 March, 14:05", date(2012, 3, 5), [], _PAGE, "4 March 2012, 14:05"),
        ("Mar 4 at 2:05 pm", None, [date(2018, 3, 4)], _PAGE, "Mar 4, 2018 at 2:05 pm"),
        ("4 марта, 14:05", None, [], _PAGE, "4 марта 2026, 14:05"),
        ("4 de marzo - 14:05", None, [], _PAGE, "4 de marzo 2026 - 14:05"),
        ("24 December", None, [], _PAGE, "24 December 2025"),
        ("Tuesday, 4 March, 14:05", None, [], _PAGE, "Tuesday, 4 March 2025, 14:05"),
        ("3月4日 14:05", None, [], ["© 2018 ポスト"], "2018年3月4日 14:05"),
        ("3/4(火) 14:05配信", None, [], _PAGE, "2025年3月4日(火) 14:05配信"),
        ("24 December", None, [], _PAGE[1:], "24 December 2026"),
        ("4 March, 14:05", None, [], ["Post"], ""),
        ("4 March 2018", None, [], _PAGE, ""),
        ("4 boats sank", None, [], _PAGE, ""),
        ("31 February", None, [], _PAGE, ""),
    ],
)
def test_the_year_of_a_day(line: str, known: date | None, stated: list[date], page: list[str], said: str) -> None:
    assert with_year([line], known, stated, page) == ((said, line) if said else None)


def test_a_story_is_dated_by_its_line_and_the_address() -> None:
    text = "The harbour of Tinnholm was closed for eleven hours on Tuesday because of thick fog, officials said. "
    page = f"<html lang=en><body><h1>Fog closes harbour</h1><p>Mar 4, 14:05 GMT</p><div><p>{text * 4}</p></div></body>"
    story = clean(page.encode(), "https://www.post.example/2014/03/04/fog-closes-harbour")
    assert (story.published, story.published_raw) == ("2014-03-04T14:05:00+00:00", "Mar 4, 14:05 GMT")
