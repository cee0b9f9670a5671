"""The meanings that life-cycle marks of different agencies share. A table maps its agency's words to these."""

from wirecrawl.news.wire.grammar import Stage

FLASH = Stage(urgency="flash")
BULLETIN = Stage(urgency="bulletin")
URGENT = Stage(urgency="urgent")
LATER = Stage()  # a later version; the mark may have its number
LEAD = Stage(lead=1)
WRITETHRU = Stage(writethru=True)
CORRECTION = Stage(handling="correction")
REFILE = Stage(handling="refile")
REPEAT = Stage(handling="repeat")
KILL = Stage(handling="kill")

# Marks in front of English headlines, before a colon, that many agencies use.
USUAL = {"URGENT": URGENT, "BREAKING": URGENT, "UPDATE": LATER, "UPDATED": LATER, "CORRECTION": CORRECTION}
