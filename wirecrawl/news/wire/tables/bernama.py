"""Bernama's marks: headlines mostly have none; dateline ``KUALA LUMPUR, Feb 16 (Bernama) --``, end ``-- BERNAMA``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, bare, credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, KILL, LATER, REPEAT, URGENT
from wirecrawl.news.wire.words import PHOTO_TAILS

BERNAMA = Table(
    agency="bernama",
    order=150,
    names=r"(?i:bernama)",
    # K
    stages={"FLASH": FLASH, "URGENT": URGENT, "BREAKING NEWS": URGENT}
    | {"UPDATE": LATER, "UPDATE {n}": LATER, "CORRECTION": CORRECTION}
    | {"KILL": KILL, "REPEAT": REPEAT},
    # K
    labels={"ANALYSIS": "Analysis", "FEATURE": "Feature", "INTERVIEW": "Interview", "EXCLUSIVE": "Exclusive"},
    joiners=(":",),
    sites=("BERNAMA", "Bernama", "BERNAMA.com"),
    dateline_words=("Bernama", "BERNAMA"),
    # K
    datelines=credited("Bernama|BERNAMA"),
    bare_datelines=bare(CAPITALS),
    end_marks=(r"[—–-]{1,2} ?BERNAMA(?:[-/][A-Z]{2,12})?",),  # K: with two agencies, -- BERNAMA-XINHUA
    photo_tails=(*PHOTO_TAILS, r"[—–-]{0,2} ?fotoBERNAMA(?: \(\d{4}\))?(?: HAK CIPTA TERPELIHARA)?"),
    trailers=(r"BERNAMA provides up-to-date\b", r"(?:-- )?BERNAMA is Malaysia's\b"),
)
