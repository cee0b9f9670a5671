"""What every command's --help has: the program that was called, and an example."""

import argparse
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand

PROGRAM = "wirecrawl"  # the console script


class OwnHelp(ScrapyCommand):
    """Base of every command; first of the bases where a command changes one of Scrapy's."""

    example: ClassVar[str]  # what is typed behind the program, as in "crawl xinhua"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options, name the program that was called, and add the example."""
        super().add_options(parser)
        program = "scrapy"
        if Path(parser.prog).name == PROGRAM:
            program, parser.formatter_class = PROGRAM, argparse.HelpFormatter
        parser.usage = (parser.usage or "").replace("scrapy", program, 1).rstrip()
        parser.epilog = f"Example: {program} {self.example}"


class InspectingCommand(OwnHelp):
    """Base of commands that only look at pages: no run, nothing written."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options, and let no spider begin a run."""
        super().process_options(args, opts)
        assert self.settings
        self.settings.set("WIRECRAWL_INSPECTION", True, priority="cmdline")
