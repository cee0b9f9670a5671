"""Finds repeats: decides whether a story is new, an update or a duplicate, and chains the lines of tickers and lists.

`words` brings words and figures into one form, `meaning` reads what a headline is about, `relations` compares two
headlines or two texts, `decision` decides on a story, `headline_chains` on a line. Everything here is computed from its
arguments alone.
"""

from wirecrawl.news.dedupe.decision import (
    Compared,
    Decision,
    Keys,
    StoryVersion,
    decide,
    has_same_text,
    keys_of,
    version_to_compare,
)
from wirecrawl.news.dedupe.headline_chains import HeadlineChains, join_headlines
from wirecrawl.news.dedupe.headline_records import HeadlineRecord, Sighting, oldest_first
from wirecrawl.news.dedupe.relate import load_tables, relate
from wirecrawl.news.dedupe.relations.headlines import HEADLINE_HOURS, Relation, same_words
from wirecrawl.news.dedupe.repeat_filter import RepeatFilter
from wirecrawl.news.dedupe.words.blocks import headline_keys, text_keys
from wirecrawl.news.dedupe.words.compared_headline import read_line
from wirecrawl.news.dedupe.words.keys import headline_key, text_key

__all__ = [
    "HEADLINE_HOURS",
    "Compared",
    "Decision",
    "HeadlineChains",
    "HeadlineRecord",
    "Keys",
    "Relation",
    "RepeatFilter",
    "Sighting",
    "StoryVersion",
    "decide",
    "has_same_text",
    "headline_key",
    "headline_keys",
    "join_headlines",
    "keys_of",
    "load_tables",
    "oldest_first",
    "read_line",
    "relate",
    "same_words",
    "text_key",
    "text_keys",
    "version_to_compare",
]
