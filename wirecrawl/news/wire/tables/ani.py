"""ANI's marks: headlines have none or ``(Lead)`` (K); dateline ``Lucknow (Uttar Pradesh) [India], May 3 (ANI):``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import CORRECTION, LATER, LEAD, URGENT
from wirecrawl.news.wire.words import PHOTO_CREDITS

_PLACES = r"(?P<places>[^()\d]{2,60}?(?:\([^()\d]{2,40}\)[^()\d]{0,40}?)?)"

ANI = Table(
    agency="ani",
    order=130,
    names=r"ANI|Asian News International",
    # K
    stages={"Lead": LEAD, "LD": LEAD, "Ld": LEAD, "{nth} Lead": LATER, "{nth} Ld": LATER}
    | {"BREAKING": URGENT, "Correction": CORRECTION},
    # K
    labels={"ANI Exclusive": "Exclusive", "ANI Interview": "Interview"},
    joiners=(":",),
    brackets=("([", ")]"),
    # K
    ends={"(Lead)": LEAD, "(LD)": LEAD, "(Ld)": LEAD, "({nth} Lead)": LATER}
    | {"({nth} Ld)": LATER, "({nth} LD)": LATER},
    sites=("ANI", "ANI News"),
    dateline_words=("ANI",),
    datelines=(rf"{_PLACES},?\s?(?:(?P<day>{DAY}),?\s?|(?<=\]\s))\(ANI(?:/[\w. ]{{2,30}})?\)(?P<dash>\s?[:.,–-])?",),
    end_marks=(r"\(ANI(?:/[\w. ]{2,30})?\)",),
    # K
    photo_credits=(*PHOTO_CREDITS, r"(?:ANI (?:Photo|File Photo)|(?:File )?(?:Photo|Image)s?[/:]\s?[^()]{0,40}ANI)"),
)
