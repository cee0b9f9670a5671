"""Relates two headlines, or two stories, given as printed; `python -m wirecrawl relate` calls it."""

from functools import cache

from wirecrawl.news import wire
from wirecrawl.news.dedupe.relations.headlines import HEADLINE_HOURS, Relation, relate_lines, relate_printed
from wirecrawl.news.dedupe.relations.stories import relate_stories
from wirecrawl.news.dedupe.words.compared_headline import read_line
from wirecrawl.news.dedupe.words.keys import text_key

# Pairs in other words that need every table of English: one begins with a word that no list has, one has no other.
_SAMPLES = (
    ("Qwertz island is hit by a strong quake", "A big quake jolts the island of Qwertz"),
    ("Qwertz Asdfgh", "Yxcvb Qwertz"),
)


@cache
def load_tables() -> None:
    """Load the tables and lists of words that lines in English need: else the first comparisons load them."""
    for a, b in _SAMPLES:
        relate_lines(read_line(a, None), read_line(b, None), 0.0)


def relate(
    a: str,
    b: str,
    agency: str,
    hours_apart: float = 0.0,
    text_a: str | None = None,
    text_b: str | None = None,
    headline_hours: float = HEADLINE_HOURS,
) -> Relation:
    """Return what headline `b` is to the earlier `a` of the same agency; with both texts given, what story `b` is.

    Raises KeyError for an agency without a grammar.

    >>> relate("Urgent: 45 killed in car bomb", "1st LD: 45 killed in car bomb", "xinhua").kind
    'later stage'
    """
    if not (text_a and text_b):
        return relate_printed(a, b, agency, hours_apart, headline_hours)
    lines = read_line(a, agency), read_line(b, agency)
    texts = _story_text(text_a, wire.table(agency)), _story_text(text_b, wire.table(agency))
    same = text_key(texts[0]) == text_key(texts[1])
    return relate_stories(*lines, hours_apart, *texts, same, headline_hours)


def _story_text(printed: str, table: wire.Table) -> str:
    """Return a text without dateline, notes to editors and end mark, as in the `text` of a story."""
    lead, *rest = [part for part in printed.split("\n\n") if not wire.is_note(part, table)] or [printed]
    found = wire.parse_dateline(lead, table, None)
    *body, last = [found[2] if found else lead, *rest]
    return "\n\n".join([*body, wire.take_end_mark(last, table)[0]])
