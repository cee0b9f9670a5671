"""Which of the lines beside a story says who wrote it."""

from wirecrawl.news.cleaning.whole_page.byline_lines import first_byline, first_label


def test_a_label_alone_has_its_names_in_the_next_line_only_if_they_are_names() -> None:
    assert first_byline(["Pewarta", "Dewi Pantai"]) == ["Dewi Pantai"]
    assert first_byline(["Author", "ferry"]) == []


def test_the_names_are_those_that_a_line_of_their_own_prints() -> None:
    assert first_byline(["By", "Ida Holm", "Oslo Correspondent", "By Ida Holm Oslo Correspondent"]) == ["Ida Holm"]
    assert first_byline(["Авторы", "Ида Хольм", ",", "Ян Штерн", "Ида Хольм, Ян Штерн"]) == ["Ида Хольм", "Ян Штерн"]
    assert first_byline(["Von:", "Ida Holm", "und", "Jan Stern"]) == ["Ida Holm", "Jan Stern"]
    assert first_byline(["Ida Holm", "Journalist", "Ida Holm Journalist"]) == []
    assert first_byline(["이영희 기자", ",", "박철수 기자"]) == ["이영희", "박철수"]


def test_each_of_several_writers_may_have_a_line_with_the_agency() -> None:
    assert first_byline(["Sports", "Ida Holm, STT", "Jan Stern, STT", "12.10.2023"]) == ["Ida Holm", "Jan Stern"]
    assert first_byline(["By Ida Holm", "By Jan Stern"]) == ["Ida Holm"]


def test_a_line_behind_the_story_needs_a_label() -> None:
    assert first_label(["By Jan Stern", "Ida Holm"]) == []
