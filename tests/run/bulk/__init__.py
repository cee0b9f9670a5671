"""Tests of wirecrawl/run/bulk/: replays in steps, as a cluster does them."""
