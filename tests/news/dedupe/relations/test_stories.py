"""What a later story is to an earlier one: its text decides first, then headline and marks."""

import pytest

from wirecrawl.news.dedupe.relations.headlines import Relation
from wirecrawl.news.dedupe.relations.stories import relate_stories
from wirecrawl.news.dedupe.words.compared_headline import read_line
from wirecrawl.news.dedupe.words.keys import text_key

LEAD = "A ferry with 120 people aboard ran aground off the port of Brevik on Monday, rescuers said."
SCHOOL = "All passengers were taken to a school nearby, where doctors looked after eleven of them."
CAUSE = "The cause was not known. The ferry had been built in 1998 and was inspected last spring."
OTHER = "Parliament of Iceland passed a budget with large cuts after a night of debate, its speaker told reporters."
HEADLINE = "Ferry runs aground off Brevik"


def related(a: str, b: str, text_a: list[str], text_b: list[str], hours: float = 1) -> Relation:
    one, other = "\n\n".join(text_a), "\n\n".join(text_b)
    same = text_key(one) == text_key(other)
    return relate_stories(read_line(a, "xinhua"), read_line(b, "xinhua"), hours, one, other, same)


def test_the_same_text_is_a_duplicate_whatever_its_headline_and_age() -> None:
    found = related(HEADLINE, "Ferry accident in Norway", [LEAD, SCHOOL], [LEAD, SCHOOL], 500)
    assert (found.label, found.kind, found.similarity) == ("duplicate", "same text", 1.0)


def test_a_correction_of_the_same_text_replaces_it() -> None:
    found = related(HEADLINE, f"Correction: {HEADLINE}", [LEAD], [LEAD])
    assert (found.label, found.kind, found.similarity) == ("update", "correction", 1.0)


def test_a_text_with_a_typing_error_more_is_a_near_duplicate() -> None:
    found = related(HEADLINE, HEADLINE, [LEAD, SCHOOL], [LEAD, SCHOOL.replace("passengers", "pasengers")])
    assert (found.label, found.kind) == ("duplicate", "near text")
    assert 0.9 < found.similarity <= 1.0


@pytest.mark.parametrize(
    ("hours", "label", "kind"),
    [(1, "update", "later stage"), (19.9, "update", "later stage"), (20, "different", "too long apart")],
)
def test_a_later_stage_updates_within_the_hours_of_a_headline(hours: float, label: str, kind: str) -> None:
    found = related(f"Urgent: {HEADLINE}", f"1st LD: {HEADLINE}", [LEAD], [LEAD, SCHOOL, CAUSE], hours)
    assert (found.label, found.kind) == (label, kind)


def test_a_text_that_grew_updates_without_any_mark() -> None:
    assert related(HEADLINE, HEADLINE, [LEAD], [LEAD, SCHOOL, CAUSE]).kind == "grown text"


def test_a_text_of_which_only_the_lead_stays_updates_under_another_headline() -> None:
    found = related(HEADLINE, "Passengers of ferry sleep in school", [LEAD], [LEAD, SCHOOL, CAUSE])
    assert (found.label, found.kind) == ("update", "grown text")


def test_a_toll_that_rose_the_next_day_updates_a_story_of_which_the_rest_stays() -> None:
    a = ["万象山体滑坡已致11人遇难。", "救援人员在泥土中搜寻失踪者，但降雨给救援带来困难。", "雨季期间滑坡频发。"]
    b = ["万象山体滑坡遇难人数升至16人，仍有7人失踪。", *a[1:]]
    lines = "万象山体滑坡已致11人遇难", "万象山体滑坡遇难人数升至16人"
    assert related(*lines, a, b, 24).label == "update"
    assert related(*lines, a, b, 40).label == "different"


def test_another_text_under_the_same_headline_is_another_story_of_the_thread() -> None:
    found = related(HEADLINE, HEADLINE, [LEAD, SCHOOL], [OTHER])
    assert (found.label, found.kind, found.thread) == ("different", "other text", True)
    assert 0 <= found.similarity < 0.5


def test_a_text_that_grew_may_reword_its_lead_under_the_same_headline() -> None:
    lead = LEAD.replace("rescuers said", "the coast guard reported")
    assert related(HEADLINE, HEADLINE, [LEAD], [lead, SCHOOL, CAUSE]).kind == "grown text"


def test_a_text_with_another_lead_has_not_grown_out_of_one_that_has_the_rest() -> None:
    found = related(
        "Passengers sleep in school", "Budget of Iceland", [LEAD, SCHOOL, CAUSE], [OTHER, SCHOOL, CAUSE, LEAD]
    )
    assert (found.label, found.kind) == ("different", "other text")


def test_a_label_makes_another_work_unless_the_text_is_a_copy() -> None:
    assert related(HEADLINE, f"Roundup: {HEADLINE}", [LEAD], [LEAD, SCHOOL, CAUSE]).kind == "another work"
    assert related(HEADLINE, f"Roundup: {HEADLINE}", [LEAD, SCHOOL], [LEAD, SCHOOL]).label == "duplicate"


def test_a_stage_mark_and_a_kept_tail_are_an_update_whatever_the_headline_says() -> None:
    new = "The captain of a ferry that ran aground will be questioned on Tuesday, a prosecutor said."
    found = related(HEADLINE, "1st LD: Captain to be questioned", [LEAD, SCHOOL, CAUSE], [new, SCHOOL, CAUSE])
    assert (found.label, found.kind) == ("update", "later stage")


def test_a_stage_mark_over_the_same_background_updates_no_event_of_another_country() -> None:
    one, other = (
        f"An earthquake of magnitude 5.4 jolted {place} on Monday, a service said." for place in ("Fiji", "Peru")
    )
    known, later = "5.4-magnitude quake hits Fiji", "1st LD: Strong earthquake jolts southern Peru"
    assert related(known, later, [one, SCHOOL, CAUSE], [other, SCHOOL, CAUSE]).label == "different"


def test_a_repeat_with_a_note_more_is_a_repeat() -> None:
    found = related(HEADLINE, HEADLINE, [LEAD, SCHOOL], ["(Repeats story of Monday)", LEAD, SCHOOL])
    assert (found.label, found.kind) == ("duplicate", "near text")


def test_a_summary_that_holds_a_short_item_is_another_work_of_its_thread() -> None:
    first = "A look at what happened in Norway on Monday, from the coast to the capital."
    found = related(HEADLINE, "The day in Norway", [LEAD, SCHOOL], [first, LEAD, SCHOOL, OTHER])
    assert (found.label, found.one_thread) == ("different", True)


def test_texts_too_long_for_a_comparison_are_never_dropped_as_near() -> None:
    many = [f"Paragraph {number} of the long report tells of harbour {number}." for number in range(20_000)]
    found = related(HEADLINE, HEADLINE, [LEAD, *many], [LEAD, *many, SCHOOL])
    assert found.label != "duplicate"
    assert found.similarity > 0.9
