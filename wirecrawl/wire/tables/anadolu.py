"""Anadolu's marks: a word and " - " before the headline; the dateline is a city on its own line."""

from wirecrawl.wire.grammar import Table
from wirecrawl.wire.shapes import CAPITALS, alone, credited
from wirecrawl.wire.stages import CORRECTION, FLASH, LATER, URGENT
from wirecrawl.wire.words import PHOTO_CREDITS

ANADOLU = Table(
    agency="anadolu",
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
    joiners=(" - ", ": "),
    sites=("Anadolu Agency", "Anadolu Ajansı", "Anadolu", "AA"),
    datelines=credited("AA"),
    # Capitals, or a city in small letters as the Turkish pages print it.
    bare_datelines=(alone(CAPITALS), alone(r"(?P<places>(?:Ankara|[İI]stanbul|[İI]zmir))")),
    by="by|par",
    # K
    end_marks=(r"\(AA\)",),
    photo_credits=(*PHOTO_CREDITS, r"[^()]{0,60}\s?[-–/]\s?(?:Anadolu Agency|Anadolu Ajansı|Anadolu|AA)", r"AA"),
)
