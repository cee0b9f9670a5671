"""Paragraphs that many stories of a site have are named: in the verdict of a run and by drift."""

from dataclasses import replace

import pytest

from tests.support.runs import good_run, judged, said
from tests.support.stories import make_story
from wirecrawl.audit.drift import repeated
from wirecrawl.run.measures import add_counts
from wirecrawl.run.reading.page_counts import count_fields
from wirecrawl.run.repeated_paragraphs import RepeatedParagraphs, repeated_in, short_paragraphs

LINE = "Buy a licence for this picture"
LONG = "The ferry stayed in the harbour as a storm was near, its owner said on Thursday. " * 2


def stories(count: int, having: int, *, line: str = LINE, site: str = "a.example") -> list[tuple[str, str, str, str]]:
    return [
        (f"{site}:{n}", site, "a-2026", f"It rained for {n} days.\n\n{line}" if n < having else f"It rained {n}.")
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("count", "having", "named"), [(5, 5, True), (25, 5, True), (26, 5, False), (4, 4, False), (40, 8, True)]
)
def test_five_stories_and_one_in_five_make_a_line_of_the_site(count: int, having: int, named: bool) -> None:
    found = repeated_in(short_paragraphs(*one) for one in stories(count, having))
    assert [(one.text, one.stories, one.all_stories, one.layout) for one in found] == (
        [(LINE, having, count, "a-2026")] if named else []
    )


def test_versions_of_one_story_count_once() -> None:
    same = [("a:1", "a.example", "a-2026", f"It rained for {n} days.\n\n{LINE}") for n in range(9)]
    assert repeated_in(short_paragraphs(*one) for one in same) == []


def test_the_same_paragraph_twice_in_one_story_counts_once() -> None:
    twice = [(f"a:{n}", "a.example", "a-2026", f"{LINE}\n\n{LINE}") for n in range(4)]
    assert repeated_in(short_paragraphs(*one) for one in twice) == []


def test_sites_are_counted_apart_and_prose_is_not_counted() -> None:
    apart = [one for site in "abcd" for one in stories(4, 4, site=f"{site}.example")]
    assert repeated_in(short_paragraphs(*one) for one in apart) == []
    assert repeated_in(short_paragraphs(*one) for one in stories(9, 9, line=LONG)) == []


def test_a_frequent_paragraph_is_found_among_more_than_are_kept() -> None:
    watch = RepeatedParagraphs()
    for n in range(3000):
        other = "\n\n".join(f"It rained {n}, {m}." for m in range(3))
        watch.add(short_paragraphs(f"a:{n}", "a.example", "a-2026", f"{other}\n\n{LINE}" if n % 2 else other))
    (found,) = watch.frequent()
    assert (found.text, found.all_stories) == (LINE, 3000)
    assert 1400 < found.stories <= 1500


def test_a_run_whose_texts_have_a_line_of_the_site_is_degraded() -> None:
    run = good_run()
    for n in range(6):
        story = make_story(text=f"It rained for {n} days.\n\n{LINE}")
        add_counts(run, count_fields(replace(story, id=f"xinhua:{n}")))
    judgement = judged(run)
    assert judgement.verdict == "degraded"
    assert [f"the same paragraph in 6 of 6 stories of {story.site} " in reason for reason in said(judgement)] == [True]
    assert LINE in said(judgement)[0]


def test_drift_names_the_line_with_its_layout() -> None:
    lines = [
        {"id": name, "site": site, "provenance": {"cleaner": layout}, "text": text}
        for name, site, layout, text in stories(6, 6)
    ]
    assert list(repeated([*lines, {"id": "a:9", "text": None}])) == [
        f"the same paragraph in 6 of 6 stories of a.example (a-2026): {LINE}"
    ]
