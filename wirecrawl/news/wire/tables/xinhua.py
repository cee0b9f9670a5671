"""Xinhua's marks in English, Chinese, Spanish and French.

What comes before a comment K was seen in real items, and so were the world news summary, the Australian newspapers, the
datelines and the credits. What follows K is known from the agency's style only.
"""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Stage, Table
from wirecrawl.news.wire.shapes import arabic
from wirecrawl.news.wire.stages import BULLETIN, CORRECTION, FLASH, KILL, LATER, LEAD, REFILE, REPEAT, URGENT, WRITETHRU

_WRITETHRU = Stage(lead=1, writethru=True)
_PLACES = r"(?P<places>[^()（）\d]{2,100}?)"
_CREDIT = (
    r",?\s?[(（](?:\w[\w. ]{1,20}/)?Xinhua(?:/[\w. ]{2,20})?(?P<by>\s[^()（）]{2,80})?\s?[)）]"
    r"(?:\.?\s?(?P<dash>[-‐‑–—―─_]{1,3}))?"
)
_DESK = r"(?:新[华華][社网網]|本[报報網网]|参与采写|参与|执笔|特约|实习(?!生)|见习|首席|体育)"
_SITES_K = ("English_Xinhua", "China.org.cn", "Spanish.xinhuanet.com", "French.xinhuanet.com", "People's Daily Online")
_HAN_PLACES = r"\s?(?![记記]者)(?P<places>[^\d\s（()）：:，,。、]{0,30}?)\s?"

XINHUA = Table(
    agency="xinhua",
    order=10,
    names=r"(?i:xinhua(?: news agency)?)|新[华華][社网網]|شينخوا",
    stages={"Urgent": URGENT, "{nth} LD": LATER, "{nth} LD Writethru": WRITETHRU, "AVANCE": URGENT}
    # K
    | {"{nth} Lead": LATER, "{nth} Lead Writethru": WRITETHRU, "LD": LEAD, "Lead": LEAD}
    | {"LD Writethru": _WRITETHRU, "Lead Writethru": _WRITETHRU, "Writethru": WRITETHRU, "Update": LATER}
    | {"Flash": FLASH, "Bulletin": BULLETIN, "Correction": CORRECTION, "Corrected": CORRECTION}
    | dict.fromkeys(("Breaking News", "Breaking", "EXTRA", "ALERTE", "URGENTE", "急电"), URGENT)
    | {"快讯": FLASH, "详讯": LATER, "更正": CORRECTION, "Corrección": CORRECTION, "Rectificatif": CORRECTION}
    | dict.fromkeys(("Kill", "Withdrawal", "撤稿"), KILL)
    | dict.fromkeys(("Repeat", "RPT", "重发"), REPEAT)
    | {"Refile": REFILE, "ACTUALISATION": LATER},
    labels={"Roundup": "Wrap-up", "Backgrounder": "Background", "China Focus": "Feature", "Economic Watch": "Analysis"}
    | {"Xinhua Headlines": "Feature", "Xinhua Insight": "Analysis", "Xinhua Commentary": "Opinion"}
    | {"Commentary": "Opinion", "GLOBALink": "Actuality"}
    # K
    | dict.fromkeys(("Feature", "Across China", "Xi Focus", "特写", "通讯", "REPORTAJE", "REPORTAGE"), "Feature")
    | dict.fromkeys(("Interview", "专访", "ENTREVISTA", "ENTRETIEN"), "Interview")
    | dict.fromkeys(("News Analysis", "Analysis", "Explainer", "World Insights", "新闻分析", "述评"), "Analysis")
    | dict.fromkeys(("ANÁLISIS", "ANALISIS", "ANALYSE"), "Analysis")
    | dict.fromkeys(("Opinion", "评论", "时评", "新华时评", "COMENTARIO", "COMMENTAIRE"), "Opinion")
    | dict.fromkeys(("综述", "RESUMEN", "SYNTHESE", "SYNTHÈSE"), "Wrap-up")
    | dict.fromkeys(("Factbox", "Chronology", "背景资料"), "Background")
    | {"Profile": "Profile", "人物": "Profile", "Yearender": "Retrospective"}
    | dict.fromkeys(("Spotlight", "Letter from China", "Album", "Sidelights", "Xinhua Silk Road")),
    joiners=(":", "：", "|"),
    links=("-",),
    brackets=("[［【（", "]］】）"),
    any_case=True,
    sites=("Xinhua", "English.news.cn", "新华网", "人民网", *_SITES_K),
    channel=r"--[^-\s]{1,8}$",
    periodicals=(
        rf"Xinhua [\w-]{{2,20}}(?: [\w-]{{2,20}}){{0,2}} news summary at \d{{4}} GMT(?:, {DAY})?",
        r"Major news items in leading [\w ]{2,40} newspapers",
        # K
        rf"(China's (?:major stock ind(?:ices|exes)|foreign exchange rates|weather forecast)).{{0,80}}?({DAY})",
    ),
    dateline_words=("Xinhua", "新华", "新華", "شينخوا"),
    datelines=(
        rf"(?:{_PLACES}[,\s]\s?)??(?P<day>{DAY}){_CREDIT}",
        rf"{_PLACES}{_CREDIT}",
        *arabic("شينخوا"),
        rf"(?P<open>[【（(])?据?新[华華](?:[社网網]|社客户端){_HAN_PLACES}(?P<day>{DAY})\s?(?:体育|综合|视频)?专?"
        rf"(?P<dash>[电電讯訊])(?(open)(?:\s?[记記]者\s?(?P<names>[^】）)]{{2,40}}))?[】）)])",
        rf"据新[华華]社{_HAN_PLACES}(?P<dash>[电電])(?=[\s（(])",
    ),
    by="by|par|por",  # K: in French and Spanish
    writers=r"(?:(?:Xinhua|staff|special|news)\s)*+(?:writer|reporter|correspondent|commentator|sportswriter)s?\s",
    roles=rf"{_DESK}*+(?:记者|記者|通讯员|通訊員|实习生|實習生|评论员|評論員|报道员|撰稿人)[:：]?",
    end_marks=(r"Endi(?:t(?:em)?)?(?:/[A-Za-z]{0,6}(?:/[A-Za-z]{1,6}){0,3})?", r"ENDITEM", r"[(（]完[)）]"),
    photo_credits=(
        r"(?:Photo|Pool|Handout|Picture)\b[^()]{0,80}Xinhua[^()]{0,80}",
        r"Photos? (?:by|courtesy of|provided by) [^()]{2,80}",
        r"[^()]{0,80}(?:/|\bvia |\bfor )\s?Xinhua(?: Photo)?",
        r"Xinhua(?:\s?/|\s(?:[Ff]ile )?[Pp]hoto\b)[^()]{0,80}",
        r"新华社发.{0,40}",
        r"新华社记者.{1,30}摄",
    ),
    photo_tails=(r"新华社记者[^。！？]{1,30}摄", r"新华社发(?:\s?[(（][^()（）]{1,30}摄[)）])?"),
)
