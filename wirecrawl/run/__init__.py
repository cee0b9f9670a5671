"""One run, live or replayed: what it asks for, decides, measures and reports."""
