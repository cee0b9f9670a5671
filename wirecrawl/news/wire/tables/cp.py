"""The Canadian Press: dateline ``SASKATOON -``, end ``Ida Holm, The Canadian Press``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, DASH, credited
from wirecrawl.news.wire.stages import USUAL
from wirecrawl.news.wire.words import NOTES, OUTLETS, SIGN_OFFS

CP = Table(
    agency="cp",
    names=r"(?i:(?:the )?canadian press|la presse canadienne)",
    hosts=("thecanadianpressnews.ca", "thecanadianpress.com"),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("The Canadian Press",),
    dateline_words=("CP",),
    # K
    datelines=credited("CP"),
    # K
    bare_datelines=(rf"{CAPITALS}\s{DASH}(?=\s)",),
    signatures=(r"(?<![a-z] )(?P<names>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}), The Canadian Press\.?",),
    sign_offs=(*SIGN_OFFS, r"C[A-Z]{3}(?:, C[A-Z]{3}){0,4}$"),  # the radio stations that reported
    notes=(*NOTES, r"Companies in this story: \("),
    outlets=(*OUTLETS, r"(?:The )?Canadian Press|La Presse Canadienne"),
)
