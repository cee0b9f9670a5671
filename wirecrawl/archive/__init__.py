"""Saved pages: fixture folders now, one interface for whatever else keeps pages."""

from wirecrawl.archive.fixtures import Saved, SavedPage, open_sources

__all__ = ["Saved", "SavedPage", "open_sources"]
