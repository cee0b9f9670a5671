"""What repeats what: words in one form, likeness, the decision new | update | duplicate, headlines. Pure functions."""

from wirecrawl.news.dedupe.blocks import headline_keys, text_keys
from wirecrawl.news.dedupe.decision import Compared, Decision, Keys, Known, candidate_of, decide, keys_of
from wirecrawl.news.dedupe.headlines import Gathering, join_headlines
from wirecrawl.news.dedupe.keys import headline_key, text_key
from wirecrawl.news.dedupe.line import read_line
from wirecrawl.news.dedupe.met import Met
from wirecrawl.news.dedupe.pairs import relate
from wirecrawl.news.dedupe.records import Record, Sighting, oldest_first
from wirecrawl.news.dedupe.relation import HEADLINE_HOURS, Relation, same_words

__all__ = [
    "HEADLINE_HOURS",
    "Compared",
    "Decision",
    "Gathering",
    "Keys",
    "Known",
    "Met",
    "Record",
    "Relation",
    "Sighting",
    "candidate_of",
    "decide",
    "headline_key",
    "headline_keys",
    "join_headlines",
    "keys_of",
    "oldest_first",
    "read_line",
    "relate",
    "same_words",
    "text_key",
    "text_keys",
]
