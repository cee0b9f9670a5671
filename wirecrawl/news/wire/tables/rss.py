"""RSS of Nepal: dateline ``Kathmandu, Jan 12 (RSS):``. A line "RSS" is mostly a link to a feed, so it is no name."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

RSS = Table(
    agency="rss",
    names=r"(?i:(?:rastriya samachar samiti|national news agency)(?: \(RSS\))?)|रासस",
    hosts=("rss.com.np",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Rastriya Samachar Samiti",),
    dateline_words=("RSS", "रासस"),
    # K
    datelines=credited("RSS|रासस"),
    # K
    end_marks=(r"\(RSS\)",),
)
