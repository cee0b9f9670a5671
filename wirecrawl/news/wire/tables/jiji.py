"""Jiji of Japan: dateline ``【ロンドン時事】``: place and agency in one bracket, no day."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

JIJI = Table(
    agency="jiji",
    names=r"(?i:jiji(?: press)?)|時事(?:通信社?)?",
    hosts=("jiji.com",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("時事ドットコム", "時事通信", "Jiji Press"),
    dateline_words=("時事", "Jiji"),
    datelines=(
        r"【(?P<places>[^【】\d]{0,20}?)時事(?P<dash>】)",
        # K
        *credited("Jiji Press"),
    ),
    # K
    end_marks=(r"［時事通信社］",),
)
