"""Tests of the documents: what they say and what they show is what the code does."""
