"""One file an agency, data only: the closed table of its marks, datelines, credits and ends.

In every field of a table, what stands before a comment ``K`` was seen in real items or in code that reads them;
what follows it, to the end of the field, is known from the agency's style only. A field below the comment is all K.
"""
