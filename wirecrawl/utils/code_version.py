"""Which code of wirecrawl this process runs: two machines that work for one run must have the same."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import wirecrawl

_SHOWN = 8  # digits of the digest


@lru_cache(maxsize=1)
def code_version() -> str:
    """The version, and a digest of the files of the package: two checkouts of one version may differ.

    >>> code_version().startswith(wirecrawl.__version__ + "+")
    True
    """
    digest = sha256()
    folder = Path(wirecrawl.__file__).parent
    for file in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".txt")):
        digest.update(str(file.relative_to(folder)).encode() + b"\0" + sha256(file.read_bytes()).digest())
    return f"{wirecrawl.__version__}+{digest.hexdigest()[:_SHOWN]}"
