"""The grammar of wire copy: one engine, one closed table an agency.

>>> parse_headline("Roundup: Cup final ends in draw", table("xinhua")).headline
'Cup final ends in draw'
"""

from dataclasses import replace

from wirecrawl.news.wire.byline import (
    is_note,
    is_trailer,
    parse_byline,
    parse_caption,
    parse_closing_credit,
    parse_editor,
    parse_names,
)
from wirecrawl.news.wire.dateline import parse_dateline
from wirecrawl.news.wire.endmark import take_end_mark
from wirecrawl.news.wire.grammar import Stage, Table
from wirecrawl.news.wire.headline import ParsedHeadline, parse_headline
from wirecrawl.news.wire.shapes import DASH, PLACES
from wirecrawl.news.wire.tables.afp import AFP
from wirecrawl.news.wire.tables.anadolu import ANADOLU
from wirecrawl.news.wire.tables.ani import ANI
from wirecrawl.news.wire.tables.anp import ANP
from wirecrawl.news.wire.tables.ansa import ANSA
from wirecrawl.news.wire.tables.antara import ANTARA
from wirecrawl.news.wire.tables.ap import AP
from wirecrawl.news.wire.tables.bernama import BERNAMA
from wirecrawl.news.wire.tables.bloomberg import BLOOMBERG
from wirecrawl.news.wire.tables.cna import CNA
from wirecrawl.news.wire.tables.dpa import DPA
from wirecrawl.news.wire.tables.efe import EFE
from wirecrawl.news.wire.tables.ians import IANS
from wirecrawl.news.wire.tables.interfax import INTERFAX
from wirecrawl.news.wire.tables.kyodo import KYODO
from wirecrawl.news.wire.tables.pti import PTI
from wirecrawl.news.wire.tables.reuters import REUTERS
from wirecrawl.news.wire.tables.tass import TASS
from wirecrawl.news.wire.tables.ukrinform import UKRINFORM
from wirecrawl.news.wire.tables.unnews import UNNEWS
from wirecrawl.news.wire.tables.upi import UPI
from wirecrawl.news.wire.tables.voa import VOA
from wirecrawl.news.wire.tables.xinhua import XINHUA
from wirecrawl.news.wire.tables.yonhap import YONHAP
from wirecrawl.news.wire.text import clean_text, fold_space

__all__ = [
    "PLAIN",
    "TABLES",
    "ParsedHeadline",
    "Stage",
    "Table",
    "clean_text",
    "fold_space",
    "is_note",
    "is_trailer",
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

_ALL = (
    XINHUA,
    REUTERS,
    AP,
    AFP,
    TASS,
    ANADOLU,
    YONHAP,
    KYODO,
    DPA,
    ANSA,
    EFE,
    PTI,
    ANI,
    IANS,
    BERNAMA,
    CNA,
    UPI,
    INTERFAX,
    VOA,
    UNNEWS,
    ANP,
    BLOOMBERG,
    UKRINFORM,
    ANTARA,
)
TABLES: dict[str, Table] = {entry.agency: entry for entry in _ALL}

# The grammar of a page whose agency is not known: notes, editor lines and end marks like no word, and no other marks.
PLAIN = Table(
    agency="",
    stages={},
    labels={},
    joiners=(),
    end_marks=(r"Endit(?:em)?", r"ENDITEM", r"\(END\)", r"==Kyodo", r"-30-", r"###"),
    initials=r"(?:[A-Z]{2,4}|[a-z]{2,4})(?:/[a-z]{2,4}){1,4}",
)
# Agencies whose pages are known and whose marks are not: read as an unknown desk's, but for their datelines.
_UNMARKED = {
    "kazinform": replace(
        PLAIN, agency="kazinform", datelines=(rf"{PLACES}\.\s(?:КАЗИНФОРМ|ҚАЗАҚПАРАТ|KAZINFORM)\s?{DASH}",)
    ),
    "sputnik": replace(PLAIN, agency="sputnik"),
}


def table(agency: str) -> Table:
    """Return the grammar of an agency by its short name; KeyError lists the agencies that have one.

    >>> table("xinhua").agency
    'xinhua'
    """
    found = TABLES.get(agency) or _UNMARKED.get(agency)
    if found is None:
        raise KeyError(f"no grammar for agency {agency!r}; there is one for: {', '.join(sorted(TABLES))}")
    return found
