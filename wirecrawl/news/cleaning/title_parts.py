"""The parts of a title: a headline, and what sites join to it: their names, their sections, a day.

Sites write "Rain | Post", "Rain_World_Post", "POST: Rain". Nothing marks the headline, so a title has several readings.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import combining, normalize

from wirecrawl.news.cleaning.letters import letters

_CJK = "\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff65"
_JOINT = re.compile(  # of a text whose white space is folded
    r"\s?[|｜¦│┃]{1,3}\s?|\s?::{1,2}\s?|\s[»«›‹>•∙·‧/\\~▪●]{1,3}\s|\s(?:-{1,3}|[–—―－])\s|\s[:：]\s"
    r"|\s?[_＿]{1,3}\s?|(?<=\w)[-–—]\s"
    rf"|(?<=[{_CJK}])[-–－](?=\S)|\s[-–—]\s?(?=[{_CJK}])|(?<=[{_CJK}])\s?[-–—]\s"
)
_NAME = re.compile(r"[^:：]{2,40}[:：]\s+|[^:：]{2,20}：")  # "The Press Association: Rain"
_WORD = re.compile(r"\w+")
_MOST_JOINTS = 8  # of one title; more are no title
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LATIN = str.maketrans({"ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_LEAST_WORDS, _LEAST_HAN = 3, 8  # of a headline that remains when a name is cut off
_LONG_WORD = 4  # letters
_NAME_WORDS, _NAME_HAN = 6, 12  # of the name of a site or a section, at most
_SMALL = frozenset("the of and for in on de la le del da do di des du der die das und et e y i и в".split())


@dataclass(frozen=True)
class Wording:
    """A text that may be a headline, with its letters and words as they are compared."""

    text: str

    @cached_property
    def letters(self) -> str:
        return letters(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words; pairs of characters where no spaces part words."""
        if self._is_han:
            return frozenset(self.letters[n : n + 2] for n in range(len(self.letters) - 1))
        return frozenset(_WORD.findall(self.text.casefold()))

    @cached_property
    def spelled(self) -> str:
        """Its words without accents, as addresses spell them."""
        return " ".join(_WORD.findall(without_accents(self.text)))

    @cached_property
    def long_words(self) -> frozenset[str]:
        """Its words less the short ones, which stand in every text."""
        return self.words if self._is_han else frozenset(word for word in self.words if len(word) >= _LONG_WORD)

    @cached_property
    def _is_han(self) -> bool:
        return len(_HAN.findall(self.text)) * 3 > len(self.text)

    @cached_property
    def is_short(self) -> bool:
        """Whether it has too few words for a headline."""
        if _HAN.search(self.text):
            return len(self.letters) < _LEAST_HAN
        return len(_WORD.findall(self.text)) < _LEAST_WORDS

    def shared(self, other: "Wording") -> float:
        """The share of words that two texts have in common, of the longer one."""
        return len(self.words & other.words) / max(len(self.words), len(other.words), 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """A headline as a title may hold it, and the parts that are then none of it."""

    text: str
    cut: tuple[str, ...]
    at_colon: bool = False  # "Storms: Rain in Spain" is a headline more often than "The Post: Rain in Spain"


def readings(title: str) -> Iterator[Reading]:
    """Each way to read a title: whole, without parts at its end, at its beginning, at both where it begins with a name.

    >>> [one.text for one in readings("Rain in Spain | World | Post")]
    ['Rain in Spain | World | Post', 'Rain in Spain | World', 'Rain in Spain', 'World | Post', 'Post']
    """
    yield Reading(title, ())
    joints = [joint for joint in _JOINT.finditer(title) if joint.start() > 0 and joint.end() < len(title)]
    joints = joints[-_MOST_JOINTS:]
    for joint in reversed(joints):
        yield Reading(title[: joint.start()].strip(), tuple(parts(title[joint.end() :])))
    for joint in joints:
        yield Reading(title[joint.end() :].strip(), tuple(parts(title[: joint.start()])))
    if name := _NAME.match(title):
        before = name[0].rstrip(" :：")
        yield Reading(title[name.end() :].strip(), (before,), at_colon=True)
        for joint in joints:
            if joint.start() > name.end():  # "Health: Rain in Spain | Post"
                rest = (before, *parts(title[joint.end() :]))
                yield Reading(title[name.end() : joint.start()].strip(), rest, at_colon=True)


def parts(title: str) -> list[str]:
    """What the joints of a title part.

    >>> parts("Rain - Post"), parts("Rain-proof"), parts("大雨_新闻网")
    (['Rain', 'Post'], ['Rain-proof'], ['大雨', '新闻网'])
    """
    return [part for part in map(str.strip, _JOINT.split(title)) if part]


def without_names(title: str) -> str:
    """The title without the parts at its end, else at its beginning, that look like names, if a headline remains.

    >>> without_names("Rain stops play in Leeds - World News - Post"), without_names("Spain - France 2-1")
    ('Rain stops play in Leeds', 'Spain - France 2-1')
    """
    return _without_names(title, title.startswith) or _without_names(title, title.endswith) or title


def _without_names(title: str, is_at: Callable[[str], bool]) -> str | None:
    """The shortest reading at one end of a title, as long as what is next to be cut looks like a name."""
    best = None
    for reading in readings(title):
        if not reading.cut or reading.at_colon or not is_at(reading.text):
            continue
        at_end = title.startswith(reading.text)
        nearest = reading.cut[0] if at_end else reading.cut[-1]
        remains = not Wording(reading.text).is_short and (at_end or not _looks_like_a_name(reading.text))
        if not remains or not _looks_like_a_name(nearest):
            return best
        best = reading.text
    return best


def outer_parts(title: str) -> list[str]:
    """The first and the last part of a title that has several; a name before a colon is one.

    >>> outer_parts("Rain - World - Post"), outer_parts("Post: Rain"), outer_parts("Rain")
    (['Rain', 'Post'], ['Post'], [])
    """
    found = parts(title)
    name = _NAME.match(title)
    return [*(found[:: len(found) - 1] if len(found) > 1 else []), *([name[0].rstrip(" :：")] if name else [])]


def _looks_like_a_name(part: str) -> bool:
    """Whether a part of a title is like the name of a site or a section: few words, all of them with a capital."""
    if _HAN.search(part):
        return len(part) <= _NAME_HAN
    words = [word for word in part.split() if word.casefold() not in _SMALL]
    return 0 < len(words) <= _NAME_WORDS and not any(word[0].islower() and "." not in word for word in words)


def without_accents(text: str) -> str:
    """The text in lower case, letters of the Latin script as addresses spell them.

    >>> without_accents("Şarj Straße")
    'sarj strasse'
    """
    if text.isascii():
        return text.lower()
    folded = normalize("NFKD", text.lower().translate(_LATIN))
    return normalize("NFKC", "".join(sign for sign in folded if not combining(sign)))
