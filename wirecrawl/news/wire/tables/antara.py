"""Antara's marks: headlines have none; dateline ``Jakarta (ANTARA) -``; credits and copyright line at the end."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, LATER, URGENT
from wirecrawl.news.wire.words import NOTES, PHOTO_CREDITS, PHOTO_TAILS

ANTARA = Table(
    agency="antara",
    order=240,
    names=r"A(?:NTARA|ntara)|(?i:antara news)",
    # K
    stages={
        "BREAKING": URGENT,
        "BREAKING NEWS": URGENT,
        "UPDATE": LATER,
        "CORRECTION": CORRECTION,
        "RALAT": CORRECTION,
    },
    # K
    labels={"Infographics": None, "Infografis": None},
    joiners=(":",),
    sites=("ANTARA News", "ANTARA"),
    dateline_words=("ANTARA", "Antara"),
    datelines=credited(r"(?:ANTARA|Antara)(?: News)?"),
    by=r"by|(?:reporters?|pewarta)\s?:",
    notes=(*NOTES, r"(?:Translators?|Penerjemah|Reporters?|Pewarta)\s?:"),
    # K
    photo_credits=(*PHOTO_CREDITS, r"(?:ANTARA|Antara)(?: (?:FOTO|Foto|PHOTO|Photo))?(?:/[^()]{2,60})?"),
    # K
    photo_tails=(*PHOTO_TAILS, r"(?:ANTARA|Antara)(?: (?:FOTO|Foto|PHOTO|Photo))?/[^/().]{2,60}"),
    trailers=(r"(?:Copyright|COPYRIGHT) ©\s?ANTARA\b",),
)
