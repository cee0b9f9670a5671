"""An explanation as one page to look at: no script, no request, and every text of the ledger escaped.

Written with the standard library alone: the page has no choices beyond those of `explain`, and each piece of text goes
through one function.
"""

from collections.abc import Iterator
from html import escape

from wirecrawl.audit.explain import Explanation, VersionChange, printed_headline, remark
from wirecrawl.audit.text_diff import ParagraphChange, Words
from wirecrawl.news.wire.text import clean_text

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1d1f21; --soft: #5c6166; --line: #d8dbdf;
  --added: #dff3e4; --added-ink: #0b5a2a; --removed: #fbe3e1; --removed-ink: #97231b; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181a; --ink: #e4e6e8; --soft: #a2a8ae; --line: #3a3f44;
  --added: #12351f; --added-ink: #8fdcaa; --removed: #451a17; --removed-ink: #f5aca5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; line-height: 1.35; margin: 0; }
section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1.25rem; }
.soft { color: var(--soft); font-size: .9rem; margin: .15rem 0; font-variant-numeric: tabular-nums; }
ins { background: var(--added); color: var(--added-ink); text-decoration: underline; text-decoration-thickness: 2px; }
del { background: var(--removed); color: var(--removed-ink); text-decoration: line-through; }
p.added, p.removed, p.changed { border-left: .25rem solid var(--line); padding-left: .75rem; margin-left: -1rem; }
p.added { border-color: var(--added-ink); }
p.removed { border-color: var(--removed-ink); }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
pre { white-space: pre-wrap; font-size: .85rem; color: var(--soft); }
@media print { body { max-width: none; padding: 0; } ins, del { background: none; } h2 { break-after: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
MARK = "<!-- scrapy explain -->"  # in each page, so that `--html` replaces no other file
_CLASSES = {"-": "removed", "+": "added", "~": "changed"}


def version_page(explanation: Explanation) -> str:
    """HTML of the page."""
    return "\n".join(_page(explanation)) + "\n"


def _text(text: str) -> str:
    """Text of a page or of the ledger, safe in HTML, in attributes too."""
    return escape(clean_text(text), quote=True)


def _page(explanation: Explanation) -> Iterator[str]:
    versions = explanation.versions
    title = printed_headline(versions[-1].known) if versions else explanation.asked
    yield f"""<!doctype html>{MARK}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{_text(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">{_text(title)}</h1>
<p class="soft">{_text(explanation.asked)}{_thread(explanation)}</p>
<p class="soft">Added words are <ins>underlined</ins>, removed words are <del>struck out</del>.</p>"""
    for number, version in enumerate(versions):
        yield from _version(version, first=number == 0)
    if explanation.lines:
        yield "<section>\n<h2>What became of its links</h2>"
        yield f"<pre>{chr(10).join(map(_text, explanation.lines))}</pre>\n</section>"
    yield "</main>\n</body>\n</html>"


def _thread(explanation: Explanation) -> str:
    return f", thread {_text(explanation.versions[0].known.thread)}" if explanation.versions else ""


def _version(version: VersionChange, *, first: bool) -> Iterator[str]:
    known = version.known
    compared = f", compared with {_text(version.before)}" if version.before else ""
    yield "<section>"
    yield f'<h2 dir="auto">{_words(version.headline) or _text(printed_headline(known))}</h2>'
    yield f'<p class="soft">{_text(known.name)}, {_text(known.time or "no time")}{compared}</p>'
    if said := remark(version, first=first):
        yield f'<p class="soft">{_text(said)}</p>'
    if version.before:
        yield from map(_paragraph, version.paragraphs)
    elif version.text:
        yield from (f'<p dir="auto">{_text(paragraph)}</p>' for paragraph in version.text.split("\n\n"))
    yield "</section>"


def _paragraph(paragraph: ParagraphChange) -> str:
    kind = f' class="{_CLASSES[paragraph.change]}"' if paragraph.change else ""
    return f'<p dir="auto"{kind}>{_words(paragraph.words)}</p>'


def _words(words: tuple[Words, ...]) -> str:
    return "".join(map(_marked, words))


def _marked(words: Words) -> str:
    """Marked words; what the marks mean is also there for who hears the page."""
    kept = words.text.rstrip()
    space = words.text[len(kept) :]
    shown = _text(kept)
    if words.change:
        tag, said = ("ins", "added") if words.change == "+" else ("del", "removed")
        shown = f'<{tag}><span class="heard">[{said}: </span>{shown}<span class="heard">]</span></{tag}>'
    return shown + _text(space)
