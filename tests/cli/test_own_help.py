"""--help of every command: it names the program that was called, and has an example that the command accepts."""

import argparse
import pkgutil
import shlex
import sys
from importlib import import_module
from typing import Any

import pytest
from scrapy.commands import ScrapyHelpFormatter
from scrapy.utils.project import get_project_settings

import wirecrawl.__main__ as filters
from wirecrawl import commands

COMMANDS = [module.name for module in pkgutil.iter_modules(commands.__path__)]


def parser_of(name: str, program: str) -> tuple[Any, argparse.ArgumentParser]:
    """A command and its parser, made as Scrapy makes it."""
    command = import_module(f"wirecrawl.commands.{name}").Command()
    command.settings = get_project_settings()
    parser = argparse.ArgumentParser(
        prog=program,
        usage=f"scrapy {name} {command.syntax()}",
        formatter_class=ScrapyHelpFormatter,
        conflict_handler="resolve",
    )
    command.add_options(parser)
    return command, parser


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_the_program_that_was_called(name: str) -> None:
    text = parser_of(name, "/srv/wire/bin/wirecrawl")[1].format_help()
    assert text.startswith(f"usage: wirecrawl {name}")
    assert f"Example: wirecrawl {name}" in text
    assert f"Example: scrapy {name}" in parser_of(name, "scrapy")[1].format_help()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_is_accepted(name: str) -> None:
    command, parser = parser_of(name, "scrapy")
    words = shlex.split(command.example)
    assert words[0] == name
    _, arguments = parser.parse_known_args(words[1:])
    assert [word for word in arguments if word.startswith("-")] == []


@pytest.mark.parametrize(
    ("called", "program"), [("/bin/wirecrawl", "wirecrawl"), ("x/__main__.py", "python -m wirecrawl")]
)
@pytest.mark.parametrize("name", ["clean", "headline", "relate"])
def test_help_of_a_filter(
    name: str, called: str, program: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [called])
    with pytest.raises(SystemExit):
        filters.main([name, "-h"])
    text = capsys.readouterr().out
    assert text.startswith(f"usage: {program} {name} ")
    assert f"Example: {program} {name} " in text
