"""Reading what a headline is about."""
