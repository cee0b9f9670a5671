"""dpa's marks: capitals before a space (``2ND LEAD 3RD NET Text``), on German sites ``ROUNDUP 2: Text``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import arabic, credited
from wirecrawl.news.wire.stages import BULLETIN, CORRECTION, FLASH, KILL, LATER, LEAD, REFILE, REPEAT, URGENT, WRITETHRU
from wirecrawl.news.wire.words import PHOTO_TAILS

DPA = Table(
    agency="dpa",
    order=90,
    names=r"(?i:dpa(?:[-/](?:afx|infocom|\w{2,4}))?|deutsche presse-agentur)",
    stages={"{nth} LEAD": LATER, "{nth} NET": WRITETHRU, "REFILE": REFILE, "EXTRA": URGENT}
    # K
    | {"LEAD": LEAD, "NET": WRITETHRU, "BULLETIN": BULLETIN}
    | dict.fromkeys(("EIL", "EILMELDUNG", "URGENT", "BREAKING NEWS"), URGENT)
    | {"FLASH": FLASH, "BLITZ": FLASH, "WDH": REPEAT}
    | {"WIEDERHOLUNG": REPEAT, "AKTUALISIERT": LATER}
    | dict.fromkeys(("KORREKTUR", "CORRECTION", "BERICHTIGUNG", "KORR"), CORRECTION)
    | dict.fromkeys(("KILL", "ACHTUNG STORNO", "STORNO"), KILL),
    labels={"ROUNDUP": "Wrap-up", "Faktencheck": None}
    # K
    | {"GESAMT-ROUNDUP": "Wrap-up", "Zusammenfassung": "Wrap-up", "ZUSAMMENFASSUNG": "Wrap-up", "OTS": "Press Release"}
    | dict.fromkeys(("AKTIE IM FOKUS", "AKTIEN IM FOKUS", "INDEX-FLASH", "DAX-FLASH"))
    | {"ANALYSE": "Analysis", "HINTERGRUND": "Background", "PORTRÄT": "Profile", "INTERVIEW": "Interview"}
    | dict.fromkeys(("KORREKTUR-ROUNDUP", "WOCHENAUSBLICK", "TAGESVORSCHAU", "KORREKTURBLATT")),
    joiners=(":", "/"),
    spaced=True,
    tails=(r"\s?=", r"\s\(Meldung [^()]{2,40}\)"),
    sites=("dpa", "dpa international", "dpa-infocom"),
    attribution_joints=(": ",),  # after a dash any German noun may come: "Umsatz fällt deutlich - Kursrutsch"
    dateline_words=("dpa", "AFX", "د ب أ", "د ب ا"),
    datelines=(*credited(r"dpa|dpa-AFX|dpa-afx|AFX"), *arabic("د ?ب ?أ")),
    by="by|von",
    end_marks=(r"\d{6} GMT \w{3,4} \d\d", r"dpa(?: [a-z]{2,3}){1,4}(?: n\d)?"),
    photo_tails=(*PHOTO_TAILS, r"(?:Foto|Photo|Bild): [^:]{2,60}/\s?(?:dpa|ZB|dpa-Zentralbild)(?:/[\w-]{2,20})?"),
    trailers=(r"#{1,2}\s?Notebook\b", r"#{1,2}\s?Notizblock\b"),
)
