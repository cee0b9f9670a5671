"""Whole paragraphs that sites put into a body and that are never part of a story."""

import re

_WORDS = (
    r"\+1|图集|【?纠错】?|adjust font size:?|print|e-?mail|share(?: this| to)?:?|comments?(?: \(\d+\))?|"
    r"\d{1,2}[- ]min(?:ute)?s? read|listen(?: to (?:this )?(?:article|story))?(?: \(?\d{1,2}:\d\d\)?)?|"
    r"(?:©|\(c\)|copyright)[^.]{0,80}\.? all rights reserved\.?|"
    r"purchase licensing rights(?:, opens new tab)?|view all(?: \(\d{1,4}\))?|topics|trending|places in this story|"
    r"photo gallery(?: ?>+)?|back to top|click here for (?:more|full) .{0,40}|分享到：?|字体：?.{0,6}|"
    r"(?:source|来源)\s?[:：].{1,40}|"
    r"(?:related(?: (?:news|stories|reading|links?|articles?|coverage|topics?))?|read more|more (?:news|photos)|"
    r"相关(?:新闻|阅读|链接)|延伸阅读|更多)\s*[:：>]*|"
    r"ads?|advertisements?|advertising|sponsored(?: content)?|scroll to continue|"
    r"(?:story|article) continues (?:below|after) ?(?:th(?:e|is) )?(?:ad\w*)?|"
    r"(?:follow|like|find|join) us on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|tiktok|"
    r"google news)[^.]{0,60}\.?|"
    r"anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|iklan|reklam[ae]?|"
    r"реклама|إعلان|広告|广告|廣告|광고"
)
_LABEL = re.compile(rf"[\[(–—-]?\s?(?:{_WORDS})(?:[\s|/]{{1,3}}(?:{_WORDS})){{0,5}}\s?[\])–—-]?")

_LONGEST = 200  # characters: a line of several labels has fewer, and most paragraphs of a story have more


def is_label(text: str) -> bool:
    """Whether a whole paragraph is a label of the site.

    >>> [is_label(text) for text in ("Share this", "View all (23)", "Share prices fell")]
    [True, True, False]
    """
    return len(text) <= _LONGEST and bool(_LABEL.fullmatch(text.lower()))  # re.IGNORECASE takes three times as long
