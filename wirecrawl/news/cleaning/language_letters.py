"""What letters and small words say of the language of a text, where a general finder cannot tell."""

import re

# Scripts that one language of the agencies has; a text in another language of the script needs its site to say so.
_SCRIPTS = {
    "ko": "\uac00-\ud7af",
    "th": "\u0e00-\u0e7f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
}
_SHARED = {"hi": {"mr", "ne"}, "bn": {"as"}, "am": {"ti"}, "he": {"yi"}}  # languages that share a script
_LETTERS = {code: re.compile(f"[{letters}]+") for code, letters in _SCRIPTS.items()}
_RARE = re.compile(f"[{''.join(_SCRIPTS.values())}\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_KANA = re.compile("[\u3041-\u30fa\u30fd-\u30ff]+")  # without the middle dot and the sign of a long vowel
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
# Characters of Japanese print that no Chinese text has, and of each of the two Chinese scripts alone.
_JAPANESE = re.compile("[経続価図変戦発気団売応広験駅県歩黒単沢権観検険済帰総働込円労営関辺伝転軽鉄録歳満様拡択挙]")
_SIMPLIFIED = re.compile(
    "[这国们发时来个为会说对开过还学电车门问间关东长见现进远运连边达选钱铁级红线经给统继网约结务动劳历压产严亲优传农决减击则"
    "刚创剧劝办华协单卖卫厅县参双变号员园图场声处备头奖妇实审导层岁岛师带广庆应张强归当录态总]"
)
_TRADITIONAL = re.compile(
    "[這國們發時來個為會說對開過還學電車門問間關東長見現進遠運連邊達選錢鐵級紅線經給統繼網約結務動勞歷壓產嚴親優傳農決減擊則"
    "剛創劇勸辦華協單賣衛廳縣參雙變號員園圖場聲處備頭獎婦實審導層歲島師帶廣慶應張強歸當錄態總]"
)
_SHARE = 0.3  # of the letters: a name in brackets does not make an English story Chinese
_KANA_SHARE = 0.05  # Japanese prose has kana in every clause, Chinese none but in quoted names
_HEADLINE = 60  # characters of Han alone: a headline, which Japanese prints without kana, too
_SAMPLE = 1000  # characters: the first paragraphs; every script shows itself in them
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Letters that one language of a script has and the others have not, the surest first.
_SURE = {
    _CYRILLIC: (
        ("kk", "[әғқұһӘҒҚҰҺ]|[іІ].*[өүңӨҮҢ]|[өүңӨҮҢ].*[іІ]"),
        ("tg", "[ҷӣӯҶӢӮ]"),
        ("ky", "[ңөүҢӨҮ]"),
        ("mk", "[ѓќѕЃЌЅ]"),
        ("sr", "[ђћљњџјЂЋЉЊЏЈ]"),
        ("be", "[ўЎ]"),
        ("uk", "[їєґЇЄҐіІ]"),
        ("ru", "[ыэёЫЭЁ]"),
        ("bg", r"\w[ъЪ]\w|\b(?:на|от|за|се|със?|във?) \w+(?:ът|та|то|те)\b"),
        ("ru", "\\w"),
    ),
    _ARABIC: (
        ("ur", "[ٹڈڑںے]"),
        ("ckb", "[ڵڕێۆە]"),
        ("fa", "[پچژگکی]"),
        ("ar", "\\w"),
    ),
    _LATIN: (
        ("vi", "[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"),
        ("az", "[əƏ]"),
        ("tr", "[ğĞıİ]"),
        ("pl", "[ąęłńśźżĄĘŁŃŚŹŻ]"),
        ("cs", "[řěůŘĚŮ]"),
        ("hu", "[őűŐŰ]"),
        ("ro", "[ăţțĂŢȚ]"),
        ("lv", "[āēīūģķļņĀĒĪŪĢĶĻŅ]"),
        ("lt", "[ėųūįĖŲŪĮ]"),
        ("de", "[ß]"),
        ("es", "[ñ¿¡Ñ]"),
        ("pt", "[ãõÃÕ]"),
    ),
}
# Languages in Cyrillic and in Arabic letters.
_WRITTEN_IN = {
    _CYRILLIC: frozenset("ru uk be bg mk sr kk ky tg mn uz az tt ba os ab ce cv sah".split()),
    _ARABIC: frozenset("ar fa ur ckb ku ps ug sd pa az uz ks".split()),
}
# Words of near languages that the other does not have.
_WORDS = {
    frozenset(("sr", "hr", "bs")): {
        "sr": "gde ovde vreme dve posle mesto reč predsednik predsednika takođe opština šta nedelja nedelju sreda "
        "sredu ponedeljak januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra "
        "uslov deo pre reka reke bezbednost saopštio saopšteno evra hiljada zahteva rešenje sledeće delom uvek",
        "hr": "gdje ovdje vrijeme dvije poslije mjesto riječ predsjednik predsjednika također općina što tjedan "
        "tjedna srijeda srijedu ponedjeljak siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna "
        "listopada studenoga prosinca uvjet dio prije rijeka rijeke sigurnost priopćio priopćeno eura tisuća "
        "zahtijeva rješenje sljedeće dijelom uvijek tko netko",
    },
    frozenset(("id", "ms")): {
        "id": "bahwa karena uang bisa mobil polisi kantor senin jumat maret agustus januari februari juli desember "
        "ujar ujarnya perusahaan pemerintah warga upaya terkait pihaknya menurutnya mengatakan provinsi kepolisian",
        "ms": "bahawa kerana wang kereta polis pejabat isnin khamis jumaat ahad mac ogos julai disember beliau "
        "manakala ialah sebanyak berkata syarikat kerajaan timbalan berkaitan sehingga menerusi",
    },
}
_SETS = {group: {code: frozenset(words.split()) for code, words in of.items()} for group, of in _WORDS.items()}


def by_script(text: str, stated: str | None) -> str | None:
    """Return the language of a text by its script alone; None for Latin, Cyrillic and Arabic.

    `stated` is what the site or page says: it decides among languages of one script.

    >>> by_script("新华社北京4月24日电", "en"), by_script("日経平均続落", None)
    ('zh', 'ja')
    """
    text = text[:_SAMPLE]
    if text.isascii() or not _RARE.search(text):
        return None
    letters = sum(map(str.isalpha, text)) or 1
    kana, han = _count(_KANA, text), _count(_HAN, text)
    if kana > _KANA_SHARE * letters and kana + han > _SHARE * letters:
        return "ja"
    if han > _SHARE * letters:
        return _by_han(text, stated)
    code = next((code for code, found in _LETTERS.items() if _count(found, text) > _SHARE * letters), None)
    return stated if code and stated and stated.split("-")[0] in _SHARED.get(code, ()) else code


def _count(letters: re.Pattern[str], text: str) -> int:
    """How many of some letters a text has; runs of them are found in a quarter of the time of each letter."""
    return sum(map(len, letters.findall(text)))


def _by_han(text: str, stated: str | None) -> str:
    """Simplified Chinese is "zh"; where no character tells, it is as stated."""
    traditional, simplified = len(_TRADITIONAL.findall(text)), len(_SIMPLIFIED.findall(text))
    if len(text) <= _HEADLINE and not simplified and ((stated or "").startswith("ja") or _JAPANESE.search(text)):
        return "ja"
    if traditional == simplified:
        return "zh-Hant" if stated in ("zh-Hant", "zh-TW", "zh-HK", "zh-MO") else "zh"
    return "zh-Hant" if traditional > simplified else "zh"


def by_letters(text: str) -> str | None:
    """Return the language of a short text by letters that only it has; None for one without such letters.

    >>> by_letters("Міст відкрили"), by_letters("Мост открыли"), by_letters("Bridge opens")
    ('uk', 'ru', None)
    """
    text = text[:_SAMPLE]
    script = max(_SURE, key=lambda one: len(one.findall(text)))
    if not script.search(text):
        return None
    return next((code for code, letters in _SURE[script] if re.search(letters, text)), None)


def by_foreign_letters(text: str, stated: str | None) -> str | None:
    """Return the language of a text in letters that the stated language is not written in; else None.

    >>> by_foreign_letters("Мост открыли", "en-US"), by_foreign_letters("Мост открыли", "kk")
    ('ru', None)
    """
    sample = text[:_SAMPLE]
    script = next((one for one in _WRITTEN_IN if len(one.findall(sample)) > len(sample) // 2), None)
    parts = (stated or "").split("-")
    return by_letters(text) if script and parts[0] not in _WRITTEN_IN[script] else None


def among_near(text: str, one: str, other: str | None) -> str | None:
    """Return which of two near languages a text is in, by words that only one has; None where they do not tell.

    >>> among_near("Predsjednik je u srijedu rekao", "sr", "hr")
    'hr'
    """
    sets = next((sets for group, sets in _SETS.items() if one in group and (other is None or other in group)), None)
    if sets is None:
        return None
    words = text[:_SAMPLE].lower().replace(",", " ").replace(".", " ").split()
    counts = {code: sum(map(known.__contains__, words)) for code, known in sets.items()}
    first, second = sorted(counts, key=lambda code: -counts[code])[:2]
    return first if counts[first] > 2 * counts[second] else None
