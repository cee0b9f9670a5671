"""The tables, one module for each agency: its stages, labels, datelines, credits and end marks, and how to get one.

A table is found because its module is in this package: there is no list to edit. The module has the agency's short
name, and one of its constants is the `Table`.

A comment ``K`` divides a field of a table: what comes before it was seen in real items or in code that reads them; what
follows it, to the end of the field, is known from the agency's style only. If it is above a field, all of the field is.
"""

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from wirecrawl.news import agencies
from wirecrawl.news.wire.grammar import PLAIN, Table

_NAMES = frozenset(module.name for module in iter_modules(__path__))


@cache
def table(agency: str) -> Table:
    """Return the grammar of an agency by its short name; of tables, only its own is imported.

    An agency whose pages are described but that has no table gets `PLAIN` under its name. Raises KeyError for any other
    name; its message lists the agencies that have a table.

    >>> table("xinhua").agency, table("sputnik").end_marks == PLAIN.end_marks
    ('xinhua', True)
    """
    if agency in _NAMES:
        return _imported(agency)
    if agency in agencies.NAMES:
        return replace(PLAIN, agency=agency)
    raise KeyError(f"no grammar for agency {agency!r}; there is one for: {', '.join(sorted(_NAMES))}")


def table_or_plain(agency: str) -> Table:
    """Return the grammar of an agency; one that is only drafted has no table yet and gets `PLAIN` under its name.

    >>> table_or_plain("drafted").agency
    'drafted'
    """
    return table(agency) if agency in _NAMES or agency in agencies.NAMES else replace(PLAIN, agency=agency)


@cache
def all_tables() -> dict[str, Table]:
    """Return every table by the name of its agency, by `order` and then by name. This imports all of them.

    >>> list(all_tables())[:2]
    ['xinhua', 'reuters']
    """
    found = [table(name) for name in _NAMES]  # no builtin function may be named here: a module may have its name (map)
    return {rules.agency: rules for rules in sorted(found, key=lambda rules: (rules.order, rules.agency))}


def _imported(agency: str) -> Table:
    module = import_module(f"{__name__}.{agency}")
    for value in vars(module).values():
        if isinstance(value, Table) and value.agency == agency:
            return value
    raise LookupError(f"{module.__name__} holds no Table of agency {agency!r}")
