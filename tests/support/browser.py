"""A real browser: Debian's Chromium, which shows a page from a file as a reader would see it, with no network."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.support.extras import needs

CHROMIUM = shutil.which("chromium")
_REQUIRED = os.environ.get("WIRECRAWL_EXTRAS") == "required"
_ARGUMENTS = ("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND")
_AXE = "axe.run().then(found => JSON.stringify(found.violations.map(one => [one.id, one.nodes[0].html])))"


# Marks of a module whose tests need Chromium, what drives it and what makes the page: skipped where that is not
# installed, unless extras are required.
NEEDS_BROWSER = [
    pytest.mark.skipif(CHROMIUM is None and not _REQUIRED, reason="needs chromium, and make extras"),
    needs("playwright", "axe_playwright_python", "altair", "vl_convert", "jinja2"),
]


class Shown:
    """A page that a browser shows: what it asked for, what its console says, and the page itself."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page. It comes from the debugger, so that no policy of the page counts."""
        session = self.page.context.new_cdp_session(self.page)
        answer = session.send(
            "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True}
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    @property
    def is_wider_than_the_window(self) -> bool:
        """Whether the page must be scrolled sideways."""
        return bool(self.ask("document.documentElement.scrollWidth > innerWidth"))

    @property
    def violations(self) -> list[list[str]]:
        """What axe-core finds against the rules of accessibility: each rule with the first element that breaks it."""
        self.ask((files("axe_playwright_python") / "axe.min.js").read_text("utf-8") + "; 0")
        found: list[list[str]] = json.loads(self.ask(_AXE))
        return found


@contextmanager
def browser() -> Iterator[Any]:
    """A browser that can reach no host."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(_ARGUMENTS))
        yield opened
        opened.close()


def show(opened: Any, file: Path, width: int = 1280, *, dark: bool = False) -> Shown:
    """Open a file in a window of so many pixels."""
    scheme = "dark" if dark else "light"
    shown = Shown(opened.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme))
    shown.page.goto(file.absolute().as_uri())
    return shown
