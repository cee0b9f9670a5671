"""What two versions of a text have different, paragraph by paragraph."""

import difflib
from collections.abc import Iterator, Sequence

_MOST = 5_000  # paragraphs that are compared: the time that this takes grows with their square


def paragraph_diff(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph that went, with "-", and each that came, with "+"; of very many, all of both.

    >>> list(paragraph_diff(["Rain fell.", "More to come."], ["Rain fell.", "Enditem"]))
    [('-', 'More to come.'), ('+', 'Enditem')]
    """
    if len(before) + len(after) > _MOST:
        yield from (("-", paragraph) for paragraph in before)
        yield from (("+", paragraph) for paragraph in after)
        return
    for number, line in enumerate(difflib.unified_diff(before, after, n=0, lineterm="")):
        if number > 1 and not line.startswith("@@"):  # the first two lines name the files
            yield line[0], line[1:]
