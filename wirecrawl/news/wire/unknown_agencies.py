"""Datelines of agencies without a table: those with a day, and those of a place in capitals, name an agency."""

from wirecrawl.news.wire.dates import DAY

_NAME = r"(?P<named>[A-ZА-ЯЁ][\w./« »-]{1,16})"
_PLACES = r"(?!(?:On|In|At|By|From|Am|Le|El|Il|Den|На|В|З)\s\d)(?P<places>[^()（）/\d]{2,60}?)"
_DAY = rf"(?P<day>{DAY}(?:/\d{{4}})?)"
_CAPITALS = r"(?P<places>[A-ZÀ-ÞČĆŠŽĐЀ-Я][A-ZÀ-ÞČĆŠŽĐЀ-Я .'’/-]{2,40}(?:,\s[A-ZÀ-Þ]{2})?)"
_INITIALS = r"(?P<named>[A-ZА-ЯЁ]{3,12})"
UNKNOWN = (
    # "LUANDA, 14 MAR (ANGOP) -", "Ciudad de Guatemala, 4 may (AGN).-", "Tripoli, 13 February 2023(Lana)_"
    rf"{_PLACES},?\s{_DAY}\.?,?\s?\({_NAME}\)\s?\.?(?P<dash>[-–—_]{{1,2}})(?=\s|[^\W\d_])",
    # "PRISHTINË, 19 korrik – (KosovaPress)"
    rf"{_PLACES},\s{_DAY}\s?(?P<dash>[-–—]{{1,2}})\s?\({_NAME}\)(?=\s)",
    # "Chişinău, 12 mai /MOLDPRES/ -", "ДУШАНБЕ, 20.04.2023. /НИАТ «Ховар»/."
    rf"{_PLACES},\s{_DAY}\.?,?\s?/\s?{_NAME}\s?/(?P<dash>\s?[.:–—-]{{1,2}})(?=\s)",
    # without a day: "SÃO PAULO, SP (FOLHAPRESS) -", "PODGORICA, (MINA) –"
    rf"{_CAPITALS},?\s\({_INITIALS}\)\s?\.?(?P<dash>[-–—]{{1,2}})(?=\s)",
)
