"""Reasons: values that a ledger stores and that words are made of."""

import pytest

from wirecrawl.reasons import NO_REASON, Reason, ReasonKind, because, read_reason, words_of


@pytest.mark.parametrize("kind", ReasonKind)
def test_every_kind_has_words_and_comes_back_from_a_ledger(kind: ReasonKind) -> None:
    details = ("https://a.example/1", "2", "{3}", "4")  # the longest sentence has four
    reason = Reason(kind, details[:1] if kind is ReasonKind.AS_WRITTEN else details)
    assert words_of(reason)
    assert words_of(read_reason(reason.stored)) == words_of(reason)


@pytest.mark.parametrize(
    "prose", ["HTTP 500", "challenge page (Cloudflare), HTTP 200", "same text, similarity 0.9", ""]
)
def test_words_of_an_older_ledger_stay_as_they_are(prose: str) -> None:
    assert words_of(read_reason(prose)) == prose


@pytest.mark.parametrize(("prose", "kind"), [("limit", ReasonKind.LIMIT), ("shape", ReasonKind.SHAPE)])
def test_an_older_ledgers_filters_are_known_by_their_kind(prose: str, kind: ReasonKind) -> None:
    assert read_reason(prose).kind is kind


def test_a_tab_in_a_message_separates_nothing() -> None:
    assert read_reason(because(ReasonKind.REQUEST_FAILED, "ValueError", "a\tb").stored).details == ("ValueError", "a b")


def test_a_link_without_a_reason_has_no_words() -> None:
    assert (words_of(NO_REASON), words_of(read_reason(None))) == ("", "")
