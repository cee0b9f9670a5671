"""The language of a story or headline: that of its text where it is long enough, else what its site or page says.

Scripts are told by their letters. For the others pycld2 was right for all of 220 real and made pages; it is there after
0.01 s and takes 2 MB, where py3langid takes 121 MB in each process that cleans.
"""

import re
from functools import cache

from wirecrawl.news.agencies import Agency
from wirecrawl.news.cleaning.language_letters import among_near, by_foreign_letters, by_letters, by_script
from wirecrawl.web import urls

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_REGION, _SCRIPT = 2, 4  # letters
_ENOUGH = 200  # characters of text that are believed against the site; a headline of names is any language
_FEW = 80  # characters that are believed where nothing else tells
_FEWEST = 40  # characters of which the finder is asked for its best guess
_MOST, _HALF = 90, 50  # per cent of the text in one language: to be sure, and for a guess
_PROBE = 400  # characters in which small words are counted: that takes a tenth of the time of pycld2
_SMALL_WORDS = {
    "en": frozenset("the of and to in that said was".split()),
    "ru": frozenset("в и на не что с по для".split()),
    "de": frozenset("der die und das den von dem nicht mit".split()),
    "fr": frozenset("le les des et du une dans est".split()),
    "tr": frozenset("ve bir bu için ile olarak".split()),
    "id": frozenset("yang dan dengan untuk itu dari pada".split()),
}
# Each language with the names that subdomains and paths have for it, without those of sections (it, in).
_NAMES = """
en en eng english; ru ru rus russian; uk uk ukr; fr fr fre french; de de deutsch german; es es esp spanish; pt
pt; ar ar arabic arb; fa fa; tr tr; pl pl; zh zh chinese; ja ja japanese; ko korean; kk kz kaz; az az; hy hy
arm; ka ka; uz uz; ky ky; bn bangla; hi hindi; ur urdu
"""
# The language of most copy under the domain of a country.
_COUNTRIES = """
de de at; fr fr; es es mx ar cl pe; it it; pt pt br; pl pl; nl nl; ru ru; zh cn; zh-Hant tw; ja jp; ko kr; tr
tr; el gr; cs cz; sk sk; hu hu; ro ro; bg bg; hr hr; sr rs; sl si; da dk; sv se; nb no; fi fi; id id; vi vn; th
th; fa ir; lt lt; lv lv; et ee; en uk us au nz ie
"""
_CODES = {"iw": "he", "no": "nb", "jw": "jv"}  # as pycld2 has them, and of today
_UNKNOWN = {"ku", "kmr", "ckb"}  # to pycld2
# Languages so near that a text of one is taken for the other: the site knows better.
_NEAR = ({"id", "ms"}, {"hr", "sr", "bs"}, {"nb", "nn", "no", "da"}, {"zh", "zh-Hant"})


def language_of(text: str, url: str | None, agency: Agency | None, *declared: str | None) -> str | None:
    """BCP 47 tag of a story, None when nothing tells; `declared` is what the page says, the surest first.

    >>> language_of("新华社北京4月24日电", None, None, "en")
    'zh'
    """
    site = _by_site(url, agency)
    stated = site or next(filter(None, map(_by_tag, (*declared, _by_address(url)))), None)
    if script := by_script(text, stated):
        return script
    if stated and _is_usual(text, stated):
        return stated
    found = _by_words(text, _ENOUGH if stated else _FEW)
    if not found:
        return by_foreign_letters(text, stated) or stated or _guess(text, url)
    near = None if site else among_near(text, found, stated)
    if stated and _is_near(found, stated):
        return stated if near in (None, stated.split("-")[0]) else near
    return near or found


def _guess(text: str, url: str | None) -> str | None:
    return _by_words(text, _FEWEST, sure=False) or by_letters(text) or _by_country(url)


def _is_usual(text: str, stated: str) -> bool:
    """Whether one word of eight is one of the small words of the stated language, which no other has so often."""
    small = _SMALL_WORDS.get(stated.split("-")[0])
    words = text[:_PROBE].split()
    return small is not None and 8 * sum(map(small.__contains__, words)) > len(words)


def _by_words(text: str, enough: int, *, sure: bool = True) -> str | None:
    """The language of the words of a text; None for a short one and, if `sure`, for one that is partly of another."""
    sample = text[:_PROBE].encode("utf-8", "ignore").decode()
    if len(sample) < enough:
        return None
    import pycld2  # type: ignore[import-untyped]

    try:
        reliable, _, found = pycld2.detect(sample, bestEffort=not sure)
    except pycld2.error:  # characters that it refuses
        return None
    _, code, share, _ = found[0]
    good = share >= _MOST and reliable if sure else share >= _HALF
    return _CODES.get(code, code) if good and code != "un" and _TAG.fullmatch(code) else None


def _is_near(found: str, stated: str) -> bool:
    """Whether a found language is the stated one, or one that is taken for it, as is any for one in other letters."""
    one, (other, *rest) = found.split("-")[0], stated.split("-")
    if other in _UNKNOWN or any(len(part) == _SCRIPT for part in rest):
        return True
    return one == other or any(one in group and other in group for group in _NEAR)


def _by_site(url: str | None, agency: Agency | None) -> str | None:
    """The language of the longest domain, or domain and path, that the address is under."""
    if not url or not agency:
        return None
    host, address = urls.host_of(url), url.partition("://")[2]
    fitting = [key for key in agency.languages if key in address and urls.under(host, key.split("/")[0])]
    return agency.languages[max(fitting, key=len)] if fitting else None


@cache
def _codes(names: str) -> dict[str, str]:
    entries = [entry.split() for entry in names.split(";")]
    return {name: code for code, *known in entries for name in known}


def _by_address(url: str | None) -> str | None:
    """The language that a subdomain or the first parts of the path name: rus.example, /en/news."""
    host, _, path = (url or "").partition("://")[2].lower().partition("/")
    names = (host.split(".")[0], *path.split("/", 2)[:2])
    return next(filter(None, map(_codes(_NAMES).get, names)), None)


def _by_country(url: str | None) -> str | None:
    return _codes(_COUNTRIES).get(urls.host_of(url).rsplit(".", 1)[-1]) if url else None


def _by_tag(declared: str | None) -> str | None:
    """A tag in its canonical case (pt-BR), which og:locale writes with a low line."""
    language, *rest = (declared or "").strip().replace("_", "-").split("-")
    cased = (part.upper() if len(part) == _REGION else part.title() if len(part) == _SCRIPT else part for part in rest)
    tag = "-".join([language.lower(), *cased])
    return tag if _TAG.fullmatch(tag) else None
