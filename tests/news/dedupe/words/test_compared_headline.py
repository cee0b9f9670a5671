"""A headline ready to be compared: what is read off it."""

import pytest

from wirecrawl.news.dedupe.words.compared_headline import read_line

SAID = "Ferry runs aground off Brevik"


@pytest.mark.parametrize(
    ("raw", "source"),
    [
        (f"{SAID}: police", ("police",)),
        (f"{SAID}, police say", ("police",)),
        (f"{SAID}, says minister", ("minister",)),
        (f"{SAID}, officials said", ("official",)),
        (f"{SAID}: spokeswoman", ("spokesperson",)),
        (f"{SAID}, spokesmen say", ("spokesperson",)),
        (f"{SAID}, según la policía", ("la", "policia")),
        ("Trump, Putin say", ()),
        (SAID, ()),
        (f"{SAID}, gas says", ("gas",)),
    ],
)
def test_a_source_is_taken_out_of_the_words(raw: str, source: tuple[str, ...]) -> None:
    line = read_line(raw, "xinhua")
    assert line.source == source
    if source:
        assert line.texts == read_line(SAID, "xinhua").texts


@pytest.mark.parametrize(
    ("raw", "agency", "cut", "torn"),
    [
        (SAID, "xinhua", False, False),
        (f"{SAID}...", "xinhua", True, True),
        (f"{SAID} ...", "xinhua", True, False),
        (f"{SAID}…", None, True, True),
        (f"{SAID} …", None, True, False),
        (f"{SAID} -", "yonhap", True, False),
    ],
)
def test_a_headline_that_was_cut_says_whether_its_last_word_is_whole(
    raw: str, agency: str | None, cut: bool, torn: bool
) -> None:
    line = read_line(raw, agency)
    assert (line.cut, line.torn) == (cut, torn)


@pytest.mark.parametrize(
    ("agency", "stages"),
    [
        ("xinhua", ["Flash: {}", "Urgent: {}", "{}", "1st LD: {}", "2nd LD: {}"]),
        ("reuters", ["{}", "UPDATE 1-{}", "UPDATE 2-{}", "UPDATE 12-{}"]),
        ("ap", ["{}", "{}, 1st Ld", "{}, 1st Ld-Writethru", "{}, 2nd Ld"]),
    ],
)
def test_ranks_grow_with_the_life_of_a_story(agency: str, stages: list[str]) -> None:
    ranks = [read_line(stage.format(SAID), agency).rank for stage in stages]
    assert ranks == sorted(set(ranks))


def test_an_update_without_a_number_is_later_than_the_plain_story() -> None:
    assert read_line(f"UPDATE-{SAID}", "reuters").rank > read_line(SAID, "reuters").rank
    assert read_line(f"CORRECTED-{SAID}", "reuters").rank == read_line(SAID, "reuters").rank


def test_labels_and_genre_make_another_work() -> None:
    assert read_line(f"Roundup: {SAID}", "xinhua").labels == ("Wrap-up", "roundup")
    assert read_line(SAID, "xinhua").labels == ()


@pytest.mark.parametrize(
    ("raw", "series", "event"),
    [
        ("Tokyo stocks open lower", True, False),
        (f"Roundup: {SAID}", True, False),
        ("45 killed in gold mine", False, True),
        ("12 new cases, 3 dead in Oslo", True, True),
        ("5.6-magnitude quake hits Chile", False, True),
        (SAID, False, False),
    ],
)
def test_a_series_is_told_from_an_event(raw: str, series: bool, event: bool) -> None:
    line = read_line(raw, "xinhua")
    assert (line.series, line.event) == (series, event)


def test_an_alert_without_its_news_is_mute() -> None:
    assert read_line("AP NewsAlert", "ap").mute
    assert not read_line(SAID, "ap").mute


def test_an_unknown_grammar_is_an_error_and_none_reads_the_line_as_it_stands() -> None:
    assert read_line(f"Urgent: {SAID}", None).parsed.stage == ""
    with pytest.raises(KeyError):
        read_line(SAID, "nobody")
