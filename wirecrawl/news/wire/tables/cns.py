"""China News Service: dateline ``中新社北京5月12日电``, on the web ``中新网…电 (记者 杜燕)``, end ``(完)``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, LATER

_NAME = r"[㐀-鿿]{2,4}"
# The reporters behind the day need no word for what they are: (傅煜 吕高安 江钻); a sentence has no spaces.
_WRITERS = rf"(?:\s?[(（](?P<names>{_NAME}(?:[\s、，]\s?{_NAME}){{0,4}})[)）])?"

CNS = Table(
    agency="cns",
    names=r"(?i:china news service|ecns(?:\.cn)?)|中国新闻(?:网|社)|中新[社网]|中新经纬",
    # K
    stages={"快讯": FLASH, "更新": LATER, "更正": CORRECTION},
    labels={"综合消息": None, "财经聚焦": None}
    # K
    | {"特写": "Feature", "综述": "Wrap-up", "述评": "Analysis", "专访": "Interview", "人物": "Profile"},
    joiners=("：", ":"),
    sites=("中新网", "中国新闻网", "ECNS"),
    dateline_words=("中新", "中國新聞", "CNS"),
    datelines=(
        rf"[(（]?中新[社网網](?P<places>[^\d\s（()）：:，,。、]{{0,12}}?)\s?(?P<day>{DAY})\s?(?P<dash>[电電讯訊])[)）]?"
        rf"(?!\s?[(（](?:记者|記者)){_WRITERS}",
        rf"[(（]?中新[社网網](?P<places>[^\d\s（()）：:，,。、]{{0,12}}?)\s?(?P<day>{DAY})\s?(?P<dash>[电電讯訊])[)）]?",
        # K
        *credited("CNS"),
    ),
    roles=r"(?:本报|中新[社网])?(?:记者|記者|通讯员|通訊員|实习生)[:：]?",
    end_marks=(r"[(（]完[)）]",),
    editors=r"(?:责任编辑|责编|编辑|編輯)\s?[:：]",
)
