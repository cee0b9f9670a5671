"""`python -m wirecrawl clean FILE ...`: saved pages to stories without a crawl; `headline AGENCY`: wire marks read."""

import argparse
import json
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from wirecrawl.cli.clean_files import clean_all
from wirecrawl.cli.refusal import complain, exit_code_of
from wirecrawl.errors import BadArgument
from wirecrawl.utils.terminal import escaped
from wirecrawl.web.urls import canonical_url

if TYPE_CHECKING:
    from wirecrawl.news import wire

# Each command imports by itself what it alone needs: for one file, that was half of the time of `clean`.


_LONGEST = 2000  # characters of a headline, as of one on a page; all words of two are compared with each other


class _Pair(msgspec.Struct):
    """A line of the filter `relate`; a is the earlier one."""

    a: str
    b: str
    agency: str
    hours_apart: float = 0.0
    text_a: str | None = None
    text_b: str | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 0, 1 when a page could not be cleaned, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # UTF-8 whatever the locale: a feed has one encoding
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    return exit_code_of(lambda: _COMMANDS[arguments.command](arguments))


def _clean(arguments: argparse.Namespace) -> int:
    urls = _urls(arguments.urls) if arguments.urls else {}
    if arguments.url:
        _check_address(arguments.url, "--url")
    return clean_all(arguments.files, arguments.url, urls)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=_program(), description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    one = _add(commands, "clean", "clean saved pages: html, gzipped html, or - for standard input", "page.html")
    one.add_argument("files", nargs="+", metavar="FILE")
    address = one.add_mutually_exclusive_group()
    address.add_argument("--url", help="address of the page; else its canonical link")
    address.add_argument("--urls", type=Path, metavar="MAP.jsonl", help='JSON Lines with "file" and "url"')
    read = "a filter: raw headlines, one a line, to JSON Lines with their marks"
    marks = _add(commands, "headline", read, "xinhua < lines.txt")
    marks.add_argument("agency", metavar="AGENCY", help="agency whose marks they carry, as in the feed")
    _add(
        commands,
        "relate",
        "a filter: pairs of headlines as JSON Lines, each given back with its label",
        "< pairs.jsonl",
    )
    return parser


def _program() -> str:
    """What the user typed: the console script runs this module too."""
    name = Path(sys.argv[0]).name
    return name if name == "wirecrawl" else "python -m wirecrawl"


def _add(commands: Any, name: str, description: str, example: str) -> argparse.ArgumentParser:
    """A command; `example` is what may be typed behind its name."""
    epilog = f"Example: {_program()} {name} {example}"
    added: argparse.ArgumentParser = commands.add_parser(name, help=description, description=description, epilog=epilog)
    return added


def _headlines(arguments: argparse.Namespace) -> int:
    """Read headlines from standard input as they come; lines without text are skipped."""
    from wirecrawl.news import wire

    try:
        table = wire.table(arguments.agency)
    except KeyError as error:
        raise BadArgument(error.args[0]) from error
    for line in sys.stdin.buffer:
        raw = line.decode(errors="replace").rstrip("\r\n")
        if wire.fold_space(wire.clean_text(raw)):
            print(_headline(raw, table), flush=True)
    return 0


def _headline(raw: str, table: "wire.Table") -> str:
    from wirecrawl.news import wire

    parsed = wire.parse_headline(raw, table)
    shown = {"raw": raw, "headline": parsed.headline, "marks": msgspec.to_builtins(parsed.marks)}
    return _json(shown | {"attribution": parsed.attribution, "periodic": parsed.periodic})


def _relate(arguments: argparse.Namespace) -> int:
    """Read pairs of headlines from standard input as they come; a line that is no pair is named and left out."""
    code = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            try:
                print(_related(line), flush=True)
            except (BadArgument, ValueError, RecursionError) as error:
                complain(f"line {number}: {error}")
                code = BadArgument.exit_code
    return code


def _related(line: bytes) -> str:
    """One pair with its label. Raises BadArgument for a pair that lacks something, ValueError for no JSON."""
    from wirecrawl.news.dedupe import relate

    try:
        pair = msgspec.json.decode(line, type=_Pair)
        if max(len(pair.a), len(pair.b)) > _LONGEST:
            raise BadArgument(f"a headline of more than {_LONGEST} characters; give headlines")
        given = json.loads(line)
        found = relate(pair.a, pair.b, pair.agency, pair.hours_apart, pair.text_a, pair.text_b)
    except KeyError as error:
        raise BadArgument(error.args[0]) from error
    shown = {"label": found.label, "kind": found.kind, "similarity": found.similarity}
    return _json(given | shown | {"thread": found.one_thread})


_COMMANDS = {"clean": _clean, "headline": _headlines, "relate": _relate}


def _urls(file: Path) -> dict[str, str]:
    """Addresses by base name of the file. Raises BadArgument, naming file and line."""
    urls: dict[str, str] = {}
    try:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                _add_url(urls, json.loads(line), f"{file} line {number}")
    except OSError as error:
        raise BadArgument(f"{file}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise BadArgument(f"{file}: not JSON Lines ({error}); a line is {{'file': ..., 'url': ...}}") from error
    return urls


def _add_url(urls: dict[str, str], entry: Any, where: str) -> None:
    if not isinstance(entry, dict) or not isinstance(entry.get("file"), str):
        raise BadArgument(f'{where}: must be an object with "file" and "url"')
    if entry.get("url"):
        _check_address(entry["url"], where)
        urls[Path(entry["file"]).name] = entry["url"]


def _check_address(url: Any, where: str) -> None:
    try:
        canonical_url(str(url))
    except ValueError:
        raise BadArgument(f"{where}: {url!r} is no http or https address") from None


def _json(value: object, indent: int | None = None) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))


if __name__ == "__main__":
    sys.exit(main())
