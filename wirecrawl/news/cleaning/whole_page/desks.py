"""Desks and posts that pages name in place of a writer, in scripts other than Latin and in the languages of the south.

"Own correspondent" and its like: নিজস্ব প্রতিবেদক, ویب ڈیسک, Mwandishi Wetu. Those of western Europe are in people.py.
"""

import re

# Anywhere in the name.
_WORDS = re.compile(
    r"편집국|편집부|뉴스팀|취재팀|보도국|데스크|编辑部|編輯部|编辑室|新聞部|编辑|編輯|編集部|取材班|報道部|综合|綜合|"
    r"প্রতিবেদক|প্রতিনিধি|সংবাদদাতা|ডেস্ক|রিপোর্টার|ব্যুরো|"
    r"संवाददाता|डेस्क|ब्यूरो|एजेंसी|एजेंसियां|प्रतिनिधी|प्रतिनिधि|वृत्तसंस्था|समाचारदाता|"
    r"ڈیسک|نمائندہ|نامہ نگار|رپورٹر|نیوز|செய்திப்பிரிவு|நிருபர்|டெஸ்க்|டீம்|డెస్క్|ప్రతినిధి|ഡെസ്ക്|ലേഖകൻ|"
    r"ऑनलाइन|ผู้สื่อข่าว|ทีมข่าว|กองบรรณาธิการ|"
    r"(?<![\u0621-\u064a])(?:مراسل|محرر|المحرر|وكالات|الوكالات|خبرنگار|سرویس|דסק)(?![\u0621-\u064a])|סוכנויות|כתבי"
)
# At its beginning, before a blank or the end.
_FIRST = re.compile(
    r"(?:oprac|wartawan|pemberita|koresponden|tim|mwandishi|waandishi|muhabir|servisi?|гурт|отдел|відділ|пресс?-служба|"
    r"служба|собкор|наш корр\w*|собственн\w+ корреспондент|власний кореспондент|агенції|агентства|агенции|агенција|"
    r"agencije|agjenci\w*|agentúry|agentury|ügynökség\w*|agenţii|agenții|pv|ctv|btv|phóng viên|gurt|σύνταξη|"
    r"about the (?:author|writer)s?|über (?:den|die) autor(?:in)?|sobre (?:el|la|o|a) autora?|об авторе|"
    r"correspondents?|corresponsal(?:es)?|correspondant|repórter|reportero|agences|agenzie|agencias|agências)"
    r"(?:\s.*)?",
    re.IGNORECASE,
)


def is_desk(name: str) -> bool:
    """Whether the name of an author is that of a desk or a post.

    >>> is_desk("নিজস্ব প্রতিবেদক"), is_desk("Wartawan Harian Laut"), is_desk("Ida Holm")
    (True, True, False)
    """
    return bool(_WORDS.search(name) or _FIRST.fullmatch(name))
