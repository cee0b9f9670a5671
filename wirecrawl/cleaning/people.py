"""Who among the authors that a page states is a person: not the outlet, not an agency, a role or a firm."""

import re
from collections.abc import Iterable

from wirecrawl.cleaning.wirecopy import letters
from wirecrawl.wire import fold_space
from wirecrawl.wire.credit import is_agency

_BY = re.compile(r"(?:by|von|par|por|di|af|av|door)\s+", re.IGNORECASE)
# Desks and posts that pages name in place of a writer, in the languages of the agencies.
_ROLES = re.compile(
    r"(?:the )?(?:(?:online|web|news|digital|foreign|sports|business|national|world|video|photo|managing)\s){0,3}"
    r"(?:editors?|staff|desk|team|bureau|reporters?|correspondents?|writers?|admin|administrator|agencies|newsroom|"
    r"redaktion|redaction|rédaction|redacción|redaccion|redazione|redação|redactie|toimitus|ritzau)",
    re.IGNORECASE,
)
_FIRMS = re.compile(
    r".*\b(?:GmbH|AG|LLC|Inc|Ltd|Corp|S\.?A|SpA|plc|Polizei\w*|Investors|Press ?Release|Png|Jpe?g|Logo)\b.*"
)
_NOT_NAMES = re.compile(r"mis à jour|updated|publi|cortes[ií]a|courtesy|@|\.com?\b|\bcom$|www\.|https?:", re.IGNORECASE)


def persons(names: Iterable[str], outlets: Iterable[str]) -> list[str]:
    """The names of people among the authors of a page; `outlets` are the site, its publisher and its host.

    >>> persons(["Af Ritzau", "Redaktion", "Ida Holm", "Fjord Post"], ["Fjord Post"])
    ['Ida Holm']
    """
    known = [name for name in map(letters, outlets) if name]
    return [
        name for name in (_BY.sub("", fold_space(printed), count=1) for printed in names) if _is_person(name, known)
    ]


def _is_person(name: str, outlets: list[str]) -> bool:
    folded = letters(name)
    if not folded or any(folded in outlet for outlet in outlets) or is_agency(name):
        return False
    return not (_ROLES.fullmatch(name) or _FIRMS.fullmatch(name) or _NOT_NAMES.search(name))
