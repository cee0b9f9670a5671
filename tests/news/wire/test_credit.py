"""Whose copy it is: author lines, source lines and ends of stories that name an agency."""

import pytest

from wirecrawl.news.wire.credit import agency_of_credit, agency_of_end, is_agency, take_name

SENTENCE = "It was postponed on Wednesday."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("AP", "ap"),
        ("By The Associated Press", "ap"),
        ("The Associated Press (Canada)", "ap"),
        ("Source: Xinhua", "xinhua"),
        ("来源：新华社", None),
        ("新华社", "xinhua"),
        ("Thomson Reuters", "reuters"),
        ("Ida Holm, Reuters", "reuters"),
        ("IDA HOLM AND JAN STERN, AP Business Writers", "ap"),
        ("Ida Holm | dpa/lnw", "dpa"),
        ("Von Ida Holm, dpa-infocom", "dpa"),
        ("Par Le Figaro avec AFP", None),
        ("Le Figaro et AFP", "afp"),
        ("Texte (EFE)", "efe"),
        ("Ajans — AA", "anadolu"),
        ("Ida Holm via Kyodo News", "kyodo"),
        ("연합뉴스", "yonhap"),
        ("ИТАР-ТАСС", None),
        ("ТАСС", "tass"),
    ],
)
def test_a_line_of_credit_names_its_agency(line: str, agency: str | None) -> None:
    assert agency_of_credit(line) == agency


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ida Holm",
        "Foto: Ida Holm/dpa",
        "Photos by AP",
        "File photo: Reuters",
        "Ani Holm",
        "aa",
        "Apple",
        "Reuters Institute for the Study of Journalism",
        "AP, " + "a long line of prose that goes on and on " * 3,
    ],
)
def test_a_line_that_names_a_photo_or_a_person_names_no_agency(line: str) -> None:
    assert agency_of_credit(line) is None


def test_a_credit_of_120_characters_is_read_and_a_longer_one_is_prose() -> None:
    assert agency_of_credit("AP, ".ljust(120, "x")) == "ap"
    assert agency_of_credit("AP, ".ljust(121, "x")) is None


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        (f"{SENTENCE} — AFP", "afp"),
        ("It was postponed --Reuters", "reuters"),
        (f"{SENTENCE} --Reuters", "reuters"),
        (f"{SENTENCE} (dpa)", "dpa"),
        (f"{SENTENCE} [EFE]", None),
        (f"“{SENTENCE}” Bernama", "bernama"),
        ("Reuters", "reuters"),
        (" AFP. ", "afp"),
        ("(Reporting by Ida Holm in Oslo; Editing by Jan Stern)", "reuters"),
        (f"{SENTENCE} (Reporting by Ida Holm in Oslo; Editing by Jan Stern)", "reuters"),
        (f"{SENTENCE} (Reporting by Ida Holm in Oslo; editing by Jan Stern).", "reuters"),
        ("Writing by Ida Holm; Editing by Jan Stern", "reuters"),
        ("Associated Press writers Ida Holm in Oslo and Jan Stern contributed to this report.", "ap"),
        ("© dpa-infocom, dpa:261120", "dpa"),
        ("To contact the reporter on this story: Ida Holm", "bloomberg"),
        ("--With assistance from Ida Holm.", "bloomberg"),
    ],
)
def test_the_end_of_a_story_names_its_agency(paragraph: str, agency: str | None) -> None:
    assert agency_of_end(paragraph) == agency


@pytest.mark.parametrize(
    "paragraph",
    ["", SENTENCE, "He told Reuters", "He spoke to the BBC.", f"{SENTENCE} — Ida", "(Reporting by Ida Holm)"],
)
def test_a_sentence_that_mentions_an_agency_is_none_of_its_ends(paragraph: str) -> None:
    assert agency_of_end(paragraph) is None


@pytest.mark.parametrize("name", ["— Reuters", "--REUTERS", "(Reuters)", "（Thomson Reuters）"])
def test_the_name_behind_the_last_sentence_is_taken_off(name: str) -> None:
    assert take_name(f"{SENTENCE} {name}", "reuters") == (SENTENCE, name)
    assert take_name(f"{SENTENCE} {name}. ", "reuters") == (SENTENCE, name)
    assert take_name(name, "reuters") == ("", name)


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("He told Reuters", "reuters"),
        (f"{SENTENCE} — Reuters", "afp"),
        (f"{SENTENCE} — Reuters", "nobody"),
        ("It rained in Oslo — Reuters", "reuters"),
    ],
)
def test_a_name_that_is_part_of_the_sentence_stays(paragraph: str, agency: str) -> None:
    assert take_name(paragraph, agency) == (paragraph, None)


def test_an_agency_among_authors_is_told_from_a_person() -> None:
    assert [name for name in ("AFP", "Reuters Staff", "Ida Holm", "") if is_agency(name)] == ["AFP", "Reuters Staff"]
