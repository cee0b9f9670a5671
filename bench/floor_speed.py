"""The floor under any program that turns archives into a feed: every page read and parsed, and nothing done with it.

python -m bench.floor_speed FILE.warc.gz ...        one process a core, each with its share of the files
"""

import os
import sys
from multiprocessing import Pool

from fastwarc.warc import ArchiveIterator, WarcRecordType
from lxml import html


def read(file: str) -> int:
    """Number of pages in an archive, each parsed."""
    with open(file, "rb") as stream:
        pages = ArchiveIterator(stream, record_types=WarcRecordType.response)
        return sum(html.document_fromstring(page.reader.read()) is not None for page in pages)


if __name__ == "__main__":
    with Pool(len(os.sched_getaffinity(0))) as pool:
        print(sum(pool.map(read, sys.argv[1:], chunksize=1)))
