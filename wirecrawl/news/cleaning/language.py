"""The language of a story: by its script where that decides, else by its site, else as the page says."""

import re

from wirecrawl.news.agencies import Agency
from wirecrawl.web import urls

_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# A name in brackets does not make an English story Chinese; Chinese copy has more than half Han letters.
_SHARE = 0.3
_REGION = 2  # letters
_SAMPLE = 1000  # characters: the first paragraphs; every script shows itself in them
_KANA_SHARE = 0.05  # Japanese prose has kana in every clause, Chinese none but in quoted names


def language_of(text: str, url: str | None, agency: Agency | None, *declared: str | None) -> str | None:
    """BCP 47 tag of a story, None when nothing tells; `declared` is what the page says, the surest first.

    >>> language_of("新华社北京4月24日电", None, None, "en")
    'zh'
    """
    return _by_script(text) or _by_site(url, agency) or next(filter(None, map(_by_tag, declared)), None)


def _by_script(text: str) -> str | None:
    text = text[:_SAMPLE]
    if text.isascii():
        return None
    letters = sum(map(str.isalpha, text)) or 1
    if len(_HANGUL.findall(text)) > _SHARE * letters:
        return "ko"
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    if kana > _KANA_SHARE * letters and kana + han > _SHARE * letters:
        return "ja"
    return "zh" if han > _SHARE * letters else None


def _by_site(url: str | None, agency: Agency | None) -> str | None:
    """The language of the longest domain, or domain and path, that the address is under."""
    if not url or not agency:
        return None
    host, address = urls.host_of(url), url.split("://", 1)[1]
    fitting = [key for key in agency.languages if key in address and urls.under(host, key.split("/")[0])]
    return agency.languages[max(fitting, key=len)] if fitting else None


def _by_tag(declared: str | None) -> str | None:
    """A tag in its canonical case (pt-BR), which og:locale writes with a low line."""
    language, *rest = (declared or "").strip().replace("_", "-").split("-")
    tag = "-".join([language.lower(), *(part.upper() if len(part) == _REGION else part for part in rest)])
    return tag if _TAG.fullmatch(tag) else None
