"""`scrapy list`: the spiders."""

from scrapy.commands import list as scrapys

from wirecrawl.cli.own_help import OwnHelp


class Command(OwnHelp, scrapys.Command):
    """Lists the spiders, one a line."""

    example = "list"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "List the spiders"
