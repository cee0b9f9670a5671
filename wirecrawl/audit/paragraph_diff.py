"""What two versions of a text have different, paragraph by paragraph."""

import difflib
from collections.abc import Iterator, Sequence


def paragraph_diff(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph that went, with "-", and each that came, with "+".

    >>> list(paragraph_diff(["Rain fell.", "More to come."], ["Rain fell.", "Enditem"]))
    [('-', 'More to come.'), ('+', 'Enditem')]
    """
    for number, line in enumerate(difflib.unified_diff(before, after, n=0, lineterm="")):
        if number > 1 and not line.startswith("@@"):  # the first two lines name the files
            yield line[0], line[1:]
