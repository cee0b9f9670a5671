"""Words with capitals that are no names of people."""

from wirecrawl.news.cleaning.whole_page.sections import is_section


def test_sections_desks_and_towns_are_no_people() -> None:
    assert all(map(is_section, ["World News", "İlgili Haberler", "Cape Town", "Redacción"]))
    assert not any(map(is_section, ["Ida Holm", "Анна Белова"]))
