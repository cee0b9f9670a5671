"""EFE's marks: headlines have none, the slug is above; dateline ``Nueva Delhi, 21 ene (EFE).-``, end ``EFE``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, KILL, LATER, REPEAT, URGENT
from wirecrawl.news.wire.words import PHOTO_TAILS

_INITIALS = r"[a-z]{2,5}(?:-[a-z]{2,5})?"

EFE = Table(
    agency="efe",
    order=110,
    names=r"EFE|Efe|(?i:agencia efe|efe[- ]epa)",
    # K
    stages={"AVANCE": URGENT, "URGENTE": URGENT, "ÚLTIMA HORA": URGENT, "FLASH": FLASH}
    | dict.fromkeys(("Ampliación", "AMPLIACIÓN", "ACTUALIZACIÓN"), LATER)
    | dict.fromkeys(("Corrección", "CORRECCIÓN", "RECTIFICACIÓN"), CORRECTION)
    | {"REPETICIÓN": REPEAT, "ANULACIÓN": KILL},
    # K
    labels=dict.fromkeys(("Resumen", "RESUMEN"), "Wrap-up")
    | dict.fromkeys(("Previsión", "PREVISIÓN", "PREVISIONES"), "Daybook")
    | {"ENTREVISTA": "Interview", "ANÁLISIS": "Analysis", "CRÓNICA": "Feature"}
    | {"REPORTAJE": "Feature", "PERFIL": "Profile"},
    joiners=(":",),
    spaced=True,  # K
    brackets=("([", ")]"),
    # K
    ends=dict.fromkeys(("(Ampliación)", "(AMPLIACIÓN)"), LATER) | {"(Corrección)": CORRECTION},
    end_labels={"(Resumen)": "Wrap-up", "(Previsión)": "Daybook", "(Entrevista)": "Interview"},
    tails=(r"\s\(EFE\)",),
    sites=("EFE", "EFE Noticias", "Agencia EFE", "EFE.com"),
    dateline_words=("EFE", "Efe", "efe"),
    datelines=credited(r"(?:EFE|Efe|efe)(?:-?(?:epa|EPA|verde|USA))?"),
    by="by|por",
    photo_tails=(*PHOTO_TAILS, r"EFE/[^/().]{2,60}"),
    end_marks=(r"EFE(?:-?EPA)?|efe-epa", r"\(EFE\)"),
    initials=rf"{_INITIALS}(?:/{_INITIALS}){{1,5}}",
)
