"""Lines that are of the site wherever they stand."""

import pytest

from wirecrawl.news.cleaning.blocks import Block
from wirecrawl.news.cleaning.whole_page.site_lines import is_site_line


@pytest.mark.parametrize(
    "line",
    [
        "Send til en ven | Udskriv",
        "Jaa artikkeli",
        "Partager Imprimer",
        "شارك المقال",
        "欢迎发表评论　我要评论",
        "Share this: Click to share on Twitter (Opens in new window)",
        "Stay in touch with us anytime, anywhere. Download our app and sign up for alerts.",
        "Want more news? Download our free app.",
        "Theo TTXVN",
        "Read the original article on Fjord Post.",
        "Our stories may be republished online or in print under Creative Commons license CC BY-NC-ND 4.0.",
        "Published in Fjord Post, February 6th, 2023",
        "This is a corrected story. A previous version gave a wrong year.",
        "An earlier version of this article misspelled the name of the ferry.",
    ],
)
def test_tools_and_offers_are_lines_of_the_site(line: str) -> None:
    assert is_site_line(Block(line))


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "An earlier version of this report by the auditors named the ferry.",
        "Print workers went on strike.",
        "The ministry asked drivers to download its app and to stay at home.",
        "Stay in touch, he told them.",
        "Via Rome the storm reached Naples.",
    ],
)
def test_sentences_that_begin_like_them_are_text(line: str) -> None:
    assert not is_site_line(Block(line))
