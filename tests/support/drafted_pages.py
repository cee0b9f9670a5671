"""A story page of an agency that has no layout yet, as `addagency` meets it."""

STORY = (
    "<p>The ferry to Tinnholm ran again on Friday after three weeks in the yard, its owner said.</p>"
    "<p>Two hundred passengers waited at the quay in the rain, some of them since before dawn.</p>"
    "<p>A second boat will be chartered for the winter if the council agrees, the mayor told reporters.</p>"
)
HEAD = (
    "<meta property='og:title' content='Ferry to Tinnholm runs again'>"
    "<meta property='og:site_name' content='Fjord Post'>"
)
TIME = "<time class=stamp datetime='2026-11-20T09:30:00+02:00'>20 November</time>"


def page(body: str, head: str = HEAD) -> bytes:
    return f"<!doctype html><html lang=nn><head>{head}</head><body>{body}</body></html>".encode()


def usual(inside: str = "", before: str = "") -> str:
    return (
        f"<nav><h1>Fjord Post</h1></nav>{before}<h1 class=art-title>Ferry to Tinnholm runs again</h1>{TIME}"
        f"<div class='by'><a rel=author>Ingrid Vassdal</a></div><div class='c-body mt-4'>{STORY}{inside}</div>"
        "<footer>All rights reserved</footer>"
    )
