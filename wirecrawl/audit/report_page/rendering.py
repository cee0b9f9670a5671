"""From the values to one HTML file: figures drawn, sentences made, the template filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from wirecrawl.audit.report_page import quality, volume, words
from wirecrawl.audit.report_page.drawing import draw
from wirecrawl.audit.report_page.figure import Figure
from wirecrawl.audit.report_page.values import MARK, VERDICTS, Counted, Day, Page, SpiderPage
from wirecrawl.storage.feed.formats.characters import writable
from wirecrawl.utils.times import hours_between

_SIGNS = {"good": "✓", "degraded": "▲", "broken": "✕", "cut off": "◐", "no end": "…"}
_MOST = 30  # rows of a table of links
_LOW = 0.5  # of what is usual; so the verdict too
_WEEK = 7
_SILENT = 48  # hours


@dataclass(frozen=True, slots=True)
class _DrawnFigure:
    """A figure with its picture, None where there is nothing to draw."""

    title: str
    words: str
    svg: Markup | None
    legend: Sequence[tuple[str, str]]
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _DrawnSpider:
    """What is made of a spider: how long it has not run ("" for a short time), a sentence about its days, a calendar
    (None outside of the days), and the figures."""

    silence: str
    summary: str
    weeks: Sequence[Sequence[Day | None]]
    verdicts: Sequence[str]
    figures: Sequence[_DrawnFigure]


def render(page: Page) -> bytes:
    """The page as HTML in UTF-8."""
    names = [spider.name for spider in page.spiders]
    title = (
        f"wirecrawl: {names[0] if len(names) == 1 else words.plural(len(names), 'spider') if names else 'no run yet'}"
    )
    text = (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            title=title,
            mark=Markup(MARK),
            style=Markup(_read("style.css")),
            spiders=[(spider, _drawn(spider, page.made)) for spider in page.spiders],
            overview=_overview(page),
            signs=_SIGNS,
            swatches=_swatches(),
            most=_MOST,
        )
    )
    return text.encode()


def _environment() -> Environment:
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(_read),
        finalize=_without_controls,
    )
    made.filters |= {
        "slug": lambda name: name.replace(" ", "-"),
        "is_web": lambda url: url.startswith(("http://", "https://")),
        "is_low": _is_low,
        "month": lambda day: f"{date.fromisoformat(day):%b}",
        **{name: getattr(words, name) for name in ("day", "moment", "number", "plural", "share", "size", "span")},
    }
    return made


def _read(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _without_controls(value: Any) -> Any:
    """A value with U+FFFD for what HTML cannot hold; pictures and style are ours and stay as they are."""
    return writable(value) if type(value) is str else value


def _is_low(field: Counted) -> bool:
    return bool(field.usual) and field.now < _LOW * (field.usual or 0)


def _swatches() -> dict[str, Markup]:
    """The keys of the legends: small pictures of what stands in the figure."""
    start = '<svg viewBox="0 0 22 16" aria-hidden="true">'
    fills = {f"fill-{n}": f'<path d="M0 0H22V16H0Z" fill="url(#fill-{n})"/>' for n in range(1, 6)}
    heats = {f"heat-{n}": f'<path d="M0 0H22V16H0Z" fill="var(--heat-{n})"/>' for n in range(5)}
    line = '<path d="M0 8H22" stroke="var(--line-{n})" stroke-width="3"{dash}/>{point}'
    lines = {
        "line-1": line.format(n=1, dash="", point='<circle cx="11" cy="8" r="4" fill="var(--line-1)"/>'),
        "line-2": line.format(
            n=2, dash=' stroke-dasharray="6 4"', point='<path d="M7 4h8v8H7Z" fill="var(--line-2)"/>'
        ),
        "range": '<path d="M11 1V15" stroke="var(--range)" stroke-width="5" stroke-linecap="round"/>',
    }
    return {name: Markup(f"{start}{shape}</svg>") for name, shape in {**fills, **heats, **lines}.items()}


def _figures(spider: SpiderPage) -> list[Figure]:
    days = spider.days
    return [
        volume.volume(days),
        volume.rates(days),
        volume.troubles(days),
        quality.latency(spider),
        quality.fill(days),
        quality.cleaners(days),
        quality.lost(days),
        quality.texts(days),
        quality.seconds(days),
        volume.lengths(spider),
    ]


def _drawn(spider: SpiderPage, made: str) -> _DrawnSpider:
    drawn = [_drawn_figure(spider.name, one) for one in _figures(spider)] if spider.runs else []
    there = [verdict for verdict in VERDICTS if any(day.verdicts[verdict] for day in spider.days)]
    return _DrawnSpider(_silence(spider, made), _summary(spider), list(_weeks(spider.days)), there, drawn)


def _drawn_figure(spider: str, figure: Figure) -> _DrawnFigure:
    svg = Markup(draw(figure.spec, f"{figure.title}, {spider}")) if figure.spec else None
    return _DrawnFigure(figure.title, figure.words, svg, figure.legend, figure.head, figure.rows)


def _weeks(days: Sequence[Day]) -> Iterator[list[Day | None]]:
    """The days as weeks from Monday to Sunday."""
    before = date.fromisoformat(days[0].day).weekday()
    cells: list[Day | None] = [None] * before + list(days)
    cells += [None] * (-len(cells) % _WEEK)
    return (cells[start : start + _WEEK] for start in range(0, len(cells), _WEEK))


def _summary(spider: SpiderPage) -> str:
    """The days of a spider in two sentences."""
    verdicts = {name: sum(day.verdicts[name] for day in spider.days) for name in VERDICTS}
    idle = sum(not day.runs for day in spider.days)
    if not spider.runs:
        return "No run in these days."
    kinds = words.listed([f"{words.number(count)} {name}" for name, count in verdicts.items() if count])
    gaps = f"{words.plural(idle, 'day')} had no run" if idle else "every day had one"
    sums = spider.outcomes
    brought = f"{words.plural(sums['new'], 'new story')} and {words.plural(sums['update'], 'update')}"
    return f"{words.plural(spider.runs, 'run')} ({kinds}); {gaps}. They brought {brought}."


def _silence(spider: SpiderPage, made: str) -> str:
    """How long a spider has not run, "" for less than two days."""
    hours = hours_between(spider.newest, made)
    return words.span(hours * 60) if hours >= _SILENT else ""


def _overview(page: Page) -> str:
    """Which spiders need somebody, in two sentences."""
    bad = [spider.name for spider in page.spiders if spider.last and spider.last.verdict != "good"]
    silent = [f"{one.name} for {time}" for one in page.spiders if (time := _silence(one, page.made))]
    last = f"The last run was not good for {words.listed(bad)}." if bad else "The last run of each spider was good."
    return f"{last} No run: {words.listed(silent)}." if silent else last
