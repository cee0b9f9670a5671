"""Golos Rossii, the Voice of Russia (to 2014): headlines have no marks and stories no dateline."""

from wirecrawl.news.wire.grammar import Table

RUVR = Table(
    agency="ruvr",
    names=r"(?i:голос россии|(?:the )?voice of russia)",
    hosts=("ruvr.ru",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Голос России", "The Voice of Russia"),
)
