"""Which of the lines beside a story says who wrote it, where sites print its parts as lines of their own."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from wirecrawl.news.cleaning.whole_page.author_words import BARE, LABEL_ALONE, LABELLED
from wirecrawl.news.cleaning.whole_page.bylines import names_of

_JOINERS = frozenset((",", "and", "&", "und", "et", "y", "e", "og", "och", "en", "и", "і", "i", "dan", "/"))
_PIECES = 6  # lines behind a word for writers in which the whole line of their names may stand


def first_byline(lines: Iterable[str]) -> list[str]:
    """The names in the first line that says who wrote: a word for it before them, a time behind them at most.

    >>> first_byline(["Sports", "By Ida Holm and Jan Stern 10/5/26 09:19 PM"])
    ['Ida Holm', 'Jan Stern']
    """
    unfiltered = list(lines)
    known = [line for line in unfiltered if any(map(str.isalnum, line))]
    found = next((n for n, line in enumerate(known) if names_of(line)), None)
    if found is None:
        return next(filter(None, map(names_of, _joined(unfiltered))), [])
    if LABELLED.match(known[found]):
        return [_as_set_apart(name, known) for name in names_of(known[found])]
    # A line for each writer with the agency, no word for writers before it: "Ida Holm, STT".
    alike = takewhile(lambda line: names_of(line) and not LABELLED.match(line), known[found:])
    return list(dict.fromkeys(name for line in alike for name in names_of(line)))


def _as_set_apart(name: str, lines: Sequence[str]) -> str:
    """The name that a line ends with the first words of a post, "Ida Holm Oslo"; as a line of its own prints it."""
    return next((one for one in lines if " " in one and name.startswith(f"{one} ")), name)


def first_label(lines: Iterable[str]) -> list[str]:
    """The names in the first line with a word for writers and a colon, which may stand behind a story too.

    >>> first_label(["By Jan Stern", "Reporter: Ida Holm"])
    ['Ida Holm']
    """
    return first_byline(line for line in lines if not BARE.match(line))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Each word for writers that stands alone, with the next line: sites set the name apart as a link.

    Where a line soon behind has that name and more, it is the whole line of the names.
    """
    for n, (label, name) in enumerate(pairwise(lines)):
        is_post = n > 0 and name.startswith(lines[n - 1])  # "Ida Holm", "Journalist", "Ida Holm Journalist"
        if not is_post and LABEL_ALONE.fullmatch(label):
            several = ", ".join([name, *_listed(lines, n + 2)])
            whole = (line for line in lines[n + 2 : n + 2 + _PIECES] if line.startswith(name))
            yield from (f"{label.rstrip(' :：')}: {one}" for one in (*whole, several, name))


def _listed(lines: Sequence[str], n: int) -> Iterator[str]:
    """The lines from `n` on that are joined to the line before them by a comma or by "and" in a line of its own."""
    while n + 1 < len(lines) and lines[n].lower() in _JOINERS:
        yield lines[n + 1]
        n += 2
