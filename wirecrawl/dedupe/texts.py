"""Likeness of two texts: the same, near (nothing new in the later one), or grown out of the earlier one."""

from dataclasses import dataclass

from wirecrawl.dedupe.keys import fold
from wirecrawl.dedupe.likeness import Difference, Run, compare
from wirecrawl.dedupe.tokens import Token, tokens

_NEW_SHARE = 0.02  # of the later text: what an editor's eye changes in a copy; one word in a story of fifty
_KEPT = 0.5  # of the earlier text that the later one must hold to be near it or grown out of it
_LEAD_KEPT = 0.6  # of the first paragraph: two events of one background differ here
_DENIALS = frozenset("not no never without denies denied deny fails failed cannot non".split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a later text stands to an earlier one; `similarity` is 0 to 1 over the words of both."""

    similarity: float
    same: bool = False
    near: bool = False
    grown: bool = False


def relate_texts(a: str, b: str) -> Likeness:
    """Compare a text with a later one. Near: nothing new in it but a word in fifty, no figure, name or denial.
    Grown: half of the earlier text and its first paragraph live on in it, with figures or words changed.

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
    return Likeness(similarity, near=near, grown=not near and kept >= _KEPT and _lead_kept(a, b))


def _nothing_new(difference: Difference) -> bool:
    if difference.figures or difference.identities:
        return False
    new = [token for _, run in difference.left for token in run]
    if any(_weighty(token) for token in new) or any(_denial(a) != _denial(b) for a, b in difference.left):
        return False
    return len(new) <= max(1, _NEW_SHARE * difference.lengths[1])


def _weighty(token: Token) -> bool:
    return token.kind != "word" or token.printed[0].isupper()


def _denial(run: Run) -> bool:
    return any(token.text in _DENIALS or (token.text.endswith("nt") and "'" in token.printed) for token in run)


def _lead_kept(a: str, b: str) -> bool:
    """Whether the first paragraph of the earlier text is found again among the first of the later one."""
    first = tuple(tokens(a.split("\n\n", 1)[0]))
    found = compare(first, tuple(tokens(" ".join(b.split("\n\n", 2)[:2]))))
    return found.matched >= _LEAD_KEPT * len(first)
