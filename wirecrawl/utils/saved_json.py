"""JSON that an earlier version of the program may have written: lines of feeds and rows of the ledger."""

from functools import cache
from typing import Any, TypeVar, cast

import msgspec
from msgspec import UNSET, inspect

T = TypeVar("T")


def decode_saved(data: bytes | str, kind: type[T]) -> T:
    """Decode saved JSON as a dataclass, or as a list of one. A field that did not exist when it was written is empty.

    Empty is null where the field allows it, else an empty list or object, or false. Any other missing field, and every
    value of a wrong type, raises msgspec.ValidationError; what is no JSON raises msgspec.DecodeError.

    >>> from wirecrawl.items import Dateline
    >>> decode_saved('{"raw": "PARIS --", "agency": "afp"}', Dateline)
    Dateline(raw='PARIS --', places=[], date=None, agency='afp')
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError:
        filled = _filled(msgspec.json.decode(data), _type_of(cast(Any, kind)))
        return msgspec.json.decode(msgspec.json.encode(filled), type=kind)


@cache
def _type_of(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def _filled(value: Any, kind: inspect.Type) -> Any:
    """A value with the fields that are missing in it, at any depth."""
    match kind:
        case inspect.Metadata():
            return _filled(value, kind.type)
        case inspect.UnionType() if isinstance(value, dict):
            objects = [one for one in kind.types if isinstance(one, inspect.DataclassType)]
            return _filled(value, objects[0]) if objects else value
        case inspect.ListType() if isinstance(value, list):
            return [_filled(one, kind.item_type) for one in value]
        case inspect.DataclassType() if isinstance(value, dict):
            return {name: found for name, found in _fields(value, kind) if found is not UNSET}
    return value


def _fields(value: dict[str, Any], kind: inspect.DataclassType) -> list[tuple[str, Any]]:
    """Each field of a dataclass with its value; UNSET for a missing one that has a default, or must be there."""
    names = [(field.encode_name, field) for field in kind.fields]
    return [
        (name, _filled(value[name], field.type) if name in value else _empty(field.type) if field.required else UNSET)
        for name, field in names
    ]


def _empty(kind: inspect.Type) -> Any:
    match kind:
        case inspect.Metadata():
            return _empty(kind.type)
        case inspect.NoneType():
            return None
        case inspect.UnionType():
            return None if any(isinstance(one, inspect.NoneType) for one in kind.types) else UNSET
        case inspect.ListType():
            return []
        case inspect.DictType():
            return {}
        case inspect.DataclassType():
            return _filled({}, kind)
        case inspect.BoolType():
            return False
    return UNSET
