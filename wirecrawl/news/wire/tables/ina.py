"""INA of Iraq: dateline ``Baghdad - INA``."""

from wirecrawl.news.wire.grammar import Table

INA = Table(
    agency="ina",
    names=r"(?i:iraqi news agency)(?: \(INA\))?|واع",
    stages={},
    labels={},
    joiners=(":",),
    sites=("INA", "Iraqi News Agency"),
    dateline_words=("INA", "واع"),
    # K
    datelines=(r"(?P<places>[^\W\d_]{3,20})\s?[-–—]\s?(?:INA|واع)(?P<dash>\s?[-–—:]?)(?=\s|$)",),
)
