"""Every saved story of every agency, its page changed in ways that must not change the story."""

import pytest

from tests.support import more_changes
from tests.support.changes import CHANGES
from tests.support.saved_stories import AGENCIES, CASES, FIELDS, UTF_8, saved_story, unchanged, url_of
from wirecrawl.errors import WirecrawlError
from wirecrawl.news.cleaning.clean import clean

assert more_changes.__name__  # its changes are in the list


def _differences(name: str, agency: str) -> list[str]:
    found = []
    for case in CASES:
        page = CHANGES[name](saved_story(case)) if case.parent.name == agency else None
        if page is None:
            continue
        before = unchanged(case)
        try:
            after = clean(page, url_of(case), content_type=UTF_8)
        except WirecrawlError as error:
            found.append(f"{case.name}: {error}")
            continue
        fields = [key for key in FIELDS if getattr(before, key) != getattr(after, key)]
        found += [f"{case.name} {key}: {getattr(before, key)!r} -> {getattr(after, key)!r}" for key in fields]
    return found


@pytest.mark.parametrize("agency", AGENCIES)
@pytest.mark.parametrize("name", CHANGES)
def test_the_story_is_the_same(name: str, agency: str) -> None:
    assert _differences(name, agency) == []
