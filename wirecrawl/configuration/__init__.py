"""From settings to checked values, and from those to the objects of a run."""
