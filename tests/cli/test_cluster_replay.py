"""Options that a replay on a cluster does not have."""

import pytest
from scrapy.utils.project import get_project_settings

from wirecrawl.cli.cluster_replay import check_options
from wirecrawl.configuration.values import read_cluster
from wirecrawl.errors import BadArgument


def test_other_files_are_written_with_keep_alone() -> None:
    settings = get_project_settings()
    check_options(settings)
    settings.set("FEEDS", {"x.csv": {"format": "csv"}}, priority="cmdline")
    with pytest.raises(BadArgument, match=r"not x\.csv; use `scrapy export`"):
        check_options(settings)
    settings.set("WIRECRAWL_REPLAY_KEEP", True, priority="cmdline")
    check_options(settings)


def test_chunks_need_a_size_and_without_an_address_there_is_no_cluster() -> None:
    settings = get_project_settings()
    settings.set("WIRECRAWL_CHUNK", 0, priority="cmdline")
    assert read_cluster(settings) is None
    settings.set("WIRECRAWL_CLUSTER", "local", priority="cmdline")
    with pytest.raises(BadArgument, match="WIRECRAWL_CHUNK=0"):
        read_cluster(settings)
