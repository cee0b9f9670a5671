"""`scrapy verify FEED ...`: each line made again from its record, with the code of today."""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wirecrawl.cli.check_command import CHANGED, MISSING, CheckCommand, describe
from wirecrawl.errors import BadArgument
from wirecrawl.storage.feed.lines import is_story, read_lines
from wirecrawl.utils.progress import print_above
from wirecrawl.utils.terminal import counted, printable


class Command(CheckCommand):
    """Says of each story of feeds whether it can be made again, and what would be different."""

    example = "verify data/feeds/xinhua/*-stories.jsonl"

    def syntax(self) -> str:
        """How it is called."""
        return "[options] FEED ..."

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Make each line again from its record; exit code 0 identical, 2 usage, 3 changed, 4 record missing"

    def check(self, args: list[str], opts: argparse.Namespace) -> int:
        """Verify every story of the feeds and print what is not as it was, then the sums.

        Returns 4 also for lines none of which is a story: they were not verified, so 0 would be a false comfort.
        """
        if not args:
            raise BadArgument("name feeds, as in data/feeds/xinhua/*-stories.jsonl")
        files, places = [Path(name) for name in args], self.places(opts)
        sums: Counter[str] = Counter({"identical": 0, "changed": 0, "record missing": 0})
        count = sum(line is not None and is_story(line) for _, line in read_lines(files))
        for one in self.verified("verify", self._stories(files, sums), count, places):
            sums[one.state] += 1
            if one.state != "identical":
                print_above("\n".join(map(printable, describe(one))))
        return self._summary(sums)

    def _stories(self, files: list[Path], sums: Counter[str]) -> Iterator[dict[str, Any]]:
        for place, line in read_lines(files):
            if line is None:
                print_above(printable(f"{place}: no line of a feed"))
                sums["record missing"] += 1
            elif is_story(line):
                yield line
            else:
                sums["headlines"] += 1

    def _summary(self, sums: Counter[str]) -> int:
        headlines = sums.pop("headlines", 0)
        print(
            f"{counted(sums.total(), 'story')}: {', '.join(f'{count} {state}' for state, count in sums.items())}"
            + (f"; {counted(headlines, 'headline')}, made from no record" if headlines else "")
        )
        if sums["record missing"] or (headlines and not sums.total()):
            return MISSING
        return CHANGED if sums["changed"] else 0
