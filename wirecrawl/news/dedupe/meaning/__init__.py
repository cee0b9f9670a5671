"""Reads what a headline is about: events, states, places, names and figures, whatever words it uses.

`lexicon` reads the tables of `tables/`, a file for each language; `concepts` applies them to a headline.
"""
