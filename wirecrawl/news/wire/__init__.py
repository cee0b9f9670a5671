"""Reads the marks of wire copy: one engine for all agencies, and for each agency a table with its words and patterns.

>>> parse_headline("Roundup: Cup final ends in draw", table("xinhua")).headline
'Cup final ends in draw'
"""

from wirecrawl.news.wire.byline import (
    is_note,
    is_trailer,
    names_in_head,
    parse_byline,
    parse_caption,
    parse_closing_credit,
    parse_editor,
    parse_names,
)
from wirecrawl.news.wire.dateline import parse_dateline
from wirecrawl.news.wire.dateline_agency import agency_of_dateline
from wirecrawl.news.wire.endmark import take_end_mark
from wirecrawl.news.wire.grammar import PLAIN, Stage, Table
from wirecrawl.news.wire.headline import ParsedHeadline, parse_headline
from wirecrawl.news.wire.tables import all_tables, table, table_or_plain
from wirecrawl.news.wire.text import clean_text, fold_space

__all__ = [
    "PLAIN",
    "ParsedHeadline",
    "Stage",
    "Table",
    "agency_of_dateline",
    "all_tables",
    "clean_text",
    "fold_space",
    "is_note",
    "is_trailer",
    "names_in_head",
    "parse_byline",
    "parse_caption",
    "parse_closing_credit",
    "parse_dateline",
    "parse_editor",
    "parse_headline",
    "parse_names",
    "table",
    "table_or_plain",
    "take_end_mark",
]
