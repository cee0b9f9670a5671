"""Tests of the commands as whole processes: crawl, replay, verify, prune, addagency, report, clean, headline."""
