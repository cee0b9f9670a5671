"""The garbage collector is for the whole process: what is switched is switched back."""

import gc

import pytest

from wirecrawl.utils.garbage import no_collection, rare_collection

BEFORE = gc.get_threshold()


def failing() -> None:
    with rare_collection(), no_collection():
        assert not gc.isenabled()
        assert gc.get_threshold() != BEFORE
        raise ZeroDivisionError


def test_the_collector_is_as_before_afterwards_even_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        failing()
    assert gc.isenabled()
    assert gc.get_threshold() == BEFORE


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
