"""The days of the week in the languages of news sites: which of 01.11.12 is the day, the word beside it may prove.

After the locale data of dateparser 1.5.0 (BSD-3-Clause), which are those of Unicode's CLDR. Words that name different
days in different languages and abbreviations that are words of their own are left out. A low line joins two words.
"""

import re

_WORDS = (
    """
    dilluns dush dushanba esmaspäev hétfő isnin lun lundi lunedì lunes luni maanantai maanantaina maandag mandag mon
    monday montag mån månd måndag pazartesi pirmadienis pirmd pirmdiena pondelok pondělí ponedjeljak poniedzialek
    poniedziałek seg segunda segunda-feira senin thứ_2 thứ_hai δευ δευτέρα дүйсенбі панядзелак пнд пон понед
    понеделник понедельник понедељак понеділок երկ երկուշաբթի שני الإثنين الاثنين دوشنبه سوموار پیر सोम सोमवार সোম
    সোমবার จันทร์ วันจันทร์ วันจันทร์ที่ ორშ ორშაბათი 周一 星期一 月曜日 礼拜一 월요일
    """,
    """
    antradienis dienstag dimarts dinsdag kedd mar mardi martedì martes marți otrd otrdiena salı selasa sesh seshanba
    teisipäev ter terça terça-feira thứ_3 thứ_ba tiistai tiistaina tirs tirsdag tis tisd tisdag tue tues tuesday
    utorak utorok wtorek úterý τρί τρίτη аўт аўторак вто вторник втр вів вівтор вівторок сейсенбі уто уторак
    երեքշաբթի երք שלישי الثلاثاء سهشنبه سه‌شنبه منگل मंगल मंगलवार মঙ্গল মঙ্গলবার วันอังคาร วันอังคารที่ อังคาร სამ
    სამშაბათი 周二 星期二 火曜日 礼拜二 화요일
    """,
    """
    chor chorshanba dimecres keskiviikko keskiviikkona kolmapäev mer mercoledì mercredi miercuri mittwoch mié
    miércoles ons onsd onsdag qua quarta quarta-feira rabu srijeda sroda srode streda stredu středa středu středy
    szerda thứ_4 thứ_tư trečiadienis trešd trešdiena wed wednesday woensdag çarşamba çərşənbə środa środę τετ
    τετάρτη сер серада серед середа середу срд сре среда среду сря сряда сәрсенбі չորեքշաբթի չրք רביעי الأربعاء بدھ
    چهارشنبه बुध बुधवार বুধ বুধবার พุธ วันพุธ วันพุธที่ ოთხ ოთხშაბათი 周三 星期三 水曜日 礼拜三 수요일
    """,
    """
    ceturtd ceturtdiena csütörtök czwartek dijous donderdag donnerstag gio giovedì jeu jeudi jue jueves kamis
    ketvirtadienis khamis neljapäev payshanba perşembe qui quinta quinta-feira thu thursday thứ_5 thứ_năm tor tors
    torsd torsdag torstai torstaina četvrtak čtvrtek štvrtok πέμ πέμπτη бейсенбі чацвер чет четвер четверг четвртак
    четвъртък чтв чцв հինգշաբթի հնգ חמישי الخميس جمعرات پنجشنبه गुरु गुरुवार বৃহষ্পতিবার বৃহস্পতি বৃহস্পতিবার พฤหัส
    พฤหัสบดี วันพฤหัสบดี วันพฤหัสบดีที่ ხუთ ხუთშაბათი 周四 星期四 木曜日 礼拜四 목요일
    """,
    """
    cuma cümə divendres fre fred fredag freitag fri friday juma jumaat jumat penktadienis perjantai perjantaina
    petak piatek piatok piektd piektdiena piątek pátek pátku péntek reede sex sexta sexta-feira thứ_6 thứ_sáu ven
    vendredi venerdì vie viernes vineri vrijdag παρ παρασκευή жұма п'ятницю п'ятниця пет петак петък птн пят пятница
    пятницу пятніца ուր ուրբաթ שישי الجمعة الجمعه جمعه جمعہ शुक्र शुक्रवार শুক্র শুক্রবার วันศุกร์ วันศุกร์ที่ ศุกร์
    პარ პარასკევი 周五 星期五 礼拜五 金曜日 금요일
    """,
    """
    cumartesi dissabte lauantai lauantaina laupäev lör lörd lördag lørdag sab sabato sabtu samedi samstag sat
    saturday sestd sestdiena shan shanba sobota sobote sobotu soboty sobotę subota szombat sáb sábado sâmbătă thứ_7
    thứ_bảy zaterdag şənbə šeštadienis σάβ σάββατο сбт сенбі суб суббота субботу субот субота суботу събота շաբաթ
    շբթ שבת السبت شنبه ہفتہ शनि शनिवार শনি শনিবার วันเสาร์ วันเสาร์ที่ เสาร์ შაბ შაბათი 周六 土曜日 星期六 礼拜六 토요일
    """,
    """
    ahad bazar dim dimanche diumenge dom domenica domingo duminică minggu nedeľa nedeľu nedjelja neděle neděli niedz
    niedziela niedziele niedzielę pazar pühapäev sekmadienis sonntag sun sunday sunnuntai sunnuntaina svētd
    svētdiena sön sönd söndag søndag thứ_1 vasárnap yakshanba zondag κυρ κυριακή воскресение воскресенье вск
    жексенбі нед неделя недеља неділ неділю неділя няд нядзеля կիր կիրակի ראשון اتوار الأحد یکشنبه रवि रविवार রবি
    রবিবার วันอาทิตย์ วันอาทิตย์ที่ อาทิตย์ კვი კვირა 周日 日曜日 星期天 星期日 礼拜天 礼拜日 일요일
    """,
)
_DAYS = {word.replace("_", " "): n for n, words in enumerate(_WORDS) for word in words.split()}
_WORD = re.compile(r"thứ\s\w+|周[一二三四五六日天]|[^\W\d_]+(?:-feira)?")
_BESIDE = 24  # characters on either side of a date in which its weekday stands


def weekday_beside(text: str, start: int, end: int) -> int | None:
    """The day of the week that is printed beside the date from `start` to `end`, 0 for Monday; None for none.

    >>> weekday_beside("Posted on Wednesday, 01.11.12", 21, 29)
    2
    """
    for part in (text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]):
        for word in _WORD.findall(part.lower()):
            if word in _DAYS:
                return _DAYS[word]
    return None
