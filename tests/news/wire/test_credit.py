"""Whose copy it is: author lines, source lines and ends of stories that name an agency."""

import pytest

from wirecrawl.news.wire import PLAIN, Table, table
from wirecrawl.news.wire.credit import (
    agency_of_bare_copy,
    agency_of_credit,
    agency_of_end,
    agency_of_host,
    agency_of_rights,
    agency_of_signature,
    agency_of_source,
    is_agency,
    is_source_line,
    take_name,
)

REUTERS = table("reuters")
SENTENCE = "It was postponed on Wednesday."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("AP", "ap"),
        ("By The Associated Press", "ap"),
        ("PTI Jan 9, 2012, 08.41PM IST", "pti"),
        ("AFP Publié le 17/01/2012 à 18:02", "afp"),
        ("Reuters Updated: Jan 9, 2012", "reuters"),
        ("AFP staff posted a letter", None),
        ("SDA, 2. Februar 2020, 14:31", "sda"),
        ("The Associated Press (Canada)", "ap"),
        ("Source: Xinhua", "xinhua"),
        ("来源：新华社", "xinhua"),
        ("新华社", "xinhua"),
        ("Thomson Reuters", "reuters"),
        ("Ida Holm, Reuters", "reuters"),
        ("IDA HOLM AND JAN STERN, AP Business Writers", "ap"),
        ("Ida Holm | dpa/lnw", "dpa"),
        ("Von Ida Holm, dpa-infocom", "dpa"),
        ("Par Le Figaro avec AFP", "afp"),
        ("Le Figaro et AFP", "afp"),
        ("Texte (EFE)", "efe"),
        ("Ajans — AA", "anadolu"),
        ("Ida Holm via Kyodo News", "kyodo"),
        ("연합뉴스", "yonhap"),
        ("ИТАР-ТАСС", "tass"),
        ("ТАСС", "tass"),
        ("From: AP", "ap"),
        ("2026年11月20日 19:33 来源：新华网 参与互动(0)", "xinhua"),
        ("2026年11月20日 19:33 来源：新华网", "xinhua"),
        ("20.11.2026 | Źródło: AFP", "afp"),
        ("Источник: Интерфакс", "interfax"),
        ("Ida Holm og AFP", "afp"),
        ("Ida Holm – Repórter da Agência Brasil – Oslo", "agenciabrasil"),
        ("2026年4月3日 10時12分 （共同通信）", "kyodo"),
        ("22.11.2026 13:15 | од МИА", "mia"),
        ("Извор: Танјуг", "tanjug"),
        ("Извор: Бета", "beta"),
        ("STA, M. K.", "sta"),
        ("সূত্র: রয়টার্স", None),
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
        "Фото ТАСС",
        "© AFP 2026",
        "图：新华社",
        "Nuotr. AFP",
        "Ani Holm",
        "aa",
        "Apple",
        "MENA",
        "Petra, Jordan",
        "Kabar",
        "AGI",
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
    assert take_name(f"{SENTENCE} {name}", REUTERS) == (SENTENCE, name)
    assert take_name(f"{SENTENCE} {name}. ", REUTERS) == (SENTENCE, name)
    assert take_name(name, REUTERS) == ("", name)


@pytest.mark.parametrize(
    ("paragraph", "rules"),
    [
        ("He told Reuters", REUTERS),
        (f"{SENTENCE} — Reuters", table("afp")),
        (f"{SENTENCE} — Reuters", PLAIN),
        ("It rained in Oslo — Reuters", REUTERS),
    ],
)
def test_a_name_that_is_part_of_the_sentence_stays(paragraph: str, rules: Table) -> None:
    assert take_name(paragraph, rules) == (paragraph, None)


def test_an_agency_among_authors_is_told_from_a_person() -> None:
    assert [name for name in ("AFP", "Reuters Staff", "Ida Holm", "") if is_agency(name)] == ["AFP", "Reuters Staff"]


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Copyright © 2026 AFP. All rights reserved. More »", "afp"),
        ("Copyright 2026 The Associated Press. All rights reserved.", "ap"),
        ("(c) 2026 Reuters", "reuters"),
        ("© Copyright 2026, Agence France-Presse", "afp"),
        ("© 2026 dpa | Impressum", "dpa"),
        ("© AFP 2026 / Ida Holm", None),
        ("© AFP", None),
        ("© 2026 AFP / Ida Holm", None),
        ("Copyright © 2026 Fjord Post. All rights reserved.", None),
        ("The copyright of AFP", None),
    ],
)
def test_a_copyright_line_names_the_agency_of_the_story_and_not_of_a_photo(line: str, agency: str | None) -> None:
    assert agency_of_rights(line) == agency


def test_the_host_of_an_agency_names_it() -> None:
    assert agency_of_host("www.voachinese.com") == "voa"
    assert agency_of_host("voachinese.com.example") is None


def test_initials_in_brackets_are_an_agency_only_behind_copy_that_begins_with_a_place() -> None:
    assert agency_of_bare_copy(["Rabat - Rain fell.", f"{SENTENCE} (MAP)"]) == "map"
    assert agency_of_bare_copy(["Rain fell.", f"{SENTENCE} (MAP)"]) is None
    assert agency_of_bare_copy(["Rabat - Rain fell.", f"{SENTENCE} (NATO)"]) is None


def test_initials_in_brackets_are_an_agency_behind_copy_that_names_it_with_them() -> None:
    said = "He told the News Agency of Nigeria (NAN) that rain fell."
    assert agency_of_bare_copy([said, f"{SENTENCE} (NAN)", "Share this"]) == "nan"
    assert agency_of_bare_copy(["He told the Nautical Association (NAN) so.", f"{SENTENCE} (NAN)"]) is None


@pytest.mark.parametrize(
    ("line", "agency"), [("Theo TTXVN", "vna"), ("По материалам ТАСС", "tass"), ("(via AFP)", "afp")]
)
def test_a_line_of_a_source_needs_no_colon(line: str, agency: str) -> None:
    assert (agency_of_source(line), is_source_line(line)) == (agency, True)
    assert not is_source_line(f"{line} it rains.")


def test_full_width_brackets_hold_a_name_too() -> None:
    assert agency_of_end("雨が降った。（時事）") == agency_of_signature("（時事）") == "jiji"
    assert agency_of_end("雨が降った。［時事通信社］") == "jiji"
    assert take_name("هطل المطر. --(بترا)", table("petra")) == ("هطل المطر.", "--(بترا)")


def test_on_the_own_page_a_name_needs_a_dash() -> None:
    assert take_name(f"{SENTENCE} — Reuters", REUTERS, only_dashed=True) == (SENTENCE, "— Reuters")
    assert take_name(f"{SENTENCE} (Reuters)", REUTERS, only_dashed=True) == (f"{SENTENCE} (Reuters)", None)
