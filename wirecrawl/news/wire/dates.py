"""Reads the days of datelines: ``Feb. 16``, ``Jan. 2, 2017``, ``10 août``, ``28 LUG``, ``29 июня``, ``12月9日``."""

import datetime
import re
import unicodedata
from functools import lru_cache

# Full names as dates have them (in the genitive where a language has one). A printed month is three or more first
# letters of a name, if they fit one month only: "listopada" is October in Croatian and November in Polish, so none.
_LATIN = (
    "january janvier enero januar jänner gennaio janeiro januari ocak ledna januára stycznia január ianuarie "
    "siječnja sausio janvāris tammikuuta jaanuar januarja januara janar yanvar",
    "february février febrero februar febbraio fevereiro februari şubat února februára lutego február februarie "
    "veljače vasario februāris helmikuuta veebruar februarja februara shkurt fevral",
    "march mars marzo märz marco maart mrt mart marts března marca marzec március martie ožujka kovo maaliskuuta "
    "märts maret mac",
    "april avril abril aprile nisan dubna apríla kwietnia április aprilie travnja balandžio aprīlis huhtikuuta "
    "aprill aprila prill aprel",
    "may mai mayo maggio maio mei mayıs května mája maja május svibnja gegužės maijs toukokuuta",
    "june juin junio juni giugno junho haziran června júna czerwca június iunie lipnja birželio jūnijs kesäkuuta "
    "juuni junija qershor iyun",
    "july juillet julio juli luglio julho temmuz července júla lipca július iulie srpnja liepos jūlijs heinäkuuta "
    "juuli julija korrik julai iyul",
    "august août agosto augustus ağustos srpna augusta sierpnia augusztus kolovoza rugpjūčio augusts elokuuta "
    "avgusta agustus ogos gusht avqust avgust",
    "september septembre septiembre setiembre settembre setembro eylül září septembra września szeptember "
    "septembrie rujna rugsėjo septembris syyskuuta shtator sentyabr sentabr",
    "october octobre octubre oktober ottobre outubro ekim října októbra października október octombrie listopada "
    "spalio oktobris lokakuuta oktoober tetor oktyabr oktabr",
    "november novembre noviembre novembro kasım listopadu listopada novembra noiembrie studenoga lapkričio "
    "novembris nëntor noyabr",  # not the Finnish marraskuuta: "mar" is March
    "december décembre diciembre dezember dicembre dezembro aralık prosince decembra grudnia decembrie prosinca "
    "gruodžio decembris joulukuuta detsember desember dhjetor disember dekabr",
)
_OTHER = (
    "января січня студзеня януари қаңтар јануар ιανουαρίου يناير जनवरी জানুয়ারি јануара јануари",
    "февраля лютого лютага февруари ақпан фебруар φεβρουαρίου فبراير شباط फरवरी ফেব্রুয়ারি фебруара февруари",
    "марта березня сакавіка март наурыз μαρτίου مارس آذار मार्च মার্চ марта март",
    "апреля квітня красавіка април сәуір απριλίου أبريل إبريل نيسان अप्रैल এপ্রিল априла април",
    "мая травня май мамыр мај μαΐου مايو أيار मई মে маја мај",
    "июня червня чэрвеня юни маусым јун ιουνίου يونيو حزيران जून জুন јуна јуни",
    "июля липня ліпеня юли шілде јул ιουλίου يوليو تموز जुलाई জুলাই јула јули",
    "августа серпня жніўня август тамыз αυγούστου أغسطس अगस्त আগস্ট августа август",
    "сентября вересня верасня септември қыркүйек септембар σεπτεμβρίου سبتمبر أيلول सितंबर সেপ্টেম্বর септембра септември",
    "октября жовтня кастрычніка октомври қазан октобар οκτωβρίου أكتوبر अक्टूबर अक्तूबर অক্টোবর октобра октомври",
    "ноября листопада лістапада ноември қараша новембар νοεμβρίου نوفمبر नवंबर नवम्बर নভেম্বর новембра ноември",
    "декабря грудня снежня декември желтоқсан децембар δεκεμβρίου ديسمبر दिसंबर दिसम्बर ডিসেম্বর децембра декември",
)
_SHORT = ("मई", "মে")  # whole names of months of less than three letters
# The forms of a day, for the dateline patterns of the tables. Every repetition has an upper bound.
DAY = (
    r"(?:[^\W\d_]{3,12}\.?\s?\d{1,2}(?:\s?,?\s\d{4}|\sd\.)?"
    r"|\d{1,2}(?:er|º|st|nd|rd|th|\.)?\s(?:de\s)?[^\W\d_]{3,12}\.?(?:,?\s(?:del?\s)?\d{4})?"
    r"|\d{4}\.\s[^\W\d_]{3,12}\s\d{1,2}\."
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}\s[\u0900-\u0dff]{2,12}(?:,?\s\d{4})?"
    r"|(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
SHORT_DAY = r"(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日"  # of Taiwan: 21日, the month may be missing
_NUMBERS = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d_]{3,12}|(?:(?!\d)[\u0900-\u0dff]){2,12}")
Day = tuple[int | None, int | None, int]  # year, month, day of the month


def read_day(printed: str) -> Day | None:
    """Return (year or None, month, day) of a printed day; None if it has no number or no month that is known.

    The month is None if only the day of the month is printed: ``21日``. In numbers the day is first: ``31/07``.

    >>> read_day("Jan. 2, 2017"), read_day("29 июня")
    ((2017, 1, 2), (None, 6, 29))
    """
    numbers = _NUMBERS.findall(printed)
    year = next((int(number) for number in numbers if len(number) == 4), None)
    small = [int(number) for number in numbers if len(number) < 4]
    if not small:
        return None
    if "日" in printed:
        return year, small[0] if "月" in printed else None, small[-1]
    if len(small) > 1 and ("/" in printed or printed.count(".") > 1):
        return year, small[1], small[0]
    name = _NAME.search(printed)
    month = _month(name[0]) if name else None
    return (year, month, small[0]) if month else None


def full_date(day: Day, published: datetime.date | None) -> str | None:
    """Return the day in ISO form; a missing year or month is that of ``published``.

    Around New Year or the end of a month, it may be the one before or after instead.

    Returns None if the year cannot be found or the day does not exist.

    >>> full_date((None, 12, 31), datetime.date(2018, 1, 1))
    '2017-12-31'
    """
    year, month, number = day
    if month is None:
        year, month = _month_before(number, published) if published else (None, 1)
    elif year is None and published:
        year = published.year + _new_year_step(month, published.month)
    try:
        return datetime.date(year, month, number).isoformat() if year else None
    except ValueError:
        return None


def _new_year_step(month: int, published: int) -> int:
    return {(12, 1): -1, (1, 12): 1}.get((month, published), 0)


def _month_before(number: int, published: datetime.date) -> tuple[int, int]:
    """Return year and month of the last such day up to the day after publication: a story may be dated ahead."""
    latest = published + datetime.timedelta(days=1)
    if number <= latest.day:
        return latest.year, latest.month
    before = latest.replace(day=1) - datetime.timedelta(days=1)
    return before.year, before.month


@lru_cache(maxsize=512)  # more than all names of months in all languages
def _month(name: str) -> int | None:
    key = _plain(name)
    fits = [number for number, names in enumerate(_MONTHS, 1) if any(n.startswith(key) for n in names)]
    return fits[0] if (len(key) >= 3 or key in _SHORT) and len(fits) == 1 else None


def _plain(name: str) -> str:
    """Letters in lower case without accents."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("ı", "i")


_MONTHS = [_plain(f"{latin} {other}").split() for latin, other in zip(_LATIN, _OTHER, strict=True)]
