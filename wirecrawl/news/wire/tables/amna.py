"""ANA-MPA of Greece: headlines have no marks; copies end ``ΑΠΕ-ΜΠΕ``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

AMNA = Table(
    agency="amna",
    names=r"ΑΠΕ\s?[-–]\s?ΜΠΕ|ANA[-–]MPA|AMNA|(?i:athens[- ]macedonian news agency)",
    hosts=("amna.gr",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("ΑΠΕ-ΜΠΕ", "AMNA"),
    dateline_words=("ΑΠΕ", "ANA"),
    # K
    datelines=credited("ΑΠΕ[-–]ΜΠΕ|ANA(?:[-–]MPA)?"),
    # K
    end_marks=(r"©?\s?ΑΠΕ[-–]ΜΠΕ",),
)
