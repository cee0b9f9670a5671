"""Brings words into one form, and computes the keys by which similar headlines and texts are found."""
