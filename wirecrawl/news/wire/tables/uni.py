"""UNI of India: dateline ``New Delhi, Jan 12 (UNI)``, end ``UNI ABC DEF 0930``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import USUAL

UNI = Table(
    agency="uni",
    names=r"(?i:united news of india)(?: \(UNI\))?",
    hosts=("uniindia.com",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("UNI", "United News of India"),
    dateline_words=("UNI", "वार्ता"),
    # K
    datelines=credited("UNI|वार्ता"),
    # K
    end_marks=(r"UNI(?: [A-Z]{2,4}){1,4}(?: \d{4})?",),
)
