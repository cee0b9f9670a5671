"""The zone of the clocks that a page prints without one, where the page is on no known agency's site.

A paper prints the clock of its own town. Its host, the country in the language it declares, the agency whose copy it
carries at home and a language that is spoken in one zone tell which that is. English, French, Spanish, Arabic and
Russian are spoken in too many zones, and hosts under .com and .net tell nothing. In a country of several zones the one
with most papers is taken, and none in the United States.
"""

from datetime import tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wirecrawl.news.wire.credit import agency_of_host
from wirecrawl.web import urls

# Domains of countries, without those that sites all over the world use: .co, .me, .tv, .io, .am, .ly.
_COUNTRIES = """
Europe/London uk gb; Europe/Dublin ie; Europe/Lisbon pt; Atlantic/Reykjavik is; Europe/Madrid es ad; Europe/Paris fr mc;
Europe/Brussels be; Europe/Luxembourg lu; Europe/Amsterdam nl; Europe/Berlin de; Europe/Zurich ch li; Europe/Vienna at;
Europe/Rome it va sm; Europe/Malta mt; Europe/Copenhagen dk; Europe/Oslo no; Europe/Stockholm se; Europe/Warsaw pl;
Europe/Prague cz; Europe/Bratislava sk; Europe/Budapest hu; Europe/Ljubljana si; Europe/Zagreb hr; Europe/Sarajevo ba;
Europe/Belgrade rs; Europe/Skopje mk; Europe/Tirane al; Europe/Helsinki fi; Europe/Tallinn ee; Europe/Riga lv;
Europe/Vilnius lt; Europe/Kyiv ua; Europe/Chisinau md; Europe/Bucharest ro; Europe/Sofia bg; Europe/Athens gr;
Asia/Nicosia cy; Europe/Istanbul tr; Europe/Minsk by; Europe/Moscow ru su xn--p1ai; Asia/Tbilisi ge; Asia/Baku az;
Asia/Almaty kz; Asia/Tashkent uz; Asia/Bishkek kg; Asia/Dushanbe tj; Asia/Ashgabat tm; Asia/Tehran ir; Asia/Kabul af;
Asia/Baghdad iq; Asia/Damascus sy; Asia/Beirut lb; Asia/Amman jo; Asia/Jerusalem il; Asia/Gaza ps; Asia/Riyadh sa;
Asia/Kuwait kw; Asia/Bahrain bh; Asia/Qatar qa; Asia/Dubai ae; Asia/Muscat om; Asia/Aden ye; Asia/Karachi pk;
Asia/Kolkata in; Asia/Kathmandu np; Asia/Dhaka bd; Asia/Colombo lk; Indian/Maldives mv; Asia/Thimphu bt; Asia/Yangon mm;
Asia/Bangkok th; Asia/Phnom_Penh kh; Asia/Ho_Chi_Minh vn; Asia/Kuala_Lumpur my; Asia/Singapore sg; Asia/Jakarta id;
Asia/Manila ph; Asia/Brunei bn; Asia/Shanghai cn; Asia/Hong_Kong hk; Asia/Macau mo; Asia/Taipei tw; Asia/Tokyo jp;
Asia/Seoul kr; Asia/Pyongyang kp; Asia/Ulaanbaatar mn; Australia/Sydney au; Pacific/Auckland nz; Pacific/Fiji fj;
Pacific/Port_Moresby pg; Africa/Cairo eg; Africa/Tripoli com.ly; Africa/Tunis tn; Africa/Algiers dz;
Africa/Casablanca ma; Africa/Khartoum sd; Africa/Addis_Ababa et; Africa/Nairobi ke; Africa/Kampala ug;
Africa/Dar_es_Salaam tz; Africa/Kigali rw; Africa/Lusaka zm; Africa/Harare zw; Africa/Gaborone bw; Africa/Maputo mz;
Africa/Luanda ao; Africa/Windhoek na; Africa/Johannesburg za; Africa/Lagos ng; Africa/Accra gh; Africa/Abidjan ci;
Africa/Dakar sn; Africa/Bamako org.ml; Africa/Ouagadougou bf; Africa/Lome tg; Africa/Porto-Novo bj; Africa/Douala cm;
America/Toronto ca; America/Mexico_City mx; America/Guatemala gt; America/El_Salvador sv; America/Tegucigalpa hn;
America/Managua ni; America/Costa_Rica cr; America/Panama pa; America/Havana cu; America/Santo_Domingo do;
America/Jamaica jm; America/Port_of_Spain tt; America/Barbados bb; America/Bogota com.co gov.co org.co;
America/Caracas ve; America/Guayaquil ec; America/Lima pe; America/La_Paz bo; America/Asuncion py;
America/Montevideo uy; America/Argentina/Buenos_Aires ar; America/Santiago cl; America/Sao_Paulo br; America/Guyana gy;
Atlantic/Cape_Verde cv; Indian/Antananarivo mg; Indian/Mauritius mu; Indian/Mayotte yt; Africa/Niamey ne;
Africa/Nouakchott mr; Africa/Libreville ga; Africa/Kinshasa cd; Africa/Conakry gn; Africa/Bujumbura bi;
Africa/Blantyre mw; Africa/Maseru ls; Africa/Freetown sl; Africa/Monrovia lr; Africa/Banjul gm; Africa/Ndjamena td;
America/Port-au-Prince ht; America/Paramaribo sr; America/Nassau bs; Pacific/Noumea nc
"""
# National agencies, by their names here: papers of their country carry them.
_AGENCIES = """
Europe/Vienna apa; Europe/Zurich sda; Europe/Berlin dpa sid; Europe/Rome ansa agi adnkronos; Europe/Brussels belga;
Europe/Amsterdam anp; Europe/Copenhagen ritzau; Europe/Oslo ntb; Europe/Stockholm tt; Europe/Helsinki stt;
Europe/Warsaw pap; Europe/Prague ctk; Europe/Bratislava tasr; Europe/Budapest mti; Europe/Bucharest agerpres;
Europe/Sofia bta; Europe/Athens amna; Europe/Zagreb hina; Europe/Ljubljana sta; Europe/Belgrade tanjug;
Europe/Vilnius elta bns; Europe/Riga leta; Europe/Lisbon lusa; Europe/London pa; Europe/Minsk belta;
Europe/Kyiv unian ukrinform interfaxukraine; Europe/Moscow ria regnum ruvr; Europe/Istanbul dha iha anadolu;
Asia/Yerevan armenpress newsam; Asia/Baku azertac apaaz trend news1az; Asia/Almaty kazinform tengrinews;
Asia/Bishkek kabar; Asia/Kolkata pti ani ians uni; Asia/Karachi app; Asia/Dhaka bss; Asia/Tehran isna fars;
Asia/Kuala_Lumpur bernama; Asia/Jakarta antara; Asia/Manila pna; Asia/Bangkok tna; Asia/Shanghai cns; Asia/Taipei cna;
Asia/Tokyo jiji; Asia/Seoul yonhap; Australia/Sydney aap; Pacific/Auckland nzpa; America/Toronto cp;
America/Sao_Paulo agenciabrasil; America/Lima andina; America/Mexico_City notimex; America/Argentina/Buenos_Aires telam;
Africa/Johannesburg sapa sanews; Africa/Lagos nan; Africa/Accra gna
"""
_LANGUAGES = """
Europe/Warsaw pl; Europe/Prague cs; Europe/Bratislava sk; Europe/Budapest hu; Europe/Ljubljana sl; Europe/Zagreb hr bs;
Europe/Belgrade sr; Europe/Skopje mk; Europe/Tirane sq; Europe/Berlin de; Europe/Amsterdam nl; Europe/Rome it;
Europe/Copenhagen da; Europe/Oslo no nb nn; Europe/Stockholm sv; Europe/Madrid ca gl eu; Europe/Helsinki fi;
Europe/Tallinn et; Europe/Riga lv; Europe/Vilnius lt; Europe/Kyiv uk; Europe/Bucharest ro; Europe/Sofia bg;
Europe/Athens el; Europe/Istanbul tr; Europe/Minsk be; Asia/Tbilisi ka; Asia/Yerevan hy; Asia/Baku az; Asia/Almaty kk;
Asia/Tashkent uz; Asia/Bishkek ky; Asia/Tehran fa; Asia/Jerusalem he iw; Asia/Kolkata hi ta te mr gu ml kn pa;
Asia/Kathmandu ne; Asia/Colombo si; Asia/Yangon my; Asia/Bangkok th; Asia/Phnom_Penh km; Asia/Ho_Chi_Minh vi;
Asia/Kuala_Lumpur ms; Asia/Jakarta id; Asia/Manila tl fil; Asia/Shanghai zh; Asia/Tokyo ja; Asia/Seoul ko;
Asia/Ulaanbaatar mn; America/Sao_Paulo pt-br
"""
# What templates declare all over the world.
_TEMPLATE_REGIONS = frozenset(("us", "gb", "uk", "es", "fr"))
_MONTH_FIRST = frozenset(("ca", "ph"))  # or either; the United States have no domain in the table
_REGION = 2  # letters


def _zones(table: str) -> dict[str, str]:
    rows = (row.split() for row in table.split(";"))
    return {name: zone for zone, *names in rows for name in names}


_OF_COUNTRY, _OF_AGENCY, _OF_LANGUAGE = map(_zones, (_COUNTRIES, _AGENCIES, _LANGUAGES))


def zone_of_site(url: str | None, agency: str | None, *declared: str | None) -> tzinfo | None:
    """The zone of a page's clocks, None where nothing tells; `declared` are its languages as it states them.

    `agency` is the one whose copy the page carries.

    >>> zone_of_site("https://gazeta.example.pl/1", "reuters"), zone_of_site("https://post.example/1", "pti", "en-US")
    (zoneinfo.ZoneInfo(key='Europe/Warsaw'), zoneinfo.ZoneInfo(key='Asia/Kolkata'))
    """
    host = urls.host_of(url)
    name = _OF_AGENCY.get(agency_of_host(host) or "") or _of_host(host)
    tags = [tag.lower().replace("_", "-") for tag in declared if tag]
    for find in (_of_region, _of_whole_tag):
        name = name or next(filter(None, map(find, tags)), None)
    return _zone(name or _OF_AGENCY.get(agency or ""))


def is_day_first(url: str | None) -> bool | None:
    """Whether pages of the country of a host write 10/12/2018 for the tenth of December; None where nothing tells.

    >>> is_day_first("https://www.post.example.co.uk/1"), is_day_first("https://www.post.example.ph/1")
    (True, None)
    """
    host = urls.host_of(url)
    return True if _of_host(host) and host.rpartition(".")[2] not in _MONTH_FIRST else None


def _of_host(host: str) -> str | None:
    second, _, last = host.rpartition(".")
    return _OF_COUNTRY.get(f"{second.rpartition('.')[2]}.{last}") or _OF_COUNTRY.get(last)


def _of_region(tag: str) -> str | None:
    region = next((part for part in tag.split("-")[1:] if len(part) == _REGION), "")
    return None if region in _TEMPLATE_REGIONS else _OF_COUNTRY.get(region)


def _of_whole_tag(tag: str) -> str | None:
    return _OF_LANGUAGE.get(tag) or _OF_LANGUAGE.get(tag.split("-")[0])


@cache
def _zone(name: str | None) -> tzinfo | None:
    """The zone of a name, None for one that this machine's table of zones lacks."""
    try:
        return ZoneInfo(name) if name else None
    except ZoneInfoNotFoundError:
        return None
