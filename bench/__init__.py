"""Measurements; each module prints a table against named rivals, in one run."""
