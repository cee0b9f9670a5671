"""`wirecrawl COMMAND ...`: every command in one program, from any folder."""

import os
import pkgutil
import runpy
import sys
from importlib import import_module

from wirecrawl.cli.completion import SHELLS, script
from wirecrawl.cli.refusal import complain
from wirecrawl.errors import BadArgument

_COMMANDS = "wirecrawl.commands"  # imported when asked for: the commands themselves use cli/
# Commands of `python -m wirecrawl`, which need no settings.
_PLAIN = {
    "clean": "Clean saved pages: files in, stories out",
    "headline": "Read wire marks: raw headlines in, JSON Lines out",
    "relate": "Compare pairs of headlines: JSON Lines in and out",
}
_COMPLETION = {"completion": f"Print what completes commands and names in a shell: {' or '.join(SHELLS)}"}
_HELP = ("-h", "--help", "help")


def main() -> None:
    """Run the command that the arguments name; ends the process with its exit code."""
    os.environ.setdefault("SCRAPY_SETTINGS_MODULE", "wirecrawl.settings")  # also where no scrapy.cfg names it
    name = sys.argv[1] if len(sys.argv) > 1 else "help"
    if name in _HELP:
        print(_overview())
    elif name in _COMPLETION:
        sys.exit(_complete(sys.argv[2:]))
    elif name in _PLAIN:
        runpy.run_module("wirecrawl", run_name="__main__")
    elif name in command_names():
        _run_scrapy()
    else:
        complain(f"{name!r} is no command; there are: {', '.join(command_names())}")
        sys.exit(BadArgument.exit_code)


def command_names() -> list[str]:
    """Names of all commands."""
    return sorted({*_own(), *_PLAIN, *_COMPLETION})


def _own() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(import_module(_COMMANDS).__path__)]


def _run_scrapy() -> None:
    """Let Scrapy run it."""
    from scrapy.cmdline import execute

    execute(["wirecrawl", *sys.argv[1:]])


def _overview() -> str:
    own = {name: import_module(f"{_COMMANDS}.{name}").Command().short_desc() for name in _own()}
    told = sorted({**own, **_PLAIN, **_COMPLETION}.items())
    lines = [f"  {name:<11} {description}" for name, description in told]
    return "\n".join(["usage: wirecrawl COMMAND ...; -h behind a command explains it", "", *lines])


def _complete(given: list[str]) -> int:
    if given[:1] and given[0] in _HELP:
        print(f"usage: wirecrawl completion {'|'.join(SHELLS)}\n\nExample: source <(wirecrawl completion bash)")
        return 0
    if len(given) != 1 or given[0] not in SHELLS:
        complain(f"name a shell: {' or '.join(SHELLS)}, as in wirecrawl completion bash")
        return BadArgument.exit_code
    print(script(given[0], command_names(), _spiders()), end="")
    return 0


def _spiders() -> list[str]:
    from scrapy.spiderloader import get_spider_loader
    from scrapy.utils.project import get_project_settings

    return sorted(get_spider_loader(get_project_settings()).list())
