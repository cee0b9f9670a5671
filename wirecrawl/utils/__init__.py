"""Small helpers that know nothing of news: times, durable files, terminal output, progress."""
