"""JSON as sites write it into a page: with comments, CDATA, commas and semicolons too many, unescaped quotes."""

import json
import re
from typing import Any

import pyjson5

_OPENING = re.compile(r"\s*(?:(?:/\*|//)?\s*<!\[CDATA\[\s*(?:\*/)?|<!--)?[\s\ufeff]*")
_CLOSING = re.compile(r"[\s;]*+(?:(?:/\*|//)?\s*+\]\]>\s*+(?:\*/)?|(?://)?\s*+-->)?[\s;]*+$")
# The inside of a string: a quote ends it only before what may stand behind a string.
_INSIDE = re.compile(r'(?:[^"\\]|\\.|"(?!\s*(?:[:,}\]]|$)))*+', re.DOTALL)
_LARGEST = 1_000_000  # characters that are mended


def read_json(text: str) -> Any:
    """What a script of JSON-LD says. Raises ValueError where no reader can tell.

    >>> read_json('<!-- {"headline": "The "Oriole" sails",} -->')
    {'headline': 'The "Oriole" sails'}
    """
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise ValueError("too deep") from error
    except ValueError:
        pass
    bare = _bare(text[:_LARGEST])
    try:
        return _decode(bare)
    except ValueError:
        return _decode(_with_escaped_quotes(bare))


def _decode(text: str) -> Any:
    """The first value of a text in JSON5, which has comments and commas behind the last item."""
    try:
        return pyjson5.decode(text)
    except pyjson5.Json5ExtraData as error:
        return error.result
    except pyjson5.Json5Exception as error:
        raise ValueError(type(error).__name__) from error


def _bare(text: str) -> str:
    """The text without what hides a script from old browsers, and without the end of a statement."""
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    cut = max(text.rfind("}"), text.rfind("]"))
    ending = _CLOSING.match(text, cut + 1)
    return text[: cut + 1] if ending else text


def _with_escaped_quotes(text: str) -> str:
    parts, at = [], 0
    while (start := text.find('"', at)) >= 0:
        inside = _INSIDE.match(text, start + 1)
        if not inside:
            break
        parts += [text[at:start], json.dumps(_unescaped(inside[0]), ensure_ascii=False)]
        at = inside.end() + 1
    return "".join([*parts, text[at:]])


def _unescaped(inside: str) -> str:
    """The text that the inside of a string means; as it stands where its escapes mean nothing."""
    try:
        return str(json.loads('"' + re.sub(r'(?<!\\)"', r"\\" + '"', inside) + '"', strict=False))
    except ValueError:
        return inside
