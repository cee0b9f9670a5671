"""Words with capitals that are no names of people: sections, desks, towns."""

import re

from wirecrawl.news.wire.bare_places import is_town

_SECTIONS = re.compile(
    r"(?:.*\s)?(?:news|world|local|nation|national|politics|business|sports?|opinion|culture|health|science|technology|"
    r"stories|east|west|north|south|africa|america|asia|europe|states|kingdom|union|estate|rights|change|release|headlines|"
    r"coast|city|county|street|staff|agency|agencies|archive|edition|page|home|share|reading|comments?|minutes?|read|"
    r"university|institute|новости|новини|вести|редакция|агентство|πρακτορείο|ειδήσε(?:ις|ων)|notícias|noticias|redacción|"
    r"redação|redazione|rédaction|redaktion|actualités|nachrichten|notizie|haber(?:ler)?|nyheter|nyheder|vijesti|zprávy|"
    r"hírek|wiadomości|știri|naujienos|uutiset|uudised|council|ministry|hospital|police|reuters|press|agencias|agenturen)(?:\s.*)?",
    re.IGNORECASE,
)


def is_section(name: str) -> bool:
    """Whether a name is that of a section of a paper, of a desk or of a town.

    >>> is_section("World News"), is_section("Cape Town"), is_section("Ida Holm")
    (True, True, False)
    """
    return bool(_SECTIONS.fullmatch(name.replace("İ", "I"))) or is_town(name)
