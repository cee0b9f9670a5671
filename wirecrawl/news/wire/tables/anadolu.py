"""Anadolu's marks: a word and " - " before the headline; the dateline is a city on its own line."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, DASH, PLACES, alone, arabic, credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, LATER, URGENT
from wirecrawl.news.wire.words import PHOTO_CREDITS, PHOTO_TAILS

# A place that the site prints as a line: one to three words with capitals.
_WORD = r"[A-ZÀ-ÞĞİŞ][^\W\d_'’]{1,20}"
_CAPITAL_NAME = r"[A-ZÇĞİÖŞÜÂ]{2,15}(?:\s[A-ZÇĞİÖŞÜÂ]{2,15}){1,3}"

ANADOLU = Table(
    agency="anadolu",
    order=60,
    names=r"AA|(?i:anadolu (?:agency|ajansı))|الأناضول",
    # K
    stages=dict.fromkeys(("UPDATE", "UPDATED", "GÜNCELLEME"), LATER)
    | {"UPDATE {n}": LATER, "GÜNCELLEME {n}": LATER}
    | dict.fromkeys(("BREAKING", "BREAKING NEWS", "URGENT", "SON DAKİKA"), URGENT)
    | {"FLASH": FLASH, "FLAŞ": FLASH}
    | dict.fromkeys(("CORRECTION", "CORRECTED", "DÜZELTME"), CORRECTION),
    # K
    labels={"ANALYSIS": "Analysis", "ANALİZ": "Analysis", "EXPLAINER": "Analysis"}
    | {"OPINION": "Opinion", "GÖRÜŞ": "Opinion"}
    | {"PROFILE": "Profile", "PORTRE": "Profile", "INTERVIEW": "Interview"}
    | {"RÖPORTAJ": "Interview", "FEATURE": "Feature"}
    | {"EXCLUSIVE": "Exclusive", "TIMELINE": "Background", "FACTBOX": "Background", "INFOGRAPHIC": None, "PHOTO": None}
    | dict.fromkeys(("GRAFİKLİ", "FOTOĞRAFLI", "VIDEO", "FACT CHECK")),
    joiners=(" - ", " – ", ": "),
    sites=("Anadolu Agency", "Anadolu Ajansı", "Anadolu", "AA"),
    dateline_words=("AA", "الأناضول"),
    datelines=(
        # K: the writer in capitals behind it
        rf"{PLACES}\s?\(AA\)\s?[-–—]\s?(?P<names>{_CAPITAL_NAME}(?:\s?[/,]\s?{_CAPITAL_NAME}){{0,3}})\s?{DASH}(?=\s)",
        *credited("AA"),
        *arabic("الأناضول"),
    ),
    bare_datelines=(alone(CAPITALS), alone(rf"(?P<places>{_WORD}(?:[ /-]{_WORD}){{0,2}}(?:, {_WORD})?)")),
    by="by|par",
    # K
    end_marks=(r"\(AA\)",),
    photo_credits=(*PHOTO_CREDITS, r"[^()]{0,60}\s?[-–/]\s?(?:Anadolu Agency|Anadolu Ajansı|Anadolu|AA)", r"AA"),
    photo_tails=(*PHOTO_TAILS, r"(?:Fotoğraf|Photo)\s?:\s?[^:()]{2,60}/\s?AA"),
)
