"""Saved pages: fixture folders, html files and WARC archives behind one interface."""

from wirecrawl.storage.archive.saved import ArchiveFault, SavedPage, SavedPages
from wirecrawl.storage.archive.sources import open_sources

__all__ = ["ArchiveFault", "SavedPage", "SavedPages", "open_sources"]
