"""The page the project began with, exactly."""

from tests.support.fixtures import ROOT, load
from wirecrawl.news.cleaning.clean import clean

SEED = ROOT / "tests" / "data" / "seed"
STORY = clean((SEED / "body.html").read_bytes(), load(SEED, "response.json")["url"])


def test_headline_day_and_source() -> None:
    assert STORY.headline == "Putin urges cooperation between Russian, U.S. intelligence agencies"
    assert (STORY.published, STORY.published_raw) == ("2017-02-16T00:00:00+08:00", "February 16, 2017")
    assert (STORY.published_precision, STORY.published_zone_assumed) == ("day", True)
    assert (STORY.agency, STORY.site, STORY.language) == ("xinhua", "www.china.org.cn", "en")
    assert STORY.provenance.cleaner == "china.org.cn"


def test_eight_paragraphs_and_the_end_mark() -> None:
    paragraphs = STORY.text.split("\n\n")
    assert len(paragraphs) == 8
    assert paragraphs[0].startswith("The Russian and U.S. intelligence services should join efforts")
    assert paragraphs[-1].endswith("tripled in 2016 from the previous year.")
    assert STORY.end_mark == "Endi"


def test_nothing_of_ticker_breadcrumb_widgets_or_footer_is_text() -> None:
    for stranger in ("Off the wire", "Nigeria", "You are here", "Adjust font", "Follow", "Related", "Copyright", "•"):
        assert stranger not in STORY.text
    assert (STORY.images, STORY.bylines, STORY.editors, STORY.notes) == ([], [], [], [])
