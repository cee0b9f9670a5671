"""Patterns of datelines that the tables of several agencies use."""

from wirecrawl.news.wire.dates import DAY

DASH = r"(?P<dash>[-‐‑–—―─_]{1,3})"
_PLACE = r"[^()（）\d]{2,100}?"
PLACES = rf"(?P<places>{_PLACE})"
_PLACES_AND_STATE = rf"(?P<places>{_PLACE}(?:\s\([^()\d]{{2,40}}\))?)"  # K: Washington (United States)
CAPITALS = r"(?P<places>[A-ZÀ-ÞĞİŞ][A-ZÀ-ÞĞİŞ .,'’/-]{2,60}?(?:, [A-ZÀ-Þ][\w .'’-]{2,30}?)?)"  # KYIV, Ukraine
_NO_DASH = r"(?P<dash>)"  # for forms without a dash: a dateline needs the group


def credited(names: str) -> tuple[str, ...]:
    """Return the patterns of ``CITY, Month D (AGENCY) -`` for an agency whose names match ``names``.

    The day, the city or both may be missing. A second agency may be named before or after this one: ``(tca/dpa)``. A
    colon may replace the dash if there is a day: ``Agra, May 3 (PTI):``.

    >>> import re
    >>> re.match(credited("dpa")[2], "San Diego (tca/dpa) - ")["places"]
    'San Diego'
    """
    joint = r"[\w. ]{1,30}"
    dash = rf"(?:\s?(?:\.?\s?[:.]?{DASH}|:{{1,2}}(?=\s|[^\W\d_a-z])|[.।](?=\s)))?"
    credit = rf",?\s?[(（](?:{joint}/)?(?:{names})(?:[/-]{joint})?\s?[)）]{dash}"
    return (
        rf"(?:{_PLACES_AND_STATE}[,\s]\s?)??(?P<day>{DAY}){credit}",
        rf"{_PLACES_AND_STATE},\s(?P<day>\d{{1,2}}){credit}",
        rf"{_PLACES_AND_STATE}{credit}",
        credit.removeprefix(r",?\s?"),
    )


def slashed(names: str) -> tuple[str, ...]:
    """Return the patterns of ``CITY, Month D /AGENCY/`` for an agency whose names match ``names``.

    The day may be missing, and a dash or full stop may follow.

    >>> import re
    >>> re.match(slashed("БТА")[0], "Брюксел, 25 март /БТА/ ")["day"]
    '25 март'
    """
    return (
        rf"{PLACES}[,\s]\s?(?:(?P<day>{DAY}),?\.?\s?)?/\s?(?:(?P<names>[^/()\d]{{4,40}}?)(?:,|\s?[–-])\s)?(?:{names})\s?/(?P<dash>\s?[.,:–—-]{{0,2}})(?=\s|$)",
    )


def unbracketed(names: str) -> tuple[str, ...]:
    """Return the patterns of ``CITY, Month D, AGENCY -``: no brackets, a comma or full stop after each part.

    >>> import re
    >>> re.match(unbracketed("GNA")[0], "Accra, Dec 24, GNA – ")["places"]
    'Accra'
    """
    return (rf"{_PLACES_AND_STATE}[,.]\s(?P<day>{DAY})[,.]?,?\s(?:{names})\s?(?P<dash>[.:–—-]{{1,2}})(?=\s|$)",)


def agency_first(names: str) -> tuple[str, ...]:
    """Return the patterns of ``(AGENCY) - CITY, Month D -``, in which the place with its day may be missing.

    >>> import re
    >>> re.match(agency_first("AGI")[0], "(AGI) - Roma, 12 gen. - ")["places"]
    'Roma'
    """
    agency = rf"\((?:{names})\)\s?[-–—]{{1,2}}"
    return (
        rf"{agency}\s{PLACES}(?:,\s(?P<day>{DAY}))?\s?{DASH}(?=\s)",
        rf"\((?:{names})\)\s?{DASH}(?=\s)",
    )


def arabic(names: str) -> tuple[str, ...]:
    """Return the patterns of ``PLACE (AGENCY) -`` in Arabic, in which the day may be missing, and ``PLACE - AGENCY:``.

    Also those of ``AGENCY - PLACE:`` and of ``PLACE في DAY /AGENCY/``.

    >>> import re
    >>> re.match(arabic("رويترز")[0], "القاهرة (رويترز) - ")["places"]
    'القاهرة'
    >>> re.match(arabic("رويترز")[1], "القاهرة - رويترز: ")["places"]
    'القاهرة'
    """
    word = r"[\u0621-\u064a]{2,15}"
    places = rf"(?P<places>{word}(?:[\s/]{word}){{0,3}}?)"
    return (
        rf"{places}[\s،,]{{1,2}}(?:(?P<day>{DAY})[\s،,]{{1,2}})?[(（](?:{names})[)）]\s?(?P<dash>[-–—_:])",
        rf"{places}\s?[-–—ـ/]\s?(?:{names})\s?(?P<dash>[-–—ـ:])(?=\s)",
        rf"(?:{names})\s?[-–—ـ/]\s?{places}\s?(?P<dash>[-–—ـ:])(?=\s|$)",
        rf"{places}(?:\sف[يى])?[\s،,]{{1,2}}(?P<day>{DAY})(?:\sم)?[\s،,]{{0,2}}/\s?(?:{names})\s?/(?P<dash>\s?[-–—_:.]?)(?=\s|$)",
    )


def korean(names: str) -> tuple[str, ...]:
    """Return the patterns of ``(CITY=AGENCY) NAME 기자 =`` in Korean, in which the reporter may be missing.

    >>> import re
    >>> re.match(korean("뉴시스")[0], "[서울=뉴시스]이영희 기자 = ")["names"]
    '이영희'
    """
    return (
        rf"[(\[](?P<places>[가-힣·, ]{{1,40}})=(?:{names})[)\]]"
        r"(?:\s?(?P<names>[가-힣·, ]{2,60}?)\s(?:선임|전문|인턴)?(?:기자|특파원|통신원))?(?P<dash>(?:\s?=)?)(?=\s|$)",
    )


def persian(names: str) -> tuple[str, ...]:
    """Return the patterns of the opening "as the reporter of AGENCY says from CITY," of Persian copy.

    >>> import re
    >>> re.match(persian("تسنیم")[0], "به گزارش خبرگزاری تسنیم از همدان، ")["places"]
    'همدان'
    """
    agency = rf"(?:به گزارش )?(?:خبرنگار|خبرگزاری) (?:{names})"
    return (rf"{agency}(?:[،,]?\sاز (?P<places>[^،؛:,]{{2,30}}))?\s?(?P<dash>[،؛:,])(?=\s)",)


def bare(places: str = PLACES) -> tuple[str, ...]:
    """Return the patterns of ``CITY, Month D -`` without an agency; the dash may be missing at the end of a line.

    >>> import re
    >>> re.match(bare()[0], "BEIJING, July 23 - ")["day"]
    'July 23'
    """
    return (rf"{places}, (?P<day>{DAY})\s?{DASH}\s", rf"{places}, (?P<day>{DAY}){_NO_DASH}$")


def alone(places: str) -> str:
    """Return the pattern of a line that has nothing but a city: ``ANKARA``."""
    return rf"{places}{_NO_DASH}$"
