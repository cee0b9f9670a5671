"""RFE/RL and its services: headlines have no marks and stories no dateline."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

RFERL = Table(
    agency="rferl",
    names=r"RFE/RL(?:\'s [\w ]{2,30})?|Radio Free Europe(?:/Radio Liberty)?|Радио Свобода|Радіо Свобода",
    stages={},
    labels={},
    joiners=(":",),
    sites=("RFE/RL", "Радио Свобода", "Радіо Свобода"),
    dateline_words=("RFE/RL",),
    # K
    datelines=credited("RFE/RL"),
)
