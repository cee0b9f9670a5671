"""Tests. Folders mirror wirecrawl/; docs/, bench/ and commands/ hold what has no one module; support/ helps them."""
