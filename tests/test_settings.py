"""The settings against Scrapy's own: names that a new Scrapy has changed are found here."""

from scrapy.settings import default_settings

from wirecrawl import settings
from wirecrawl.cli import clean_files
from wirecrawl.commands.replay import _LOG_STATS, _OFFLINE
from wirecrawl.extensions.run_parts import _REPLACED
from wirecrawl.settings import _MIDDLEWARES_REPLACED, _NOT_IMPORTED, DOWNLOADER_MIDDLEWARES_BASE, EXTENSIONS_BASE


def test_what_is_left_out_or_replaced_is_scrapys() -> None:
    assert {*_NOT_IMPORTED, *_REPLACED, _LOG_STATS} <= set(default_settings.EXTENSIONS_BASE)
    assert set(_MIDDLEWARES_REPLACED) <= set(default_settings.DOWNLOADER_MIDDLEWARES_BASE)
    assert not {*_NOT_IMPORTED, *_MIDDLEWARES_REPLACED} & {*EXTENSIONS_BASE, *DOWNLOADER_MIDDLEWARES_BASE}
    assert EXTENSIONS_BASE.keys() - _OFFLINE["EXTENSIONS_BASE"].keys() == {_LOG_STATS}


def test_clean_has_the_limits_of_a_crawl() -> None:
    limits = settings.WIRECRAWL_CLEAN_SECONDS, settings.WIRECRAWL_CLEAN_MB
    assert limits == (clean_files.SECONDS, clean_files.MEGABYTES)
