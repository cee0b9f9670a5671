"""UN News's marks: headlines have none and stories have no dateline."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import LATER, URGENT
from wirecrawl.news.wire.words import PHOTO_TAILS

UNNEWS = Table(
    agency="unnews",
    order=200,
    names=r"UN News(?: Cent(?:re|er))?|(?i:united nations news service(?: section)?)",
    # K
    stages={"BREAKING": URGENT, "UPDATE": LATER, "UPDATED": LATER},
    # K
    labels={"First Person": "Feature", "FROM THE FIELD": "Feature", "INTERVIEW": "Interview", "Interview": "Interview"}
    | {"EXPLAINER": "Analysis", "Explainer": "Analysis", "FEATURE": "Feature", "Feature": "Feature", "PODCAST": None},
    joiners=(":",),
    # " | | UN News" is removed as a whole, because every bar before the name of a site is part of its joint.
    sites=("UN News", "news.un.org"),
    # K
    photo_tails=(*PHOTO_TAILS, r"(?:©\s?)?(?:UN Photo|UNICEF|UNHCR|WFP|WHO|UNDP|OCHA|UNOCHA|IOM|FAO)/[^/.]{2,60}"),
)
