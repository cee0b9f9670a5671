"""`scrapy fetch URL`: the bytes of a page as a crawl would get them, without a run."""

from scrapy.commands import fetch as scrapys

from wirecrawl.cli.own_help import InspectingCommand


class Command(InspectingCommand, scrapys.Command):
    """Fetches a page with the limits and the name of a crawl and prints it."""

    example = "fetch https://english.news.cn/ > home.html"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Fetch a page as a crawl would and print it; nothing is written"
