"""UPI's marks: headlines have none; dateline ``WASHINGTON, Jan. 8 (UPI) --``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import BULLETIN, CORRECTION, FLASH, LATER, URGENT
from wirecrawl.news.wire.words import PHOTO_CREDITS, PHOTO_TAILS

UPI = Table(
    agency="upi",
    order=170,
    names=r"UPI|United Press International",
    # K
    stages={"BREAKING": URGENT, "BULLETIN": BULLETIN, "FLASH": FLASH}
    | {"URGENT": URGENT, "CORRECTED": CORRECTION, "UPDATE": LATER}
    | {"Correction": CORRECTION},
    # K
    labels={"Analysis": "Analysis", "Feature": "Feature", "Commentary": "Opinion", "Outside View": "Opinion"}
    | {"UPI Exclusive": "Exclusive", "UPI Interview": "Interview"}
    | {"UPI Almanac": "Almanac", "UPI Poll": "Polls and Surveys"},
    joiners=(":",),
    sites=("UPI.com", "UPI"),
    # K
    periodicals=(r"UPI NewsTrack [\w ]{2,40}", r"The almanac|UPI Almanac for [\w ,.]{4,40}"),
    dateline_words=("UPI",),
    datelines=credited("UPI"),
    end_marks=(r"-30-", r"\(UPI\)"),
    photo_credits=(*PHOTO_CREDITS, r"[^()]{0,60}UPI(?:/[^()]{2,60}| [Pp]hoto[^()]{0,60})?"),
    photo_tails=(*PHOTO_TAILS, r"(?:File )?[Pp]hoto (?:by|courtesy of) [^./]{2,60}/UPI"),
)
