"""Tests of what both databases keep, each run once with either."""
