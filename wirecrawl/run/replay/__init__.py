"""A replay: which saved pages are read, and what comes of them in the run."""
