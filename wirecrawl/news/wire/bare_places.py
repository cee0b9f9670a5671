"""Datelines without the agency's name, which count where the page states the agency: ``GENEVA —``, ``London:``."""

from dataclasses import replace
from functools import cache

from wirecrawl.news.wire.dateline import parse_dateline
from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import PLAIN, Table
from wirecrawl.news.wire.shapes import alone

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΆ-ΏΑ-ΫЀ-Я"
# Words that stand before a dash or colon and are no places, in capitals or not.
_NO_PLACE = (
    "update[ds]?|updating|correct(?:ion|ed)|photos?|video|opinion|analysis|exclusive|breaking(?: news)?|watch|live|"
    "interview|feature|review|note|editorial|comment|factbox|timeline|profile|explainer|column|report|news|sports?|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|foto|fotos|vídeo|análisis|opinión|última hora|urgente?|"
    "analyse|kommentar|bild|podcast|quiz|advertisement|summary|background|what|why|how|yes|q|"
    "alert|must read|just in|recap|preview|poll|blog|in pictures|gallery|letters?|advisory|bulletin|"
    "le point|en direct|reportage|entretien|décryptage|récit|infographie|portrait|enquête|tribune|critique|liveblog|"
    "überblick|hintergrund|en vivo|entrevista|perfil|crónica|reportaje|"
    "срочно|видео|фото|молния"
)
_NOT_OTHER = rf"(?!(?i:{_NO_PLACE})\b)"
_WORD = rf"[{_UPPER}][\w.'’/-]{{1,20}}"
_TOWN = rf"{_WORD}(?:\s(?:(?:de|del|do|am|an|der|of|la|el)\s)?{_WORD}){{0,2}}"
_CAPITALS = rf"[{_UPPER}](?:[{_UPPER} .'’/]|-(?=[{_UPPER}])){{2,40}}"
_REGION = r"(?:,\s(?:[^\W\d]|[ .'’-]){2,30}?)?(?:\s\([^()\d]{2,30}\))?"
_DAY = rf"(?:,\s(?P<day>{DAY}))?"
# Towns that are known where a form alone says too little: before a colon, or alone in a paragraph.
_TOWNS = """
Abidjan Abuja Accra Addis_Ababa Adelaide Ahmedabad Aleppo Alger Algiers Almaty Amman Amsterdam Ankara Astana
Asuncion Athens Atlanta Auckland Baghdad Baku Bamako Bangalore Bangkok Barcelona Beijing Beirut Belfast Belgrade
Bengaluru Berlin Bern Berne Bhopal Bhubaneswar Bishkek Bogota Bogotá Brasilia Brasília Bratislava Brisbane Brussels
Bruxelles Bucharest Budapest Buenos_Aires Cairo Calcutta Canberra Cape_Town Caracas Chandigarh Chennai Chicago
Chisinau Colombo Copenhagen Dakar Damascus Dar_es_Salaam Dehradun Delhi Dhaka Doha Dubai Dublin Durban Dushanbe
Edinburgh Frankfurt Gaza Gaza_City Geneva Genf Genève Glasgow Guatemala_City Guwahati Hamburg Hanoi Harare Havana
Helsinki Hong_Kong Houston Hyderabad Islamabad Istanbul Jaipur Jakarta Jammu Jerusalem Johannesburg Kabul Kampala
Karachi Kathmandu Khartoum Kiev Kolkata Kuala_Lumpur Kuwait Kuwait_City Kyiv Köln La_Paz Lagos Lahore Leipzig Lima
Lisboa Lisbon Ljubljana London Londres Los_Angeles Lucknow Luxembourg Macau Madrid Managua Manama Manila Melbourne
Mexico_City Miami Milan Minsk Mogadishu Montevideo Montreal Moscow Moscú Moskau Mumbai Munich Muscat München Nagpur
Nairobi New_Delhi New_York Nicosia Nueva_York Oslo Ottawa Panama_City Panjim Paris París Patna Perth Philadelphia
Phnom_Penh Prague Praha Pretoria Pristina Pune Pyongyang Quito Rabat Ramallah Ranchi Rawalpindi Reykjavik Riga
Rio_de_Janeiro Riyadh Rom Roma Rome San_Francisco San_Jose San_Salvador Sanaa Santiago Santo_Domingo Sarajevo
Seattle Seoul Shanghai Shillong Shimla Singapore Skopje Sofia Srinagar Stockholm Strasbourg Stuttgart Sydney Taipei
Tallinn Tashkent Tbilisi Tegucigalpa Tehran Tel_Aviv Thiruvananthapuram Tirana Tokyo Toronto Tripoli Tunis
Ulaanbaatar Vancouver Varanasi Vienna Vientiane Vilnius Visakhapatnam Warsaw Washington Wellington Wien Windhoek
Yangon Yerevan Zagreb Zurich Zürich Алматы Астана Баку Берлин Бишкек Брюссель Вашингтон Ереван Женева Киев Лондон
Минск Москва Париж Санкт-Петербург Ташкент Тбилиси
"""
_KNOWN_TOWNS = frozenset(town.replace("_", " ").casefold() for town in _TOWNS.split())
_KNOWN = "|".join(sorted((town.replace("_", " ") for town in _TOWNS.split()), key=len, reverse=True))
_PLACE_WORDS = 4  # of a place with its region; more are a kicker: "LE POINT SUR LA SITUATION"
_SENTENCE = rf"(?=[{_UPPER}\d\"'“”„«‘¿¡])"
_FORMS = (
    rf"{_NOT_OTHER}(?P<places>{_CAPITALS}{_REGION}){_DAY}(?P<dash>\s?(?:--|[–—―─])\s?|\s-\s|\.[-–—]\s)(?=\S|$)",
    rf"{_NOT_OTHER}(?P<places>{_TOWN}{_REGION}){_DAY}\s(?P<dash>--?|[–—―])\s{_SENTENCE}",
    rf"(?P<places>(?:(?i:{_KNOWN})){_REGION}){_DAY}(?P<dash>\s?:)\s{_SENTENCE}",
    rf"{_NOT_OTHER}(?P<places>[{_UPPER}]{{4,20}}(?:\s[{_UPPER}]{{3,20}}){{0,2}}){_DAY}(?P<dash>\s?:)\s{_SENTENCE}",
    alone(rf"(?P<places>(?:{_KNOWN.upper()}){_REGION})"),
    alone(rf"(?P<places>(?:(?i:{_KNOWN})){_REGION}),\s(?P<day>{DAY})"),
)


@cache
def with_bare_places(table: Table) -> Table:
    """Return a table that also reads datelines without the agency's name, for a page that states the agency.

    >>> from wirecrawl.news.wire import parse_dateline, table
    >>> found = parse_dateline("GENEVA — Rain fell.", with_bare_places(table("ap")), None)
    >>> found[0].places, found[2]
    (['GENEVA'], 'Rain fell.')
    """
    return replace(table, datelines=(*table.datelines, *table.bare_datelines, *_FORMS), dateline_words=())


def begins_with_place(text: str) -> bool:
    """Whether a paragraph begins with a dateline that names no agency.

    >>> begins_with_place("GULL LEDGE, Maine — Rain fell."), begins_with_place("Rain fell.")
    (True, False)
    """
    dated = parse_dateline(text, with_bare_places(PLAIN), None)
    return dated is not None and all(len(place.split()) <= _PLACE_WORDS for place in dated[0].places)


def is_town(name: str) -> bool:
    """Whether a name is that of a town from which many stories are dated.

    >>> is_town("CAPE TOWN"), is_town("Ida Holm")
    (True, False)
    """
    return name.casefold() in _KNOWN_TOWNS
