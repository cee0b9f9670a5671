"""The grammar of wire copy: one engine, one closed table an agency.

>>> parse_headline("Roundup: Cup final ends in draw", table("xinhua")).headline
'Cup final ends in draw'
"""

from wirecrawl.wire.byline import is_note, parse_byline, parse_caption, parse_closing_credit, parse_editor, parse_names
from wirecrawl.wire.dateline import parse_dateline
from wirecrawl.wire.endmark import take_end_mark
from wirecrawl.wire.grammar import Stage, Table
from wirecrawl.wire.headline import ParsedHeadline, parse_headline
from wirecrawl.wire.text import clean_text, fold_space
from wirecrawl.wire.xinhua import XINHUA

__all__ = [
    "PLAIN",
    "TABLES",
    "ParsedHeadline",
    "Stage",
    "Table",
    "clean_text",
    "fold_space",
    "is_note",
    "parse_byline",
    "parse_caption",
    "parse_closing_credit",
    "parse_dateline",
    "parse_editor",
    "parse_headline",
    "parse_names",
    "table",
    "take_end_mark",
]

TABLES: dict[str, Table] = {entry.agency: entry for entry in (XINHUA,)}

# The grammar of a page whose agency is not known: notes and editor lines that all desks share, and no marks.
PLAIN = Table(agency="", stages={}, labels={}, joiners=())


def table(agency: str) -> Table:
    """Return the grammar of an agency by its short name; KeyError lists the agencies that have one.

    >>> table("xinhua").agency
    'xinhua'
    """
    if agency not in TABLES:
        raise KeyError(f"no grammar for agency {agency!r}; there is one for: {', '.join(sorted(TABLES))}")
    return TABLES[agency]
