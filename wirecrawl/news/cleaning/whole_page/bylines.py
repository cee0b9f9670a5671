"""Lines that say who wrote a story, in the words of many languages: "By", "Von", "Автор:", "文/", "기자".

A word for writers with a colon stands before nothing but names. One without a colon may begin a sentence, so the names
behind it must have two words each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from wirecrawl.news.wire import PLAIN, parse_byline
from wirecrawl.news.wire.credit import is_agency
from wirecrawl.news.wire.people import latin_names, without_post

# Words that need no colon before the names.
_BEFORE = (
    r"by|von|par|por|di|af|av|door|oleh|della|del|της|του|των|автор|"
    r"(?:written|reported|posted|submitted|published|story|report|words) by|publié par|rédigé par|publicado por|"
    r"escrito por|scritto da|pubblicato da|geschrieben von|verfasst von|veröffentlicht von|geschreven door|"
    r"geplaatst door|skrevet (?:af|av)|publisert av|skriven av|ditulis oleh|dilaporkan oleh|γράφει (?:ο|η)|"
    r"από (?:τον|την)|opracował[aiy]?|oprac\.|napisał[ai]?|připravil[ai]?|scris de|publicat de"
)
# Words that need one.
_LABEL = (
    r"reporters?|authors?|writers?|autor(?:es|in|i|en|ka|ius|iai|zy|ři)?|autoři|autorzy|auteurs?|autore|"
    r"автор(?:ы|и|ка)?|аутор(?:и|ка)?|текст|muhabir|haber|yazar|yazan|pewarta|penulis|wartawan|laporan|texte?|testo|"
    r"texto|teksti?|words|journalist(?:e|en)?|"
    r"redakteur(?:in)?|szerző|írta|piše|пише|toimittaja|kirjoittaja|συντάκτ\w{2,4}|"
    r"γράφει|κείμενο|ρεπορτάζ|de|od|подготвил[аи]?|подготовил[аи]?|написал[аи]?|підготув\w{2,4}|muallif|müəllif|skribent|"
    r"блогер|корреспондент|журналіст|журналист|tác giả|phóng viên|thực hiện|"
    r"लेखक|रिपोर्टर|रिपोर्ट|संवाददाता|লেখক|প্রতিবেদক|"
    r"ผู้เขียน|ผู้สื่อข่าว|بقلم|كتب|كتبت|الكاتب|تحرير|تقرير|نویسنده|خبرنگار|گزارشگر|ავტორი|հեղինակ|מאת|כתב"
)
LABELLED = re.compile(rf"(?:(?:{_BEFORE})\s?(?:[:：]\s?|\s)|(?:{_LABEL})\s?[:：]\s?)", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"(?:{_BEFORE}|{_LABEL})\s?[:：]?", re.IGNORECASE)
_BARE = re.compile(rf"(?:{_BEFORE})\s(?!.*[:：])", re.IGNORECASE)
# What stands behind the names: a time, another part of the line, who took the pictures.
_REST = re.compile(
    r"(?<![\s|·,–-])[\s|·,–-]+(?=\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d)|\s[|·•–—]\s|\s?[|｜]\s?"
)
_PICTURES = re.compile(
    r"[\s,;/&+–-]{0,5}\b(?:fotos?|photos?|photograph\w{0,5}|pictures?|bild(?:er)?|video|kamera|camera|kuvat?|fotók?|zdjęcia|"
    r"fot\.|снимк[аи]|фото|φωτο\w{0,8}|grafik\w?|illustrat\w{2,5})\s?[:：/(].*",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[\s,(<|]{0,5}(?:\S{1,60}@\S{1,60}\.\w{2,10}|@\w{2,30})[)>]?")
_POST = re.compile(
    r"\s(?:(?:(?:senior|chief|staff|special|our|foreign)\s){0,2}(?:correspondent|reporter|writer|editor)s?|corresponsal\b.*|"
    r"enviad[oa] especial.*|(?:envoyée? spéciale?|correspondante?)\b.*)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s?[,;]\s?")
_ROMANIAN_BY = re.compile(r"[Dd]e\s(?=\S+\s\S)")  # "De Ioana Pop"
_SLASH_AGENCY = re.compile(r"\s?/\s?(?P<agency>[^/]{2,30})$")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_LINE = 200  # characters of a line that says who wrote
_LONGEST_NAMES = 80  # characters of a line of names
_MOST_WORDS = 4  # of one name that no word for writers precedes
# Chinese, Japanese and Korean: a word for writers before the names, or behind them.
_HAN_LABEL = re.compile(
    r"[（(【]?(?:本[报報網网]|特[约約派])?(?:记者|記者|作者|文字|撰文|撰稿|图文|圖文|採訪|采访|采写|編譯|编译|取材・文|文)"
    r"(?:\s?[:：/／|｜・＝=]\s?|\s|(?<=[记記]者))(?P<names>[^（()）】]{2,40})"
)
_HAN_NAME = r"[㐀-鿿]{2,4}|[㐀-鿿]{1,6}·[㐀-鿿]{1,6}"
_HAN_NAMES = re.compile(rf"(?:{_HAN_NAME})(?:[、，,\s]+(?:{_HAN_NAME}))*(?=$|\s?[/／|｜】]|\s(?![㐀-鿿]))")
_NO_NAME = re.compile(
    r".*(?:报道|報導|報道|记者|記者|新闻|新聞|编辑|編輯|观察|觀察|手记|手記|评论|評論|来源|綜合|综合|摄影|攝影)"
)
_HAN_PARTS = re.compile(r"[、，,\s]+")
_KOREAN = re.compile(
    r"(?P<names>[가-힣]{2,4}(?:\s?[·,ㆍ]\s?[가-힣]{2,4}){0,4})\s?(?:(?:선임|인턴|수습|전문)?기자|특파원|논설위원)(?![가-힣])"
    r"\s?(?P<rest>.*)"
)
_KOREAN_PARTS = re.compile(r"\s?[·,ㆍ]\s?")


def first_byline(lines: Iterable[str]) -> list[str]:
    """The names in the first line that says who wrote: a word for it before them, a time behind them at most.

    >>> first_byline(["Sports", "By Ida Holm and Jan Stern 10/5/26 09:19 PM"])
    ['Ida Holm', 'Jan Stern']
    """
    known = list(lines)
    return next(filter(None, map(names_of, (*known, *_joined(known)))), [])


def first_label(lines: Iterable[str]) -> list[str]:
    """The names in the first line with a word for writers and a colon, which may stand behind a story too.

    >>> first_label(["By Jan Stern", "Reporter: Ida Holm"])
    ['Ida Holm']
    """
    return first_byline(line for line in lines if not _BARE.match(line))


def names_of(line: str) -> list[str]:
    """The names in a line that says who wrote; [] for any other line.

    >>> names_of("Texto: Ida Holm | Fotos: Jan Stern"), names_of("文／陳怡君"), names_of("이영희·박철수 기자")
    (['Ida Holm'], ['陳怡君'], ['이영희', '박철수'])
    """
    if len(line) > _LONGEST_LINE:
        return []
    if not (label := LABELLED.match(line)):
        return _asian_names(line) or _names_of_agency(line)
    names = _CONTACT.sub("", _PICTURES.sub("", _REST.split(line[label.end() :], maxsplit=1)[0]))
    if (slash := _SLASH_AGENCY.search(names)) and is_agency(slash["agency"]):  # "Autor: Ewa Mazur/PAP"
        names = names[: slash.start()]
    by = parse_byline(f"By {_without_posts(names)}", PLAIN)
    whole = by and not by[1] and all(map(is_full, by[0]))
    return by[0] if by and whole else _asian_names(line)


def signed_names(line: str) -> list[str]:
    """The names in a line behind a story that has nothing but names, with a word for writers or without.

    >>> signed_names("Ida Holm, Jan Stern"), signed_names("By Ida Holm"), signed_names("It rains.")
    (['Ida Holm', 'Jan Stern'], ['Ida Holm'], [])
    """
    return (names_of(line) or capitalised_names(line)) if len(line) <= _LONGEST_NAMES else []


def capitalised_names(line: str) -> list[str]:
    """The names in a line of nothing else, each of two to four words with a capital; [] for any other line.

    >>> capitalised_names("de Ida Holm și Jan Stern"), capitalised_names("It rains.")
    (['Ida Holm', 'Jan Stern'], [])
    """
    if len(line) > _LONGEST_NAMES:
        return []
    names = latin_names(_ROMANIAN_BY.sub("", line, count=1)) or []
    good = all(_is_capitalised(name) and len(name.split()) <= _MOST_WORDS for name in names)
    return names if good else []


def is_agency_line(line: str) -> bool:
    """Whether a line says that an agency wrote: "Af Ritzau".

    >>> is_agency_line("Af Ritzau"), is_agency_line("Af Ida Holm")
    (True, False)
    """
    label = LABELLED.match(line)
    return bool(label) and is_agency(line[label.end() :] if label else "")


def _names_of_agency(line: str) -> list[str]:
    """The names in a line that ends with an agency: "Ida Holm, APA"."""
    parts = [part.strip() for part in _PARTS.split(line)]
    if len(line) > _LONGEST_NAMES or len(parts) < 2 or not is_agency(parts[-1]):
        return []
    names = latin_names(", ".join(parts[:-1])) or []
    return names if all(map(is_full, names)) and not any(map(is_agency, names)) else []


def _is_capitalised(name: str) -> bool:
    """Whether a name has two words or more, with a capital each; scripts without capitals leave a doubt."""
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()


def is_full(name: str) -> bool:
    """Whether a name has two words, or is one of a script that parts no words."""
    return len(name.split()) > 1 or bool(_HAN.search(name))


def _without_posts(names: str) -> str:
    """A list of names without the agencies and posts in it: "Ida Holm, APA", "Ida Holm Corresponsal jefe"."""
    parts = (_POST.sub("", without_post(part)) for part in _PARTS.split(names))
    return ", ".join(part for part in parts if part and not is_agency(part))


def _asian_names(line: str) -> list[str]:
    if line.isascii():
        return []
    if (korean := _KOREAN.match(line)) and not _CONTACT.sub("", korean["rest"]).strip(" =|"):
        return _KOREAN_PARTS.split(korean["names"])
    label = _HAN_LABEL.match(line)
    found = _HAN_NAMES.match(label["names"].strip()) if label else None
    names = _HAN_PARTS.split(found[0]) if found else []
    return [name for name in names if name and not _NO_NAME.match(name)]


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Each word for writers that stands alone, with the next line: sites set the name apart as a link."""
    for label, name in pairwise(lines):
        if _LABEL_ALONE.fullmatch(label):
            yield f"{label.rstrip(' :：')}: {name}"
