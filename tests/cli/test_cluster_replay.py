"""Options that a replay on a cluster does not have."""

import pytest
from scrapy.utils.project import get_project_settings

from wirecrawl.cli.cluster_replay import check_options
from wirecrawl.configuration.values import read_cluster
from wirecrawl.errors import BadArgument


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("WIRECRAWL_REPLAY_KEEP", True, "leave out --keep or --cluster"),
        ("FEEDS", {"x.csv": {"format": "csv"}}, "not x.csv; use `scrapy export`"),
    ],
)
def test_what_a_cluster_cannot_do_is_usage(name: str, value: object, why: str) -> None:
    settings = get_project_settings()
    check_options(settings)
    settings.set(name, value, priority="cmdline")
    with pytest.raises(BadArgument, match=why):
        check_options(settings)


def test_chunks_need_a_size_and_without_an_address_there_is_no_cluster() -> None:
    settings = get_project_settings()
    settings.set("WIRECRAWL_CHUNK", 0, priority="cmdline")
    assert read_cluster(settings) is None
    settings.set("WIRECRAWL_CLUSTER", "local", priority="cmdline")
    with pytest.raises(BadArgument, match="WIRECRAWL_CHUNK=0"):
        read_cluster(settings)
