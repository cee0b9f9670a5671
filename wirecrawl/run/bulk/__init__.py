"""A replay in steps that any machine can do: index an archive, plan an agency, clean a chunk, decide an agency."""
