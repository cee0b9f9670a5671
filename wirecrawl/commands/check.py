"""`scrapy check`: Scrapy's contracts, and a plain word where there are none."""

import argparse

from scrapy.commands import check as scrapys
from scrapy.contracts import ContractsManager
from scrapy.utils.conf import build_component_list
from scrapy.utils.misc import load_object

from wirecrawl.cli.own_help import InspectingCommand
from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.errors import BadArgument

_NOTHING = (
    "nothing to check: no spider has contracts. What the agencies' spiders read is tested on saved pages (make test); "
    "`scrapy drift SPIDER` compares today's code with the archive"
)


class Command(InspectingCommand, scrapys.Command):
    """Checks the contracts in the docstrings of spiders; those of agencies have none."""

    example = "check"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Check the contracts of spiders that have some"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the spiders named, or all of them."""
        if not (code := exit_code_of(lambda: self._refuse_unknown(args))):
            if self._has_contracts(args):
                super().run(args, opts)
                return
            print(_NOTHING)
        self.exitcode = code

    def _refuse_unknown(self, args: list[str]) -> int:
        assert self.crawler_process
        known = self.crawler_process.spider_loader.list()
        if unknown := [name for name in args if name not in known]:
            raise BadArgument(f"unknown spider {unknown[0]!r}; there are: {', '.join(known)}")
        return 0

    def _has_contracts(self, args: list[str]) -> bool:
        assert self.crawler_process
        assert self.settings
        kinds = build_component_list(self.settings.get_component_priority_dict_with_base("SPIDER_CONTRACTS"))
        contracts = ContractsManager(map(load_object, kinds))
        loader = self.crawler_process.spider_loader
        return any(contracts.tested_methods_from_spidercls(loader.load(name)) for name in args or loader.list())
