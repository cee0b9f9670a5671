"""Relates a later story to an earlier one, by their texts first, then by their headlines and marks."""

from wirecrawl.news.dedupe.relations.alignment import compare_lines, same_work
from wirecrawl.news.dedupe.relations.headlines import (
    EVENT_HOURS,
    HEADLINE_HOURS,
    REFERRING,
    REFERRING_HOURS,
    Relation,
    another_edition,
    event_goes_on,
    relate_lines,
    replaced_by,
)
from wirecrawl.news.dedupe.relations.paragraphs import compare_paragraphs, share_names
from wirecrawl.news.dedupe.relations.reworded import may_be_one_event, tell_two_events
from wirecrawl.news.dedupe.relations.texts import LONGEST, Asked, Likeness, relate_texts
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline

_TAIL = 0.4  # share of the paragraphs behind the first that a new lead keeps
_COPY = 0.95  # similarity of two copies of one work, of which only one prints a label


def relate_stories(
    a: ComparedHeadline,
    b: ComparedHeadline,
    hours: float,
    text_a: str,
    text_b: str,
    same: bool,
    headline_hours: float = HEADLINE_HOURS,
) -> Relation:
    """Return what story `b` is to the earlier story `a`. An equal headline alone never makes it a duplicate.

    `same`: whether their texts have the same key.
    """
    if another_edition(a, b, hours):
        return Relation("different", "another clock time or day", 0.0)
    by_line = _by_line(a, b, hours, headline_hours)
    asked: Asked = "near" if by_line is None else "grown" if by_line.label == "different" else "all"
    likeness = Likeness(1.0, same=True) if same else relate_texts(text_a, text_b, asked)
    if likeness.same or (likeness.near and (a.labels == b.labels or likeness.similarity >= _COPY)):
        if handling := replaced_by(b, a):
            return Relation("update", handling, likeness.similarity)
        return Relation("duplicate", "same text" if likeness.same else "near text", likeness.similarity)
    if by_line is None:
        return Relation("different", "too long apart", likeness.similarity)
    return _other_text(a, b, by_line, likeness, text_a, text_b)


def _by_line(a: ComparedHeadline, b: ComparedHeadline, hours: float, headline_hours: float) -> Relation | None:
    """Relate the headlines; None if they are too long apart, and not a toll or state of an event that goes on."""
    if hours < (REFERRING_HOURS if b.marks.handling in REFERRING else headline_hours):
        return relate_lines(a, b, hours, headline_hours)
    later = event_goes_on(a, b) if hours < EVENT_HOURS else None
    return later if later and a.toll and b.toll else None


def _other_text(
    a: ComparedHeadline, b: ComparedHeadline, by_line: Relation, likeness: Likeness, text_a: str, text_b: str
) -> Relation:
    """Relate a story whose text differs: an update by its stage or its growth, if headline or first paragraph agree."""
    if not same_work(a, b):
        return Relation("different", "another work", likeness.similarity, by_line.thread)
    related = by_line.label != "different"
    handling = replaced_by(b, a)
    parts = compare_paragraphs(text_a[:LONGEST], text_b[:LONGEST])
    is_whole = max(len(text_a), len(text_b)) <= LONGEST  # else what is new may be behind
    if is_whole and by_line.label == "duplicate" and parts.little and not handling:
        return Relation("duplicate", "near text", likeness.similarity)
    kept = parts.tail >= _TAIL and not (a.series or b.series or likeness.series)
    if kept and not handling and b.rank > a.rank and not tell_two_events(a, b):
        return Relation("update", "later stage", likeness.similarity)
    if handling and parts.behind:
        return Relation("update", handling, likeness.similarity)
    # A correction may change a word of the headline, but a story on lithium does not correct one on copper.
    astray = handling and not by_line.same_words and likeness.lead not in ("kept", "counted")
    if related and not astray and (later := handling or ("later stage" if b.rank > a.rank else None)):
        return Relation("update", later, likeness.similarity)
    figures = by_line.kind == "other figures"
    recounted = figures and a.toll and b.toll and parts.tail == 1.0 and not likeness.series
    if astray or (_another_event(a, b, likeness) and not recounted):
        return Relation("different", "other text", likeness.similarity)
    if by_line.label == "update" and likeness.similarity >= _COPY and likeness.lead != "moved":
        return Relation("update", by_line.kind, likeness.similarity)
    if kept and (related or by_line.thread):
        return Relation("update", "grown text", likeness.similarity)
    if related and likeness.grown and (likeness.lead == "kept" or not figures):
        return Relation("update", "grown text", likeness.similarity)
    if figures and a.toll and b.toll:
        return Relation("update", by_line.kind, likeness.similarity)
    if likeness.grown and not parts.behind and _same_lead(a, b, likeness):
        return Relation("update", "grown text", likeness.similarity)
    tied = related or by_line.thread or (parts.behind and parts.tail == 1.0)
    tied = tied or ((kept or share_names(text_a, text_b)) and may_be_one_event(a, b))
    return Relation("different", "other text", likeness.similarity, thread=tied)


def _another_event(a: ComparedHeadline, b: ComparedHeadline, likeness: Likeness) -> bool:
    """Whether two texts have one pattern but other news: another name or day at first, or other figures of a series."""
    series = a.series or b.series or likeness.series
    return (likeness.grown and likeness.lead == "moved") or (series and likeness.recounted)


def _same_lead(a: ComparedHeadline, b: ComparedHeadline, likeness: Likeness) -> bool:
    """Whether the first paragraphs show one event, whatever the headlines say: the same words, or another toll."""
    kept = likeness.lead == "kept" or (likeness.lead == "counted" and a.toll and b.toll)
    return kept and not compare_lines(a, b).identities
