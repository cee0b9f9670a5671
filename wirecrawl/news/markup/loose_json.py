"""JSON as sites write it into a page: with comments, CDATA, commas and semicolons too many, unescaped quotes."""

import json
import re
from html import unescape
from typing import Any

import pyjson5

_OPENING = re.compile(r"\s*(?:(?:/\*|//)?\s*<!\[CDATA\[\s*(?:\*/)?|<!--)?[\s\ufeff]*")
_CLOSING = re.compile(r"[\s;]*+(?:(?:/\*|//)?\s*+\]\]>\s*+(?:\*/)?|(?://)?\s*+-->)?[\s;]*+$")
# The inside of a string: a quote ends it only before what may stand behind a string.
_INSIDE = re.compile(r'(?:[^"\\]|\\.|"(?!\s*(?:[:,}\]]|$)))*+', re.DOTALL)
_CALL = re.compile(r"\s*[\w.$]{1,60}\s*\((?=\s*[\[{])")  # JSONP
_ESCAPED = re.compile(r"\s*[\[{][\[{\s]*&(?:quot|#34);")
_BETWEEN = re.compile(r"[\s,;]*")
_LARGEST = 1_000_000  # characters that are mended
_MOST = 100  # values that stand one behind the other


def is_call(text: str) -> bool:
    """Whether a text is JSON as the argument of a function (JSONP).

    >>> [is_call(text) for text in ('show({"a": 1});', '{"a": "show({"}')]
    [True, False]
    """
    return bool(_CALL.match(text))


def read_json(text: str) -> Any:
    """What a script of JSON-LD says; of several values a list. Raises ValueError where no reader can tell.

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
    if _ESCAPED.match(bare):
        bare = unescape(bare)
    try:
        return _decode(bare)
    except ValueError:
        return _decode(_with_escaped_quotes(bare))


def _decode(text: str) -> Any:
    """What a text in JSON5 says, which has comments, commas too many; of several values those in plain JSON."""
    try:
        return pyjson5.decode(text)
    except pyjson5.Json5ExtraData as error:
        return _values(text) or error.result
    except pyjson5.Json5Exception as error:
        raise ValueError(type(error).__name__) from error


def items_of_cut(text: str, name: str) -> list[Any]:
    """The items of a list that is the value of a name, as many as stand whole in a text that is cut off.

    >>> items_of_cut('{"rows": [{"a": 1}, {"a": 2}, {"a"', "rows")
    [{'a': 1}, {'a': 2}]
    """
    begin = re.search(rf"[\"']?{name}[\"']?\s*+:\s*+\[", text)
    return _values(text[begin.end() :], len(text)) if begin else []


def _values(text: str, most: int = _MOST) -> list[Any]:
    """The values of plain JSON that stand one behind the other from the beginning of a text."""
    decoder, values, at = json.JSONDecoder(strict=False), list[Any](), 0
    try:
        while len(values) < most and at < len(text):
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it fits everywhere
            value, at = decoder.raw_decode(text, at)
            values.append(value)
    except (ValueError, RecursionError):
        pass
    return values


def _bare(text: str) -> str:
    """The text without what hides a script from old browsers, without a call around it and the end of a statement."""
    if call := _CALL.match(text):
        text = text[call.end() :].rstrip("; \t\r\n").removesuffix(")")
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
