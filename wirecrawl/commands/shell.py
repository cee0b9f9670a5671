"""`scrapy shell [URL]`: Scrapy's console with a fetched page, without a run."""

from scrapy.commands import shell as scrapys

from wirecrawl.cli.own_help import InspectingCommand


class Command(InspectingCommand, scrapys.Command):
    """Opens a console to try selectors on a page."""

    example = "shell https://english.news.cn/"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Fetch a page and open a Python console with it; nothing is written"
