"""Keystone-SDA of Switzerland: copies end ``(sda)`` (K) or with the agency and the desk's initials: ``SDA/sep``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

SDA = Table(
    agency="sda",
    names=r"SDA|sda|ATS|Keystone[-–](?:SDA|ATS)",
    hosts=("keystone-sda.ch",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Keystone-SDA",),
    dateline_words=("sda", "SDA"),
    # K
    datelines=credited("sda|SDA|Keystone-SDA"),
    by="von",
    end_marks=(
        r"SDA/[a-z]{2,4}",
        # K
        r"\((?:sda|ats|Keystone-(?:SDA|ATS))(?:/[\w-]{2,12})*\)",
    ),
)
