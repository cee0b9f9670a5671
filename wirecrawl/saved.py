"""Which saved pages a replay asks for."""

from dataclasses import replace

from wirecrawl.agencies import Link, classify
from wirecrawl.archive import Saved
from wirecrawl.run import LIMIT, Run


def saved_stories(run: Run, saved: Saved) -> list[tuple[Link, str]]:
    """Saved story pages to ask for, each with its record; every other saved page that is no list gets its outcome.

    All of them are noted before the first list is read, so that none is taken for another address of its story.
    """
    pages = [(classify(page.url, run.agency), page.record) for page in saved.pages()]
    first_pages = {link.id for link, _ in pages if link.kind == "article" and link.page == 1}
    stories = [p for p in pages if p[0].kind != "list" and (p[0].page == 1 or p[0].id not in first_pages)]
    captures = [(_capture(run, link, record), record) for link, record in stories]
    return [(link, record) for link, record in captures if _is_wanted(run, link)]


def _capture(run: Run, link: Link, record: str) -> Link:
    """Note a saved page; a further capture of one address is a link of its own, marked by its record."""
    if not run.see(link, "saved page"):
        link = replace(link, url=f"{link.url}#{record}")
        run.see(link, "saved page")
    return link


def _is_wanted(run: Run, link: Link) -> bool:
    if link.kind != "article":
        run.settle(link.url, "filtered", "shape")
    elif link.page > 1:
        run.settle(link.url, "not reached", "a later page of a story whose first page is not saved")
    elif not run.take_one():
        run.settle(link.url, "filtered", LIMIT)
    else:
        return True
    return False
