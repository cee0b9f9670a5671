"""Reads names of people in bylines and in the brackets of datelines, in Latin and Chinese script."""

import re
import unicodedata

from wirecrawl.news.wire.grammar import Table

_LATIN_PARTS = re.compile(
    r"(?:(?<!\s)\s+)?(?:,|;|/|&|\band\b)\s*|(?<!\s)\s+(?:et|y|und|og|och|ja|en|dan|ve|és|și|şi|și|và|και|и|і|та|й|ir|un|və|[aeiu])\s+"
)
_SHORT_AND = re.compile(r"\s[aeiu]\s")
_HAN_PARTS = re.compile(r"[、，,；;/]")
# A printed Chinese name: two to four characters, or a foreign one with middle dots.
_HAN_NAME = re.compile(r"[㐀-鿿]{2,4}|[㐀-鿿]{1,8}(?:[·•][㐀-鿿]{1,8}){1,3}")
_NO_NAMES = frozenset(["文章", "报道", "观察", "手记", "摄影", "编译", "综述"])  # words of 本报评论员文章 and the like
_JAPANESE_NAME = re.compile(r"[㐀-鿿々]{3,6}")
# Notes, desks, agencies, towns.
_NO_JAPANESE_NAME = re.compile(
    r".{0,5}(?:略|通信|新聞|部|掲載|委員|記者|班|区|県|社|局|会|日|号|面|参照|予定|現在|提供|撮影|聞き手|構成|完)|.{1,2}(?:共同|時事)"
)
_LATIN_WORD = re.compile(r"(?:[A-Z]\.){1,3}|(?:[a-z]{1,2}['’-])?[^\W\d_a-z][^\W\d_]*\.?(?:['’-][^\W\d_]+)*")
_POST = re.compile(r"\s(?:AP(?:\s\w+){0,2}\s(?:Writer|Correspondent|Reporter)s?|(?:The )?Associated Press)$")
# Where a writer was: "Ida Holm in Cairo and Jan Stern in Cape Town".
_PLACE = re.compile(
    r"(?<=\w)\s(?:in|à|aus)\s(?:the\s)?[^\W\d_a-z][\w.'’-]{1,20}(?:\s[^\W\d_a-z][\w.'’-]{1,20}){0,2}(?=\s?[,;]|\s?$|\s(?:and|und|et)\s)"
)
_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "della", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "van", "von"]
)
_MAX_WORDS = 5  # of one Latin name: "Maria Teresa de la Cruz"


def without_post(name: str) -> str:
    """Return a name without the post or agency that AP's bylines print after it.

    >>> without_post("ANN LEE AP Sports Writer")
    'ANN LEE'
    """
    return _POST.sub("", name)


def without_place(printed: str) -> str:
    """Return a list of names without the places that some of them have.

    >>> without_place("Ida Holm in Cairo and Jan Stern in Cape Town")
    'Ida Holm and Jan Stern'
    """
    return _PLACE.sub("", printed)


def latin_names(printed: str) -> list[str] | None:
    """Return the names of a list such as ``Sun Jinxia and Wu Qi``; None if any part cannot be a name.

    >>> latin_names("Sun Jinxia, Wu Qi")
    ['Sun Jinxia', 'Wu Qi']
    """
    names = [name for name in _LATIN_PARTS.split(printed.strip()) if name]
    return names if names and all(map(_is_name, names)) and _may_join(names, printed) else None


def _may_join(names: list[str], printed: str) -> bool:
    """Whether "a", "e", "i" or "u" between two words joins names: each of them has two words then."""
    return not _SHORT_AND.search(printed) or all(" " in name for name in names)


def _is_name(name: str) -> bool:
    words = name.split()
    good = all(word in _PARTICLES or _LATIN_WORD.fullmatch(without_marks(word)) for word in words)
    return (good and len(words) <= _MAX_WORDS and words[-1] not in _PARTICLES) or bool(_HAN_NAME.fullmatch(name))


def without_marks(word: str) -> str:
    """Return a word without the signs of vowels that are no letters, as Hindi and Thai have them.

    >>> without_marks("Holm"), len(without_marks("अमित"))
    ('Holm', 3)
    """
    if word.isascii():
        return word
    return "".join(sign for sign in word if not unicodedata.category(sign).startswith("M"))


def han_people(printed: str, table: Table) -> tuple[list[str], bool] | None:
    """Return (names, whether there are only names and roles); None unless a role of the table comes first.

    >>> from wirecrawl.news.wire.tables.xinhua import XINHUA
    >>> han_people("记者 张三、李 四", XINHUA)
    (['张三', '李四'], True)
    """
    first, *rest = re.split(table.roles, printed.strip()) if table.roles else [printed]
    if first.strip() or not rest:
        return None
    tokens = [token for part in rest for piece in _HAN_PARTS.split(part) for token in _tokens(piece)]
    names = [token for token in tokens if _HAN_NAME.fullmatch(token) and token not in _NO_NAMES]
    return (names, names == tokens) if names else None


def is_japanese_name(printed: str) -> bool:
    """Whether what stands in the bracket at the end of a Japanese story may be its writer's name.

    >>> is_japanese_name("佐々木花子"), is_japanese_name("共同通信"), is_japanese_name("敬称略")
    (True, False, False)
    """
    return bool(_JAPANESE_NAME.fullmatch(printed)) and not _NO_JAPANESE_NAME.fullmatch(printed)


def _tokens(piece: str) -> list[str]:
    """Split at spaces, except within a name of two characters that is printed with a space: 李 四."""
    spread = re.sub(r"(?<!\S)([㐀-鿿])\s+([㐀-鿿])(?!\S)", r"\1\2", piece)
    return [name for word in spread.split() for name in _parted(word)]


def _parted(word: str) -> list[str]:
    """Split two names such as 张三和李四; a single name may contain 和, too (李和平)."""
    return re.split("和", word) if len(word) > 4 and "·" not in word else [word]
