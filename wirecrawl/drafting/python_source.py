"""Writes a draft as Python source; a comment above each selector gives its evidence.

Each value is on a separate line that ends with a comma, as the formatter would write it.
"""

import keyword
import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from textwrap import wrap

from wirecrawl.drafting import Draft
from wirecrawl.errors import BadArgument
from wirecrawl.news.agencies import Agency, Layout, UrlShape
from wirecrawl.news.wire import clean_text, fold_space

_WIDTH = 120  # of a line, as in pyproject.toml
_COMMENT = 70  # characters of the page's text in a comment
_TITLE = 30  # characters of a name in a docstring, which is one line
_NAME = re.compile(r"[a-z][a-z0-9]{1,19}")
_PLAIN_WORDS = re.compile(r"[^\w .&'-]")  # characters that are removed from a site's name in a docstring
_FIELDS = ("headline", "body", "published", "bylines", "drop")


def check_name(name: str) -> None:
    """Raise BadArgument for a name that cannot be the name of a module, a spider and a folder.

    >>> check_name("polarwire")
    """
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise BadArgument(f"{name!r}: give 2 to 20 small letters and digits, a letter first, as in polarwire")


def one_line(text: str, width: int = _COMMENT) -> str:
    """Return text of a page as one printable line, cut off if it is longer than `width`.

    >>> one_line("Rain" + chr(7) + " falls", 8)
    'Rain fa…'
    """
    line = "".join(character for character in fold_space(clean_text(text)) if character.isprintable())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def literal(text: str) -> str:
    r"""Return a string literal as the formatter writes it: in single quotes only if that saves backslashes.

    >>> print(literal("[@a='b']"), literal('"'))
    "[@a='b']" '"'
    """
    quote = "'" if text.count('"') > text.count("'") else '"'
    escaped = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text.replace("\\", r"\\"))
    return quote + escaped.replace(quote, "\\" + quote) + quote


def agency_source(draft: Draft) -> str:
    """Return the text of wirecrawl/news/agencies/NAME.py."""
    agency = draft.agency
    name = _plain(agency)
    parts = [
        f'"""{name}: drafted from one page of its site; check it against others."""\n',
        "import re\nfrom datetime import timedelta\n",
        "from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape\n",
        f"_SITE = ({literal(agency.domains[0])},)",
        "\n".join(["_SHAPES = (", *(line for shape in agency.shapes for line in _shape(shape, draft)), ")"]),
        "\n".join(_layout(agency.layouts[0], draft)),
        "",
        "\n".join(_agency(draft)),
    ]
    return "\n".join(parts) + "\n"


def _plain(agency: Agency) -> str:
    words = " ".join(_PLAIN_WORDS.sub("", agency.printed[0]).split())
    return words[:_TITLE].strip(" '&-") or agency.name.capitalize()


def _shape(shape: UrlShape, draft: Draft) -> Iterable[str]:
    if shape.kind == "article":
        yield from _comment(draft.why["shapes", "article"], 4)
    elif shape.source == "list":
        yield from _comment("the home and the fronts of its sections; name them one by one", 4)
    own = shape.hosts == draft.agency.domains
    yield from ("    UrlShape(", f"        {literal(shape.kind)},")
    yield "        _SITE," if own else f"        ({literal(shape.hosts[0])},),"
    yield from _pattern(shape.path.pattern)
    if shape.source != "list":
        yield f"        source={literal(shape.source)},"
    if shape.slash:
        yield "        slash=True,"
    yield "    ),"


def _pattern(pattern: str) -> list[str]:
    """Return the lines of re.compile() for a pattern without quotes, which is split if it is longer than a line."""
    line = f'        re.compile(r"{pattern}"),'
    if len(line) <= _WIDTH:
        return [line]
    room = _WIDTH - len(" " * 12 + 'r""')
    whole = len(pattern) <= room
    pieces = [pattern] if whole else re.findall(rf"(?:\\.|[^\\]){{1,{room // 2}}}", pattern)  # never within an escape
    return ["        re.compile(", *(f'            r"{piece}"' for piece in pieces), "        ),"]


def _layout(layout: Layout, draft: Draft) -> Iterable[str]:
    yield from ("_LAYOUT = Layout(", f"    name={literal(layout.name)},", "    hosts=_SITE,")
    for field in _FIELDS:
        selectors: Sequence[str] = getattr(layout, field)
        if selectors:
            yield f"    {field}=("
            for selector in selectors:
                yield from (*_comment(draft.why[field, selector], 8), f"        {literal(selector)},")
            yield "    ),"
        elif field in ("headline", "body"):
            yield from (*_comment(f"not found: put in the selector of the {field}", 4), f"    {field}=(),")
    yield from (f"    years=({layout.years[0]}, {layout.years[1]}),", ")")


def _agency(draft: Draft) -> Iterable[str]:
    agency, (source,) = draft.agency, draft.agency.sources
    yield from (
        "AGENCY = Agency(",
        f"    name={literal(agency.name)},",
        f"    printed=({literal(agency.printed[0])},),",
    )
    yield "    domains=_SITE,"
    yield from _comment(draft.why["zone", ""], 4)
    yield f"    zone={_span(agency.zone)},"
    yield from (
        ["    languages={", *(f"        {literal(k)}: {literal(v)}," for k, v in agency.languages.items()), "    },"]
        if (agency.languages)
        else ("    languages={},",)
    )
    yield from ("    shapes=_SHAPES,", "    layouts=(_LAYOUT,),", "    sources=(")
    yield from _comment(draft.why["sources", source.url], 8)
    yield from (
        "        Source(",
        f"            {literal(source.url)},",
        f"            {literal(source.kind)},",
        "        ),",
    )
    yield from ("    ),", ")")


def _span(zone: timedelta) -> str:
    hours, rest = divmod(int(zone.total_seconds()) // 60, 60)
    given = [f"hours={hours}"] if hours else []
    return f"timedelta({', '.join([*given, *([f'minutes={rest}'] if rest else [])])})"


def _comment(text: str, indent: int) -> list[str]:
    return [f"{' ' * indent}# {line}" for line in wrap(one_line(text, 2 * _COMMENT), _WIDTH - indent - 2)]


def spider_source(agency: Agency) -> str:
    """Return the text of wirecrawl/spiders/NAME.py."""
    name, title = agency.name, _plain(agency)
    return f'''"""The {title} spider: everything it knows is data in wirecrawl.news.agencies.{name}."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class {name.capitalize()}Spider(WireSpider):
    """{title}, from {one_line(agency.domains[0])}."""

    name = "{name}"
    agency = get("{name}")
'''
