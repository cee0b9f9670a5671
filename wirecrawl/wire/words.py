"""Word lists that agencies share; a table takes them or states its own."""

# Who stands after the last colon of a headline: "Poles living longer: report".
SOURCES = frozenset(
    """
    ambassador analyst analysts army court data diplomat economist economists envoy expert experts governor lawmaker
    mayor media military minister ministry newspaper official officials police poll premier president report reports
    researchers scientists source sources spokesman spokesperson spokeswoman study survey
    informe estudio portavoz ministro rapport étude ministre
    """.split()
)
# Lower-case words that may stand before a source: "foreign ministry spokesperson".
QUALIFIERS = frozenset(
    """
    of the and for de la du des del bank central chief defense finance foreign former health industry local new party
    prime senior state tank think top trade union
    """.split()
)
# Beginnings of notes to editors, capitals as printed: "Embargoed goods" is prose.
NOTES = (
    r"Eds[:.]",
    r"ATTN\b",
    r"EDITOR['’]S NOTE\b",
    r"Editor['’]s [Nn]ote\s?[:：]",
    r"EMBARGO(?:ED)?\b",
    r"Embargo(?:ed)? (?:until|for|till)\b",
    r"HOLD FOR RELEASE\b",
    r"\((?:Adds|Changes|Clarifies|Corrects|Recasts|Refiles|Removes|Repeats|Rewrites|Updates)\b[^()]{0,400}\)$",
)
EDITORS = r"(?:(?:Web |Video )?Editors?|责任编辑|责编|编辑)\s?[:：]"
HELPERS = (
    r"(?:(?:Xinhua|Video|Contributing) )*+(?:reporters?|writers?|correspondents?|editors?)\b",
    r".{0,300}\bcontributed to (?:the|this) (?:story|report)",
)
