"""How the words of two headlines stand side by side: sources in other places, labels, lines that were cut off."""

import pytest

from wirecrawl.news.dedupe.relations.alignment import compare_lines, headed
from wirecrawl.news.dedupe.words.compared_headline import read_line


def same(one: str, other: str, agency: str = "xinhua") -> bool:
    a, b = read_line(one, agency), read_line(other, agency)
    assert compare_lines(a, b).same == compare_lines(b, a).same
    return compare_lines(a, b).same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Port of Brevik ready for talks: minister", "Minister says port of Brevik ready for talks"),
        ("Port of Brevik ready for talks: minister", "Minister: port of Brevik ready for talks"),
        ("Port of Brevik ready for talks: minister", "Port of Brevik ready for talks, minister says"),
        ("Port of Brevik ready for talks: Bild", "Port of Brevik ready for talks: Bild newspaper"),
        ("Port of Brevik ready for talks: FM spokesman", "Port of Brevik ready for talks: foreign ministry spokesman"),
    ],
)
def test_one_source_in_another_place_or_form_is_no_difference(one: str, other: str) -> None:
    assert same(one, other)


def test_another_source_is_a_difference() -> None:
    assert not same("Port of Brevik ready for talks: minister", "Port of Brevik ready for talks: police")
    assert not same("Port of Brevik ready for talks: minister", "Police say port of Brevik ready for talks")


@pytest.mark.parametrize(
    ("cut", "whole", "equal"),
    [
        ("Rescuers search for survivors of ferry...", "Rescuers search for survivors of ferry accident", True),
        ("Rescuers search for survivors of fer...", "Rescuers search for survivors of ferry accident", True),
        ("Rescuers search for survivors of fer ...", "Rescuers search for survivors of ferry accident", False),
        ("Rescuers search for survivors of 1...", "Rescuers search for survivors of 12 accidents", True),
        ("Rescuers search for many of ferry...", "Rescuers search for survivors of ferry accident", False),
        ("Rescuers search for...", "Rescuers search for survivors", False),  # three words begin too much
        ("Rescuers search for survivors...", "Rescuers search for survivors of ferry accident", True),
    ],
)
def test_a_cut_line_is_compared_as_far_as_it_goes(cut: str, whole: str, equal: bool) -> None:
    assert same(cut, whole) is equal


def test_a_label_that_is_printed_as_the_first_word_is_one() -> None:
    plain = "Motorcycling Rossi wins twice in Assen after rain"
    labelled = "UPDATE 1-Motorcycling-Rossi wins twice in Assen after rain"
    assert read_line(labelled, "reuters").marks.labels
    assert headed(read_line(plain, "reuters"), read_line(labelled, "reuters"))
    assert not headed(read_line(labelled, "reuters"), read_line(plain, "reuters"))
    assert same(plain, labelled, "reuters")
    assert not headed(read_line("Rossi wins twice in Assen", "reuters"), read_line(labelled, "reuters"))
