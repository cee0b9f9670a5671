"""Saved pages: fixture folders, html files and WARC archives behind one interface."""

from wirecrawl.storage.archive.saved import Fault, Saved, SavedPage
from wirecrawl.storage.archive.sources import open_sources

__all__ = ["Fault", "Saved", "SavedPage", "open_sources"]
