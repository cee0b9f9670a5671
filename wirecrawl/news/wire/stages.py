"""What the life-cycle marks of all agencies say, by name; a table gives each its agency's words."""

from wirecrawl.news.wire.grammar import Stage

FLASH = Stage(urgency="flash")
BULLETIN = Stage(urgency="bulletin")
URGENT = Stage(urgency="urgent")
LATER = Stage()  # a later version; which one says the number in the mark, if any
LEAD = Stage(lead=1)
WRITETHRU = Stage(writethru=True)
CORRECTION = Stage(handling="correction")
REFILE = Stage(handling="refile")
REPEAT = Stage(handling="repeat")
KILL = Stage(handling="kill")
