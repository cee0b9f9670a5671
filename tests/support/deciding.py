"""Stories of a few events, and what a run decides on them."""

from tests.support.stories import make_story
from wirecrawl.items import Story
from wirecrawl.news import wire
from wirecrawl.run.deciding import decide_story, journal, pending_stories
from wirecrawl.run.reading.journal_entry import JournaledStory, entry_of
from wirecrawl.run.state import Run

FERRY = (
    "A ferry with 120 people aboard ran aground off the port of Brevik on Monday, rescuers said.",
    "All passengers were taken to a school nearby, where doctors looked after eleven of them.",
    "The cause was not known. The ferry had been built in 1998 and was inspected last spring.",
)
SCHOOL = ("The council of Brevik has voted for a new school.", "It will open in two years and hold 300 pupils.")


def story(number: int, headline: str, time: str, *text: str) -> Story:
    parsed = wire.parse_headline(headline, wire.table("xinhua"))
    return make_story(
        id=f"xinhua:content_{number}",
        url=f"http://www.china.org.cn/world/2026-11/20/content_{number}.htm",
        headline=parsed.headline,
        headline_raw=headline,
        marks=parsed.marks,
        published=f"2026-11-20T{time}:00+08:00",
        text="\n\n".join(text),
    )


STORIES = (
    story(1, "Urgent: Ferry runs aground off Brevik", "08:00", FERRY[0]),
    story(2, "1st LD: Ferry runs aground off Brevik", "09:00", *FERRY[:2]),
    story(3, "2nd LD: Ferry runs aground off Brevik", "10:00", *FERRY),
    story(4, "2nd LD: Ferry runs aground off Brevik", "10:30", *FERRY[:2], FERRY[2].replace("spring", "sprnig")),
    story(5, "Roundup: Ferry runs aground off Brevik", "20:00", SCHOOL[1], *FERRY[1:]),
    story(6, "Brevik to build school", "09:30", *SCHOOL),
    story(7, "Roundup: Ferry runs aground off Holmvik, strait closed", "21:00", SCHOOL[0]),
)


def decided(run: Run, stories: tuple[Story, ...]) -> dict[str, tuple[str, str | None, str]]:
    """Outcome, what it supersedes and its thread, by id."""
    for one in stories:
        journal(run, entry_of(run.agency, one.url or "", JournaledStory(one)))
    with run.ledger.transaction():
        return {
            found.story.id: (decide_story(run, found).outcome, found.story.supersedes, found.story.thread)
            for found in pending_stories(run)
        }
