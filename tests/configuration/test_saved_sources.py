"""The saved pages of a replay, and the processes that read them."""

import pytest
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from wirecrawl.configuration.processes import open_readers
from wirecrawl.configuration.saved_sources import saved_pages
from wirecrawl.errors import BadArgument
from wirecrawl.news.agencies import get


def settings_of(*sources: str, **values: object) -> Settings:
    settings = get_project_settings()
    settings.setdict({"WIRECRAWL_REPLAY_SOURCES": list(sources), **values}, priority="cmdline")
    return settings


def test_a_live_crawl_has_no_saved_pages() -> None:
    assert saved_pages(settings_of(), get("ap")) is None


def test_the_pages_of_one_replay_are_looked_for_once_and_those_of_the_last_one_go() -> None:
    first = saved_pages(settings_of("fixtures/ap"), get("ap"))
    assert saved_pages(settings_of("fixtures/ap"), get("ap")) is first
    saved_pages(settings_of("fixtures/afp"), get("afp"))
    assert saved_pages(settings_of("fixtures/ap"), get("ap")) is not first


@pytest.mark.parametrize("every_agency", [False, True])
def test_a_source_that_cannot_be_used_is_usage(every_agency: bool) -> None:
    for source in ("nowhere", "docs"):
        with pytest.raises(BadArgument, match=source):
            saved_pages(settings_of(source, WIRECRAWL_REPLAY_ALL=every_agency), get("ap"))


def test_no_page_is_read_in_this_process_and_the_processes_are_shared() -> None:
    assert open_readers(settings_of(WIRECRAWL_JOBS=1), 10_000).number == 1
    assert open_readers(settings_of(), 10).number == 1
    two = open_readers(settings_of(WIRECRAWL_JOBS=2), 10)
    assert (two.number, open_readers(settings_of(WIRECRAWL_JOBS=2), 10_000) is two) == (2, True)
