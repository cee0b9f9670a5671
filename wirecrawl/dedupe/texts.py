"""Likeness of two texts: the same, near (nothing new in the later one), or grown out of the earlier one."""

from dataclasses import dataclass

from wirecrawl.dedupe.keys import fold
from wirecrawl.dedupe.likeness import Difference, compare
from wirecrawl.dedupe.tokens import tokens

_KEPT = 0.5  # of the earlier text that the later one must hold to be near it or grown out of it
_LEAD_KEPT = 0.6  # of the first paragraph: two events of one background differ here
# Words that carry no news: one of them more or other leaves a text as it was. Denials are not among them.
_SMALL = frozenset(
    """
    that which who this these those it its he she they their his her them is are was were be been has have had
    will would of in on at to for from by with as but or also said says saying there then than so when endi
    endit enditem while after before
    """.split()
)
_DENIALS = frozenset("not no never without denies denied nobody none cannot non neither nor".split())
_PHRASE = 3  # words: a denial gone from one turns it round, one gone with its sentence does not


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a later text stands to an earlier one; `similarity` is 0 to 1 over the words of both."""

    similarity: float
    same: bool = False
    near: bool = False
    grown: bool = False
    lead: bool = False  # the first paragraph lives on, nothing in it replaced


def relate_texts(a: str, b: str) -> Likeness:
    """Compare a text with a later one. Near: nothing new in it, no word, figure or name.
    Grown: half of the earlier text and most of its first paragraph live on in it, with figures or words changed.

    >>> relate_texts("Two people were hurt.", "Two people were hurt!").same
    True
    """
    if fold(a) == fold(b):
        return Likeness(1.0, same=True)
    words_a, words_b = tuple(tokens(a)), tuple(tokens(b))
    difference = compare(words_a, words_b)
    similarity = round(difference.similarity, 3)
    kept = difference.matched / (len(words_a) or 1)
    near = kept >= _KEPT and _nothing_new(difference)
    lead = _lead(a, b)
    grown = not near and kept >= _KEPT and lead.matched >= _LEAD_KEPT * lead.lengths[0]
    return Likeness(similarity, near=near, grown=grown, lead=not _replaced(lead))


def _nothing_new(difference: Difference) -> bool:
    if difference.figures or difference.identities:
        return False
    new = all(token.kind == "word" and token.text in _SMALL for _, run in difference.left for token in run)
    return new and not any(token.text in _DENIALS for run, _ in difference.left for token in run if len(run) <= _PHRASE)


def _lead(a: str, b: str) -> Difference:
    """How the first paragraph of the earlier text differs from the first two of the later one."""
    first = tuple(tokens(a.split("\n\n", 1)[0]))
    return compare(first, tuple(tokens(" ".join(b.split("\n\n", 2)[:2]))))


def _replaced(difference: Difference) -> bool:
    changed = difference.figures or difference.identities
    return bool(changed or any(a for a, _ in difference.left))
