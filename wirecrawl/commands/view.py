"""`scrapy view URL`: a page in a browser as a crawl would get it, without a run."""

from scrapy.commands import view as scrapys

from wirecrawl.cli.own_help import InspectingCommand


class Command(InspectingCommand, scrapys.Command):
    """Fetches a page with the limits and the name of a crawl and opens it in a browser."""

    example = "view https://english.news.cn/"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Fetch a page as a crawl would and open it in a browser; nothing is written"
