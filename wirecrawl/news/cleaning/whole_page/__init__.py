"""Stories of pages that no layout fits: trafilatura on the whole page, and what it needs mended."""
