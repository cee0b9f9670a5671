"""Records of headlines: what a sighting changes in them."""

from dataclasses import replace

from wirecrawl.news.dedupe import HeadlineRecord, Sighting, join_headlines, oldest_first

HOME, FRONT = "http://www.china.org.cn/", "http://www.china.org.cn/world/"
LINE = "Ferry runs aground off Brevik"


def at(hour: int) -> str:
    return f"2026-11-20T{hour:02}:00:00+00:00"


def record(*sightings: Sighting, agency: str = "reuters") -> HeadlineRecord:
    (found,) = join_headlines(oldest_first(sightings), agency)
    return found


def test_of_two_stages_of_one_rank_the_one_seen_later_is_the_newest() -> None:
    found = record(Sighting(LINE, HOME, 0, at(6)), Sighting(f"RPT-{LINE}", HOME, 0, at(8)))
    assert (found.item.stages, found.item.headline_raw) == (["", "RPT"], f"RPT-{LINE}")


def test_the_last_time_is_the_newest_of_the_printed_and_the_fetched_ones() -> None:
    printed, undated = Sighting(LINE, HOME, 0, at(6)), Sighting(LINE, FRONT, 0, at(9), dated=False)
    found = record(printed, undated)
    assert (found.printed, found.undated, found.last) == (at(6), at(9), at(9))
    assert record(printed).last == at(6)
    assert record(Sighting(LINE, HOME, 0)).last is None


def test_a_record_was_first_seen_at_its_earliest_fetch_and_lists_each_page_once_in_a_row() -> None:
    found = record(
        Sighting(LINE, HOME, 0, at(6), fetched=at(9)),
        Sighting(LINE, HOME, 4, at(6), fetched=at(9)),
        Sighting(LINE, FRONT, 0, at(7), fetched=at(8)),
    )
    assert (found.item.first_seen, found.item.seen_on) == (at(8), [HOME, FRONT])


def test_a_link_that_is_seen_once_stays() -> None:
    found = record(
        Sighting(LINE, HOME, 0, at(6), url=f"{HOME}a.htm", story="xinhua:content_1"), Sighting(LINE, FRONT, 0, at(7))
    )
    assert (found.item.url, found.link) == (f"{HOME}a.htm", "xinhua:content_1")


def test_lines_are_joined_by_time_then_from_the_bottom_of_a_page_up() -> None:
    lines = [
        Sighting("a", HOME, 0, at(7)),
        Sighting("b", HOME, 2, at(6)),
        Sighting("c", HOME, 5, at(6)),
        Sighting("d", HOME, 9),
    ]
    assert [one.raw for one in oldest_first(lines)] == ["d", "c", "b", "a"]


def test_the_same_words_days_later_are_another_item_with_an_id_of_its_own() -> None:
    days = [Sighting(LINE, HOME, 0, f"2026-11-{day}T06:00:00+00:00") for day in (18, 20, 22)]
    found = [record.item.id for record in join_headlines(oldest_first(days), "reuters")]
    assert len(set(found)) == 3
    assert found[1:] == [f"{found[0]}-2", f"{found[0]}-3"]


def test_a_line_without_a_time_that_its_page_goes_on_showing_is_one_item_however_seldom_the_page_is_read() -> None:
    first = Sighting(LINE, HOME, 0, at(6), fetched=at(6), dated=False)
    next_day = replace(first, time="2026-11-21T07:00:00+00:00", fetched="2026-11-21T07:00:00+00:00", since=at(6))
    assert record(first, next_day).undated == next_day.time
    came_back = replace(next_day, since=None)
    assert len(list(join_headlines(oldest_first([first, came_back]), "reuters"))) == 2
    markets = [replace(one, raw="Tokyo stocks close higher") for one in (first, next_day)]
    assert len(list(join_headlines(oldest_first(markets), "reuters"))) == 2
