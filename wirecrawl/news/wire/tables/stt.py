"""STT of Finland: dateline ``STT, Helsinki`` (K); Swedish copy credits ``SPT`` or ``FNB``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH

STT = Table(
    agency="stt",
    names=r"STT(?:[-–]\w{2,10})?|Suomen Tietotoimisto|SPT|FNB",
    hosts=("stt.fi",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("STT",),
    dateline_words=("STT",),
    # K
    datelines=(rf"STT(?:[-–]\w{{2,10}})?, (?P<places>[A-ZÅÄÖ][\w -]{{2,30}}?)\s?{DASH}(?=\s)",),
)
