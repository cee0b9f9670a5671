"""Keys and names that occur in several stories of a run: none is missed."""

from wirecrawl.news.dedupe.repeat_filter import RepeatFilter

SLOTS = 1 << 25


def test_what_was_counted_twice_is_repeated_and_what_was_counted_once_is_not() -> None:
    found = RepeatFilter()
    found.count([1, 2], "a")
    found.count([2, 3], "b")
    found.count([2, 4], "b")
    assert found.repeated([1, 2, 3, 4, 5]) == [2]
    assert [found.is_repeated(name) for name in ("a", "b", "c")] == [False, True, False]


def test_a_key_that_one_story_has_twice_counts_twice() -> None:
    found = RepeatFilter()
    found.count([7, 7])
    assert found.repeated([7]) == [7]


def test_two_keys_of_one_slot_are_taken_for_one_so_that_no_repeat_is_missed() -> None:
    found = RepeatFilter()
    found.count([5])
    found.count([5 + SLOTS])
    assert found.repeated([5, 5 + SLOTS]) == [5, 5 + SLOTS]
    found.count([6])
    found.count([7 + SLOTS - 1])
    assert found.repeated([6]) == [6]


def test_a_run_of_a_million_stories_gets_a_larger_table_in_which_keys_stay_apart() -> None:
    found = RepeatFilter()
    found.expect(1_000_000)
    found.count([5])
    found.count([5 + SLOTS])
    assert found.repeated([5, 5 + SLOTS]) == []
    found.count([5])
    assert found.repeated([5, 5 + SLOTS]) == [5]


def test_only_keys_of_a_story_that_was_entered_are_entered() -> None:
    found = RepeatFilter()
    found.count([1, 2, 3])
    found.count([1, 2, 3])
    assert found.entered([1, 2, 3]) == []
    found.enter([1, 3])
    assert found.entered([1, 2, 3]) == [1, 3]
    assert found.repeated([1, 2, 3, 4]) == [1, 2, 3]
