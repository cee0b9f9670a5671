"""Saved pages: fixture folders, html files and WARC archives behind one interface."""

from wirecrawl.archive.saved import Fault, Saved, SavedPage
from wirecrawl.archive.sources import open_sources

__all__ = ["Fault", "Saved", "SavedPage", "open_sources"]
