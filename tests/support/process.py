"""Whole processes under test: `scrapy ...` and `python -m wirecrawl ...` as a user starts them, and what they left.

Children run in the project's folder with WIRECRAWL_DATA in a folder of the test. A live crawl reaches
tests.support.site as its proxy; without_network() ends a child at its first use of the network.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.fixtures import ROOT
from tests.support.forked import can_fork, run_module
from tests.support.site import Site

# What a crawl does for the sake of a server only makes these tests slow.
FAST = ("-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=0", "-s", "WIRECRAWL_WORKERS=0")
_OWN = ("http_proxy", "https_proxy", "no_proxy", "all_proxy", "ssl_cert_file", "ssl_cert_dir", "pythonpath")
_PATIENCE = 60  # seconds; a child takes one or two, so this is one that hangs
# Exit code of a child that used the network: none of wirecrawl's own.
NETWORK_USED = 99
OUTWARD = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")
BIND = ("socket.bind",)
_GUARD = """
import os, sys

def watch(event, arguments):
    # A library that Scrapy imports asks the kernel for IPv6 by binding port 0 of ::1; nothing leaves the machine.
    probe = event == "socket.bind" and arguments[1] == ("::1", 0)
    within = bool(arguments) and getattr(arguments[0], "family", None) == 1  # AF_UNIX: the processes that read pages
    if event in {events} and not probe and not within:
        sys.stderr.write(f"network used: {{event}} {{arguments}}\\n")
        sys.stderr.flush()
        os._exit({code})

sys.addaudithook(watch)
"""


@dataclass(frozen=True)
class Ended:
    """A process that has ended: `out` in bytes, because feeds are; what it wrote is read from its data folder."""

    code: int
    out: bytes
    err: str
    data: Path

    @property
    def report(self) -> Any:
        """The report that the last of the six lines names."""
        return json.loads(Path(self.err.rpartition("report: ")[2].strip()).read_bytes())

    @property
    def stories(self) -> list[dict[str, Any]]:
        """Lines of the stories feed that this run names; none when it wrote no such file."""
        return self._feed("stories")

    @property
    def headlines(self) -> list[dict[str, Any]]:
        """Lines of the headlines feed that this run names."""
        return self._feed("headlines")

    def _feed(self, kind: str) -> list[dict[str, Any]]:
        line = next(line for line in self.err.splitlines() if line.startswith("feed: "))
        files = [name for name in line.removeprefix("feed: ").split(", ") if name.endswith(f"-{kind}.jsonl")]
        return [entry for name in files for entry in lines(Path(name))]

    def link(self, url: str) -> dict[str, Any]:
        """What the report says of a link that brought no line; {} for one that it does not list."""
        found: list[dict[str, Any]] = [link for link in self.report["not_in_feed"] if link["url"] == url]
        return found[0] if found else {}

    def outcome(self, url: str) -> str | None:
        """Outcome of a link that brought no line; None for one that the report does not list."""
        return self.link(url).get("outcome")


def lines(file: Path) -> list[dict[str, Any]]:
    """A JSON Lines file, each line whole and ended by LF."""
    body = file.read_bytes()
    assert not body or body.endswith(b"\n"), f"{file}: its last line is cut"
    return [json.loads(line) for line in body.split(b"\n")[:-1]]


def feed_files(data: Path, kind: str = "stories") -> list[Path]:
    """Feed files under their final names, oldest first."""
    return sorted(data.glob(f"feeds/xinhua/*-{kind}.jsonl"))


def counted(data: Path) -> Counter[str]:
    """How often each story is in the feed files of all runs."""
    return Counter(story["id"] for file in feed_files(data) for story in lines(file))


def ids(ended: Ended) -> list[str]:
    """Ids of the stories that a run wrote."""
    return sorted(story["id"] for story in ended.stories)


def clean_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what would lead a child elsewhere, and `extra` on top."""
    kept = {name: value for name, value in os.environ.items() if name.lower() not in _OWN}
    return {**kept, **(extra or {})}


def python(*arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> Ended:
    """`python ARGUMENTS` in the project's folder, forked where that changes nothing."""
    whole = clean_environment(environment)
    if can_fork(arguments, environment or ()):
        ended = run_module(arguments[1:], whole, stdin, _PATIENCE)
    else:
        ended = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=whole,
            input=stdin,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    return Ended(ended.returncode, ended.stdout, ended.stderr.decode(), Path())


def scrapy(data: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ended:
    """`scrapy ARGUMENTS` with everything it writes below `data`."""
    ended = python("-m", "scrapy", *arguments, "-s", f"WIRECRAWL_DATA={data}", environment=environment)
    return Ended(ended.code, ended.out, ended.err, data)


def replay(data: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ended:
    """`scrapy replay xinhua ARGUMENTS`."""
    return scrapy(data, "replay", "xinhua", *arguments, environment=environment)


def crawl(site: Site, data: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ended:
    """`scrapy crawl xinhua ARGUMENTS` against the site, without its delays."""
    return scrapy(data, "crawl", "xinhua", *FAST, *arguments, environment={**site.env(), **(environment or {})})


def start_crawl(site: Site, data: Path, *arguments: str, spider: str = "xinhua") -> subprocess.Popen[bytes]:
    """A crawl that goes on while the test does something to it."""
    command: Sequence[str] = ["crawl", spider, *FAST, *arguments, "-s", f"WIRECRAWL_DATA={data}"]
    return subprocess.Popen(
        [sys.executable, "-m", "scrapy", *command],
        cwd=ROOT,
        env=clean_environment(site.env()),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def without_network(folder: Path, events: tuple[str, ...] = OUTWARD + BIND) -> dict[str, str]:
    """Environment of a child that ends with NETWORK_USED at the first of these audit events; `folder` is its own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(_GUARD.format(events=events, code=NETWORK_USED), encoding="utf-8")
    return {"PYTHONPATH": str(folder)}
