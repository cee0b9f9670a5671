"""What a process needs before its first page, imported once by the process that all of them are forked from.

The tables of agencies and of words are read here too: read by each process, they delayed its first page by 0.1 s.
"""

import wirecrawl.news.cleaning.clean
import wirecrawl.run.reading.stories  # noqa: F401  # imports what cleans only where it is called
from wirecrawl.news.agencies import all_agencies
from wirecrawl.news.dedupe import read_line

all_agencies()
_ = read_line("Rain in Riga", None).block_keys
