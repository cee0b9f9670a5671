"""Words in one form: tokens, keys and blocks by which like headlines and texts find each other."""
