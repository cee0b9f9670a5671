"""The file formats of feeds, one module for each.

The module of a format has a function `write(lines, target)`. It writes stories and headline records, in the order in
which they come, to a binary file that the caller opened and will close. It takes one line at a time from `lines`, so
that a feed of any length can be written. The module of a format of tables has functions that make the head and a row.
A format for `-o` also needs an exporter class in exporters/, named in FEED_EXPORTERS of settings.py.
"""
