"""Marks of tests that need a library of requirements-extras.txt.

Without it such a test is skipped. Where WIRECRAWL_EXTRAS=required, as on the integration server, it fails instead.
"""

import os
from importlib.util import find_spec

import pytest


def needs(*libraries: str) -> pytest.MarkDecorator:
    """Skip a test where one of these libraries is not installed, unless extras are required."""
    missing = [library for library in libraries if not find_spec(library)]
    skipped = bool(missing) and os.environ.get("WIRECRAWL_EXTRAS") != "required"
    return pytest.mark.skipif(skipped, reason=f"needs {', '.join(missing)}: make extras")
