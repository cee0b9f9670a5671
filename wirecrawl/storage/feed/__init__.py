"""The feed as it is kept: its schema, lines, file names, and delivery to files elsewhere."""
