"""Compares two texts: the later one may be near (nothing new in it) or grown out of the earlier one."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from wirecrawl.news.dedupe.relations.difference import ComparedText, Difference, Tokens, common, compare
from wirecrawl.news.dedupe.words.blocks import printed_words
from wirecrawl.news.dedupe.words.series import SERIES
from wirecrawl.news.dedupe.words.tokenizer import tokens

_KEPT = 0.5  # share of the earlier text that must be in the later one for it to be near or grown
_HOPELESS = 0.4  # share of equal words below which other spellings, slow to find, cannot lift a text to _KEPT
_SEVERAL = 40  # different words; a smaller text may have too many of its words in another form
# Characters of a text that is compared word by word: the time for it grows with the square of its length. Stories of
# agencies have some thousand.
LONGEST = 50_000
_LEAD_KEPT = 0.6  # share of the first paragraph; two events with one background differ here
# Words without news: a text that differs in these alone says the same. Denials are not among them.
_SMALL = frozenset(
    """
    that which who this these those it its he she they their his her them is are was were be been has have had
    will would of in on at to for from by with as but or also said says saying there then than so when endi
    endit enditem while after before
    de la el los las un una que se por con para del al su lo le les des du une dans pour par sur qui est aux ce ces
    der die das den dem ein eine einen einem im am zu zum zur von mit auf fur als auch wie
    和 及 与 並 并 的 了 在 等 也 还 就 于 将 已 把 对
    """.split()
)
_DENIALS = frozenset("not no never without denies denied nobody none cannot non neither nor".split())
_PHRASE = 3  # words; without its denial a phrase says the opposite, a denial that goes with its sentence does no harm
_SERIES_WORDS = 2  # words on prices, weather or results in a text that is about these
# How the first paragraph changed: nothing replaced, figures only, words, or a name, day or period.
Lead = Literal["kept", "counted", "reworded", "moved"]
# What the caller needs to know: whether the text is near, whether it is near or grown, or everything.
Asked = Literal["near", "grown", "all"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a later text compares with an earlier one; `similarity` is 0 to 1 over the words of both."""

    similarity: float
    same: bool = False  # their keys are equal
    near: bool = False
    grown: bool = False
    recounted: bool = False  # figures, days or periods differ somewhere in it
    series: bool = False  # it is about prices, weather or results
    lead: Lead = "kept"


def relate_texts(a: str, b: str, asked: Asked = "all") -> Likeness:
    """Compare a text with a later one that has another key.

    Near: the later text has nothing new, no word, figure or name. Grown: it has half of the earlier text and most of
    its first paragraph, with figures or words changed. If it cannot be what is `asked` for, only the similarity is
    found; of texts above LONGEST too, since what is not compared may be new.

    >>> relate_texts("Two people were hurt.", "Two people have been hurt.").near
    True
    """
    if max(len(a), len(b)) > LONGEST:
        return Likeness(_share_of_words(_news(a), _news(b)))
    if asked == "near" and (hopeless := _hopeless(a, b)):
        return hopeless
    words_a, words_b = _words(a), _words(b)
    held = 0 if asked == "all" else common(words_a, words_b)
    by_words = Likeness(round(2 * held / (len(words_a) + len(words_b) or 1), 3))
    if asked != "all" and held < _HOPELESS * len(words_a):
        return by_words
    difference = compare(words_a, words_b, _says_new if asked == "near" else None)
    similarity = round(difference.similarity, 3)
    kept = difference.matched / (len(words_a) or 1)
    near = kept >= _KEPT and _nothing_new(difference)
    if asked == "near" and not near:
        return by_words
    lead = _lead(a, b)
    grown = not near and kept >= _KEPT and lead.matched >= _LEAD_KEPT * lead.lengths[0]
    recounted = bool(difference.figures or difference.identities)
    series = recounted and len(SERIES.intersection(token.text for token in words_a)) >= _SERIES_WORDS
    return Likeness(similarity, near=near, grown=grown, recounted=recounted, series=series, lead=_fate(lead))


def _hopeless(a: str, b: str) -> Likeness | None:
    """Return the similarity by printed words if the later text has too many words of its own to be near, else None.

    Most pairs that share a block key but are days apart end here, without the slow alignment of their words.
    """
    news_a, news_b = _news(a), _news(b)
    if len(news_b) < _SEVERAL or len(news_a & news_b) >= _HOPELESS * len(news_b):
        return None
    return Likeness(_share_of_words(news_a, news_b))


def _share_of_words(a: frozenset[str], b: frozenset[str]) -> float:
    return round(2 * len(a & b) / (len(a) + len(b) or 1), 3)


@lru_cache(maxsize=256)
def _news(text: str) -> frozenset[str]:
    return frozenset(printed_words(text)) - _SMALL


@lru_cache(maxsize=256)  # a story is compared with up to 24 chains, and the next one with many of these again
def _words(text: str) -> ComparedText:
    return ComparedText(tokens(text))


def _nothing_new(difference: Difference) -> bool:
    if difference.figures or difference.identities or any(_adds(run) for _, run in difference.left):
        return False
    return not any(token.text in _DENIALS for run, _ in difference.left for token in run if len(run) <= _PHRASE)


def _says_new(difference: Difference) -> bool:
    """Whether the part that was compared last has something that the earlier text does not say."""
    return bool(difference.figures or difference.identities or (difference.left and _adds(difference.left[-1][1])))


def _adds(run: Tokens) -> bool:
    return any(token.kind != "word" or token.text not in _SMALL for token in run)


def _lead(a: str, b: str) -> Difference:
    """Compare the first paragraph of the earlier text with the first two of the later one."""
    return compare(_words(a.split("\n\n", 1)[0]), _words(" ".join(b.split("\n\n", 2)[:2])))


def _fate(lead: Difference) -> Lead:
    """Return how the first paragraph changed."""
    replaced = [runs for runs in lead.left if runs[0]]
    if lead.identities or any(_is_name(a) and _is_name(b) for a, b in replaced):
        return "moved"
    return "reworded" if replaced else "counted" if lead.figures else "kept"


def _is_name(run: Tokens) -> bool:
    """Whether a name may be among the words: one with a capital, or in a script without capitals any content word."""
    return any(token.kind == "word" and not token.printed[0].islower() and token.text not in _SMALL for token in run)
