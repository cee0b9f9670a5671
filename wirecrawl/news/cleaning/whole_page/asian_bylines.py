"""Lines in Chinese, Japanese and Korean that say who wrote: "文/陳怡君", "【パリ＝田中一郎】", "이영희 기자"."""

import re

_CONTACT = re.compile(r"[\s,(<|]{0,5}\S{1,60}@\S{1,60}\.\w{2,10}[)>]?")
# A word for writers before the names, or behind them.
_HAN_LABEL = re.compile(
    r"(?:[来來]源[:：]\S{2,12}\s)?[（(【〔［]?(?:本[报報網网]|特[约約派]|[㐀-鿿]{2,8}(?=[记記]者\s))?(?:记者|記者|作者|文字|撰文|撰稿|图文|圖文|採訪|采访|采写|編譯|编译|特派員|取材・文|"
    r"文[・/／、](?:写真|圖|攝影|摄影)|写真[・/／、]文|文)"
    r"(?:\s?[:：/／|｜・＝=]\s?|\s|(?<=[记記]者|派員))(?P<names>[^（()）】〕］]{2,40})"
)
_HAN_NAME = r"[㐀-鿿々]{2,5}|[㐀-鿿]{1,6}·[㐀-鿿]{1,6}"
_HAN_NAMES = re.compile(
    rf"(?:{_HAN_NAME})(?:[、，,\s]+(?:{_HAN_NAME}))*(?=$|\s?[/／|｜】]|\s(?![㐀-鿿])|\s(?:攝影|摄影|写真|圖|图))"
)
# The town follows the names at once: 記者王小明台北報導
_BEFORE_TOWN = re.compile(r"(?P<names>[㐀-鿿]{2,3}(?:、[㐀-鿿]{2,3}){0,4})(?=[㐀-鿿]{2,4}(?:報導|报道|電|电))")
_BEFORE_POST = re.compile(r"(?P<names>[㐀-鿿々]{3,6})\s記者")
_NO_NAME = re.compile(
    r".*(?:报道|报导|報導|報道|记者|記者|新闻|新聞|编辑|編輯|观察|觀察|手记|手記|评论|評論|来源|綜合|综合|摄影|攝影|写真)"
)
_HAN_PARTS = re.compile(r"[、，,\s]+")
# The town of a Japanese paper's writer and the name: 【ロンドン＝田中一郎】
_JAPANESE = re.compile(r"[【［][^＝=【】［］]{1,12}[＝=](?P<names>[^＝=【】［］]{2,20})[】］]")
_KOREAN = re.compile(
    r"(?:기자명\s)?(?:[\[(]?[가-힣A-Za-z]{2,8}=|(?:글|취재)(?:[·ㆍ/]사진)?\s?[=:]?\s?)?(?P<names>[가-힣]{2,4}(?:\s?[·,ㆍ]\s?[가-힣]{2,4}){0,4})\s?"
    r"(?:(?:선임|인턴|수습|전문|객원|시민)?기자|특파원|논설위원)(?![가-힣])\s?(?P<rest>.*)"
)
_KOREAN_TIME = re.compile(r"(?:입력|승인|등록|송고|수정)[\d\s.:-]{0,30}")
_KOREAN_EACH = re.compile(r"(?<=기자)\s?[,·ㆍ]\s?(?=[가-힣])")
_KOREAN_PARTS = re.compile(r"\s?[·,ㆍ]\s?")


def asian_names(line: str) -> list[str]:
    """The names in a Chinese, Japanese or Korean line that says who wrote; [] for any other line.

    >>> asian_names("文／陳怡君"), asian_names("【ロンドン＝田中一郎】"), asian_names("글·사진 이영희 객원기자")
    (['陳怡君'], ['田中一郎'], ['이영희'])
    """
    if line.isascii():
        return []
    if len(koreans := _KOREAN_EACH.split(line)) > 1:  # "정은혜 기자, 박건 기자"
        return [name for one in koreans for name in asian_names(one)] if all(map(asian_names, koreans)) else []
    if (korean := _KOREAN.match(line)) and not _KOREAN_TIME.sub("", _CONTACT.sub("", korean["rest"])).strip(" =|])"):
        return _KOREAN_PARTS.split(korean["names"])
    label = _HAN_LABEL.match(line) or _JAPANESE.fullmatch(line) or _BEFORE_POST.fullmatch(line)
    printed = label["names"].strip() if label else ""
    found = _HAN_NAMES.match(printed) or _BEFORE_TOWN.match(printed)
    names = _HAN_PARTS.split(found[0]) if found else []
    return [name for name in names if name and not _NO_NAME.match(name)]
