"""PTI's marks: ``LD``, ``2NDLD``, joined to the slug (K); dateline ``New Delhi, Feb 16 (PTI)``, end ``PTI ABC DEF``.

Its Hindi service is called भाषा.
"""

from wirecrawl.news.wire.grammar import Stage, Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, KILL, LATER, LEAD, REPEAT, URGENT
from wirecrawl.news.wire.words import PHOTO_CREDITS

PTI = Table(
    agency="pti",
    order=120,
    names=r"PTI|(?i:press trust of india)|पीटीआई(?:[- ]भाषा)?",
    # K
    stages={"LD": LEAD, "{nth} LD": LATER, "LDALL": Stage(lead=1, genre="Wrap-up")}
    | {"RPT": REPEAT, "CORR": CORRECTION, "CORRECTION": CORRECTION}
    | {"KILL": KILL, "FLASH": FLASH, "URGENT": URGENT}
    | {"BREAKING": URGENT},
    # K
    labels={"PTI FACT CHECK": None, "PTI Fact Check": None, "PTI EXCLUSIVE": "Exclusive", "PTI Interview": "Interview"},
    joiners=(":", "-"),
    spaced=True,  # K
    # K
    tails=(r"\s\(Eds: [^()]{2,80}\)",),
    sites=("PTI", "PTI News", "Press Trust of India"),
    dateline_words=("PTI", "भाषा"),
    datelines=credited("PTI|भाषा"),
    # K
    end_marks=(r"PTI", r"\(PTI\)", r"\(?भाषा\)?(?: [\u0900-\u097f]{2,15}){0,4}"),
    initials=r"(?<=PTI )[A-Z]{2,4}(?: [A-Z]{2,4}){0,5}",
    photo_credits=(*PHOTO_CREDITS, r"PTI(?: File)? (?:Photo|photo|file photo)(?:\s?/\s?[^()]{2,60})?"),
)
