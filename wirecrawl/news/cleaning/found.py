"""What was found on a page, by a layout or on the whole page, before its wire copy is read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wirecrawl.news.agencies import Agency
from wirecrawl.news.cleaning.blocks import Block, Part


@dataclass(slots=True)
class ExtractedPage:
    """What was found on a page: by a layout's selectors, or by trafilatura. Times and names as printed."""

    cleaner: str
    agency: Agency | None = None  # whose file the layout is in
    own_site: bool = False  # a layout of the agency's own site
    headline: str | None = None
    parts: list[Part] = field(default_factory=list)
    published: Iterable[str] = ()  # looked for only as far as a time is found
    day_first: bool | None = None  # in 10/12/2018, where the page's own dates tell
    instant: str | None = None  # a stated time that tells the zone of the printed clock
    printed_time: str | None = None  # the line of a time that has no year on the page
    source: str | None = None
    copy_of: str | None = None  # the agency whose copy a page without layout credits
    bylines: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    language: str | None = None  # as a page without layout states it
    section: str | None = None

    @property
    def has_body(self) -> bool:
        return any(isinstance(part, Block) or part.src for part in self.parts)

    def add_page(self, parts: list[Part]) -> None:
        """Add the parts of a later page of the story; a page that says what was said already adds nothing."""
        known = {part.text for part in self.parts if isinstance(part, Block)}
        if any(isinstance(part, Block) and part.text not in known for part in parts) or not known:
            self.parts += parts
