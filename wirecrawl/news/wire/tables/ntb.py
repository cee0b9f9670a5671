"""NTB of Norway: dateline ``Oslo (NTB):``; copies end ``(©NTB)``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES
from wirecrawl.news.wire.stages import CORRECTION, LATER

NTB = Table(
    agency="ntb",
    names=r"©?NTB(?:[-/](?:Reuters|AFP|AP|TT|Ritzau|DPA))?|Norsk Telegrambyrå",
    hosts=("ntb.no",),
    # K
    stages={"RETTELSE": CORRECTION, "OPPDATERT": LATER},
    labels={},
    joiners=(":",),
    sites=("NTB",),
    dateline_words=("NTB",),
    # K
    datelines=(rf"{PLACES}\s\(NTB(?:[-/][\w. ]{{2,20}})?\)(?P<dash>\s?[:–—-])(?=\s)",),
    end_marks=(r"\(©?NTB(?:[-/]\w{2,10}){0,3}\)",),
)
