"""The settings against Scrapy's own: names that a new Scrapy has changed are found here."""

from scrapy.settings import default_settings

from wirecrawl import settings
from wirecrawl.cli import clean_files
from wirecrawl.commands.replay import _OFFLINE, _STATISTICS
from wirecrawl.settings import _NOT_IMPORTED, EXTENSIONS_BASE


def test_extensions_that_are_left_out_are_extensions_of_scrapy() -> None:
    assert {*_NOT_IMPORTED, *_STATISTICS} <= set(default_settings.EXTENSIONS_BASE)
    assert len(EXTENSIONS_BASE) == len(default_settings.EXTENSIONS_BASE) - len(_NOT_IMPORTED)
    assert len(_OFFLINE["EXTENSIONS_BASE"]) == len(EXTENSIONS_BASE) - len(_STATISTICS)


def test_clean_has_the_limits_of_a_crawl() -> None:
    limits = settings.WIRECRAWL_CLEAN_SECONDS, settings.WIRECRAWL_CLEAN_MB
    assert limits == (clean_files.SECONDS, clean_files.MEGABYTES)
