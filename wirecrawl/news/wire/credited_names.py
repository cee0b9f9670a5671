"""Lists of names with an agency beside them: "Ida Holm and Jan Stern - Associated Press", "Ida Holm (EFE)"."""

import re

from wirecrawl.news.wire.credit import JOINTS, MOST_NAME_WORDS, is_agency

_FULL_NAME = 2  # words
_FROM = re.compile(r"(?i:of|for|from|with|pour|avec|für|mit|para|con|com|per|av|från|fra)")
_JOIN = re.compile(rf"{_FROM.pattern}|and|et|und|y|e|og|och|&")
_AGENCY_FIRST = re.compile(r"[(/](?P<agency>[^()/]{2,30})[)/]\s")


def without_agencies(line: str) -> str:
    """Return a line of names without the agencies that it names too; any other line, as it is.

    >>> without_agencies("Ida Holm and Jan Stern - Associated Press"), without_agencies("Reuters/Ida Holm")
    ('Ida Holm and Jan Stern', 'Ida Holm')
    """
    parts = [part for part in JOINTS.split(line.strip()) if part]
    named = [part for part in parts if not is_agency(part)]
    return ", ".join(map(without_last_agency, named)) if 0 < len(named) < len(parts) else without_last_agency(line)


def without_last_agency(line: str) -> str:
    """Return a line of names without an agency that is its last words; any other line as it is.

    >>> without_last_agency("Ida Holm of The Associated Press"), without_last_agency("Ida Holm (EFE)")
    ('Ida Holm', 'Ida Holm')
    """
    words = line.split()
    for n in range(max(2, len(words) - MOST_NAME_WORDS), len(words)):
        last = " ".join(words[n:])
        said = n + 1 < len(words) or last.isupper() or last[0] in "(/[" or _FROM.fullmatch(words[n - 1])
        if said and is_agency(last.strip("()/[]")):
            before = words[:n]
            return " ".join(before[:-1] if len(before) > _FULL_NAME and _JOIN.fullmatch(before[-1]) else before)
    return line


def behind_agency(line: str) -> str:
    """Return what stands behind an agency in brackets at the head of a line; any other line, as it is.

    >>> behind_agency("(FENA) A. Holm"), behind_agency("(NOTE) A. Holm")
    ('A. Holm', '(NOTE) A. Holm')
    """
    head = _AGENCY_FIRST.match(line)
    return line[head.end() :] if head and is_agency(head["agency"]) else line
