"""Datelines in the form of every agency of the tables, beside those of `test_dateline_agencies`."""

import datetime

import pytest

from wirecrawl.items import Dateline
from wirecrawl.news.wire import PLAIN, all_tables, parse_dateline, table

SPRING = datetime.date(2017, 4, 22)


@pytest.mark.parametrize(
    ("agency", "head", "places", "date"),
    [
        ("ata", "TIRANË, 12 maj /ATSH/ -", ["TIRANË"], "2017-05-12"),
        ("kuna", "الكويت - 12 - 5 (كونا) --", ["الكويت"], None),
        ("wam", "الفجيرة في 12 مايو/ وام /", ["الفجيرة"], "2017-05-12"),
        ("wam", "دبي، 12 مايو / وام /.", ["دبي"], "2017-05-12"),
        ("azertac", "Baku, May 12, AZERTAC", ["Baku"], "2017-05-12"),
        ("azertac", "Bakı, 12 may, AZƏRTAC", ["Bakı"], "2017-05-12"),
        ("azertac", "Baku, May 12, 2016, AZERTAC.", ["Baku"], "2016-05-12"),
        ("azertac", "Ganja, May 12 /AzerTaC/", ["Ganja"], "2017-05-12"),
        ("news1az", "[ГЯНДЖА, 28 апр – 1NEWS.AZ]", ["ГЯНДЖА"], "2017-04-28"),
        ("apaaz", "Baku-APA.", ["Baku"], None),
        ("apa", "Wien (APA) -", ["Wien"], None),
        ("apa", "Linz/Graz (APA) -", ["Linz", "Graz"], None),
        ("app", "CHAKWAL, May 12 (APP)::", ["CHAKWAL"], "2017-05-12"),
        ("bta", "Белово поле, 12 май /БТА/", ["Белово поле"], "2017-05-12"),
        ("bta", "София, 12 май (БТА) -", ["София"], "2017-05-12"),
        ("tanjug", "БЕОГРАД, 12. маја /Танјуг/ -", ["БЕОГРАД"], "2017-05-12"),
        ("europapress", "MADRID/TOLEDO, 21 (EUROPA PRESS)", ["MADRID", "TOLEDO"], "2017-04-21"),
        ("map", "Rabat, 12/05/2017 (MAP) -", ["Rabat"], "2017-05-12"),
        ("gna", "Akatsi (V/R), May 12, GNA –", ["Akatsi (V/R)"], "2017-05-12"),
        ("bns", "Vilnius, kovo 14 d. (BNS).", ["Vilnius"], "2017-03-14"),
        ("bss", "ঢাকা, ১৪ মার্চ, ২০১৭ (বাসস):", ["ঢাকা"], "2017-03-14"),
        ("petra", "عمان 14 آذار (بترا)-", ["عمان"], "2017-03-14"),
        ("spa", "الواحة 14 مارس 2017 (واس) -", ["الواحة"], "2017-03-14"),
        ("bernama", "KUALA LIPIS, 14 Mac (Bernama) --", ["KUALA LIPIS"], "2017-03-14"),
        ("ansa", "(ANSA) -", [], None),
        ("trend", "Azerbaijan, Baku, May 12 / Trend /", ["Azerbaijan, Baku"], "2017-05-12"),
        ("armenpress", "YEREVAN, MAY 12, ARMENPRESS.", ["YEREVAN"], "2017-05-12"),
        ("armenpress", "ЕРЕВАН, 12 МАЯ, АРМЕНПРЕСС.", ["ЕРЕВАН"], "2017-05-12"),
        ("kabar", "Бишкек, 12.05.17. /Кабар/.", ["Бишкек"], None),
        ("kabar", "Ош, 12 мая /Кабар/.", ["Ош"], "2017-05-12"),
        ("belta", "MINSK, 12 May (BelTA) –", ["MINSK"], "2017-05-12"),
        ("belta", "12 мая, Минск /Корр. БЕЛТА/.", ["Минск"], "2017-05-12"),
        ("ria", "МОСКВА, 10 мая — РИА Новости.", ["МОСКВА"], "2017-05-10"),
        ("ria", "БРЕСТ, 5 янв - РИА Новости.", ["БРЕСТ"], "2017-01-05"),
        ("ria", "5 янв - РИА Новости.", [], "2017-01-05"),
        ("interfax", "30 апреля. INTERFAX.RU -", [], "2017-04-30"),
        ("interfax", "Орел. 3 мая. ИНТЕРФАКС-ЦЕНТР -", ["Орел"], "2017-05-03"),
        ("kazinform", "КОСТАНАЙ. КАЗИНФОРМ –", ["КОСТАНАЙ"], None),
        ("kazinform", "ӨСКЕМЕН. ҚазАқпарат –", ["ӨСКЕМЕН"], None),
        ("isna", "ایسنا/خراسان رضوی", ["خراسان رضوی"], None),
        ("bss", "ঢাকা, ১৮ মে, ২০১৭ (বাসস) :", ["ঢাকা"], "2017-05-18"),
        ("montsame", "Улаанбаатар, 2017 оны дөрөвдүгээр сарын 18 /МОНЦАМЭ/.", ["Улаанбаатар"], None),
        ("qna", "الدوحة في 13 فبراير /قنا/", ["الدوحة"], "2017-02-13"),
        ("spa", "واس - أبها :", ["أبها"], None),
        ("pap", "Łódź, 12 maja (PAP) -", ["Łódź"], "2017-05-12"),
        ("ctk", "Brno 14. července (ČTK) -", ["Brno"], "2017-07-14"),
        ("ctk", "PRAHA/OSTRAVA 18. června (ČTK) -", ["PRAHA", "OSTRAVA"], "2017-06-18"),
        ("tasr", "Košice 12. mája (TASR) –", ["Košice"], "2017-05-12"),
        ("mti", "Szeged, 2016. január 12., kedd (MTI) –", ["Szeged"], "2016-01-12"),
        ("mti", "Pécs (MTI) –", ["Pécs"], None),
        ("agerpres", "Iaşi, 30 apr /Agerpres/ -", ["Iaşi"], "2017-04-30"),
        ("bta", "Варна, 25 март /БТА/", ["Варна"], "2017-03-25"),
        ("bta", "Plovdiv, May 2 (BTA) -", ["Plovdiv"], "2017-05-02"),
        ("hina", "SPLIT, 12. svibnja 2016. (Hina) -", ["SPLIT"], "2016-05-12"),
        ("tanjug", "NIŠ, 12. maja (Tanjug) -", ["NIŠ"], "2017-05-12"),
        ("sta", "Maribor, 12. maja (STA) -", ["Maribor"], "2017-05-12"),
        ("amna", "Πάτρα (ΑΠΕ-ΜΠΕ) -", ["Πάτρα"], None),
        ("bns", "KAUNAS, May 12, BNS -", ["KAUNAS"], "2017-05-12"),
        ("bns", "Tartu (BNS) -", ["Tartu"], None),
        ("elta", "Kaunas (ELTA) –", ["Kaunas"], None),
        ("leta", "RIGA, May 12 (LETA) -", ["RIGA"], "2017-05-12"),
        ("ntb", "Bergen (NTB):", ["Bergen"], None),
        ("ntb", "Oslo/Bergen (NTB-AFP):", ["Oslo", "Bergen"], None),
        ("tt", "Lund /TT/", ["Lund"], None),
        ("stt", "STT, Turku —", ["Turku"], None),
        ("ritzau", "Aarhus (Ritzau) -", ["Aarhus"], None),
        ("sda", "Bern (sda) -", ["Bern"], None),
        ("sda", "Chur (Keystone-SDA) -", ["Chur"], None),
        ("belga", "LIEGE 31/07 (BELGA) =", ["LIEGE"], "2017-07-31"),
        ("belga", "CHARLEROI, 19/06 (BELGA)", ["CHARLEROI"], "2017-06-19"),
        ("belga", "(Belga)", [], None),
        ("europapress", "CUENCA, 28 May. (EUROPA PRESS) -", ["CUENCA"], "2017-05-28"),
        ("europapress", "BILBAO 27 Abr. (EUROPA PRESS) -", ["BILBAO"], "2017-04-27"),
        ("lusa", "Faro, 12 mai 2016 (Lusa) -", ["Faro"], "2016-05-12"),
        ("lusa", "Ponta Delgada, Açores, 12 mai 2016 (Lusa) –", ["Ponta Delgada, Açores"], "2016-05-12"),
        ("adnkronos", "Bari, 2 apr. (Adnkronos) -", ["Bari"], "2017-04-02"),
        ("adnkronos", "(Adnkronos) -", [], None),
        ("agi", "AGI -", [], None),
        ("agi", "(AGI) - Bari, 12 gen. -", ["Bari"], "2017-01-12"),
        ("telam", "Rosario, 12 may (Télam) -", ["Rosario"], "2017-05-12"),
        ("prensalatina", "Santa Clara, 27 abr (Prensa Latina)", ["Santa Clara"], "2017-04-27"),
        ("prensalatina", "Brasília, 22 abr (Prensa Latina)", ["Brasília"], "2017-04-22"),
        ("notimex", "Puebla, 12 May (Notimex).-", ["Puebla"], "2017-05-12"),
        ("cp", "HALIFAX (CP) —", ["HALIFAX"], None),
        ("aap", "SYDNEY, May 3 (AAP) -", ["SYDNEY"], "2017-05-03"),
        ("sapa", "Durban (Sapa) -", ["Durban"], None),
        ("nan", "Abuja, April 12, 2016 (NAN)", ["Abuja"], "2016-04-12"),
        ("interfaxukraine", "KYIV. May 3 (Interfax-Ukraine) –", ["KYIV"], "2017-05-03"),
        ("gna", "Tamale, Apr. 3, GNA –", ["Tamale"], "2017-04-03"),
        ("gna", "Bouaké, Cote D’Ivoire, Apr. 08, GNA –", ["Bouaké, Cote D’Ivoire"], "2017-04-08"),
        ("aps", "ORAN (APS) -", ["ORAN"], None),
        ("map", "Agadir, 12 mai (MAP) -", ["Agadir"], "2017-05-12"),
        ("tap", "SFAX, Apr. 12 (TAP) -", ["SFAX"], "2017-04-12"),
        ("mena", "CAIRO, Apr 12 (MENA) -", ["CAIRO"], "2017-04-12"),
        ("mena", "الإسكندرية فى 12 أبريل /أ ش أ/", ["الإسكندرية"], "2017-04-12"),
        ("mena", "الإسكندرية - أ ش أ:", ["الإسكندرية"], None),
        ("reuters", "عواصم / رويترز -", ["عواصم"], None),
        ("afp", "صنعاء ـ أ ف ب:", ["صنعاء"], None),
        ("wam", "دبي - وام:", ["دبي"], None),
        ("petra", "إربد - بترا -", ["إربد"], None),
        ("irna", "شیراز- ایرنا-", ["شیراز"], None),
        ("pti", "नयी दिल्ली, 24 मई (भाषा)", ["नयी दिल्ली"], "2017-05-24"),
        ("ians", "मुंबई, 24 मई (आईएएनएस)।", ["मुंबई"], "2017-05-24"),
        ("uni", "मुंबई, 24 मई (वार्ता)", ["मुंबई"], "2017-05-24"),
        ("newsis", "[부산·서울=뉴시스]", ["부산", "서울"], None),
        ("news1", "(부산=뉴스1)", ["부산"], None),
        ("askanews", "Bari, 12 mag. (askanews) –", ["Bari"], "2017-05-12"),
        ("italpress", "BARI (ITALPRESS) –", ["BARI"], None),
        ("lapresse", "Bari, 12 mag. (LaPresse) -", ["Bari"], "2017-05-12"),
        ("cmc", "CASTRIES, St Lucia, CMC –", ["CASTRIES, St Lucia"], None),
        ("cmc", "CASTRIES, St Lucia, May 12, CMC -", ["CASTRIES, St Lucia"], "2017-05-12"),
        ("unb", "Khulna, May 12 (UNB) -", ["Khulna"], "2017-05-12"),
        ("rss", "Dharan, May 12 (RSS):", ["Dharan"], "2017-05-12"),
        ("beta", "NIŠ, 12. maja (Beta) –", ["NIŠ"], "2017-05-12"),
        ("fena", "ZENICA, 12. maja (FENA) -", ["ZENICA"], "2017-05-12"),
        ("srna", "BIJELJINA, 12. MAJA /SRNA/ -", ["BIJELJINA"], "2017-05-12"),
        ("mia", "Битола, 12 мај 2016 (МИА) –", ["Битола"], "2016-05-12"),
        ("angop", "Lobito, 12 mai (ANGOP) -", ["Lobito"], "2017-05-12"),
        ("inforpress", "Cidade da Praia, 12 mai (Inforpress) –", ["Cidade da Praia"], "2017-05-12"),
        ("abi", "Sucre, 12 may (ABI).-", ["Sucre"], "2017-05-12"),
        ("montsame", "Дархан /МОНЦАМЭ/.", ["Дархан"], None),
        ("spa", "Jeddah, April 12, 2016, SPA --", ["Jeddah"], "2016-04-12"),
        ("spa", "جدة 30 جمادى الآخرة 1438 هـ الموافق 29 مارس 2017 م واس", ["جدة"], "2017-03-29"),
        ("wam", "SHARJAH, 12th April, 2016 (WAM) --", ["SHARJAH"], "2016-04-12"),
        ("wam", "دبي في 12 أبريل (وام) -", ["دبي في"], "2017-04-12"),
        ("kuna", "KUWAIT, Apr 12 (KUNA) --", ["KUWAIT"], "2017-04-12"),
        ("qna", "Doha, April 12 (QNA) -", ["Doha"], "2017-04-12"),
        ("bna", "Manama, Apr. 12 (BNA):", ["Manama"], "2017-04-12"),
        ("petra", "Irbid, Apr. 12 (Petra) --", ["Irbid"], "2017-04-12"),
        ("petra", "إربد 12 كانون الثاني (بترا)-", ["إربد"], None),
        ("sana", "Homs, Apr. 12 (SANA) -", ["Homs"], "2017-04-12"),
        ("sana", "Aleppo, SANA-", ["Aleppo"], None),
        ("ina", "Baghdad – INA", ["Baghdad"], None),
        ("wafa", "HEBRON, April 12, 2016 (WAFA) -", ["HEBRON"], "2016-04-12"),
        ("irna", "Tabriz, IRNA –", ["Tabriz"], None),
        ("irna", "به گزارش خبرگزاری ایرنا،", [], None),
        ("mehr", "TEHRAN, Apr. 12 (MNA) –", ["TEHRAN"], "2017-04-12"),
        ("mehr", "به گزارش خبرنگار مهر،", [], None),
        ("isna", "Qom (ISNA) -", ["Qom"], None),
        ("fars", "خبرگزاری فارس؛", [], None),
        ("tasnim", "TEHRAN (Tasnim) –", ["TEHRAN"], None),
        ("tasnim", "به گزارش خبرگزاری تسنیم از همدان،", ["همدان"], None),
        ("dha", "BOLU, (DHA)-", ["BOLU"], None),
        ("iha", "SİVAS (İHA) -", ["SİVAS"], None),
        ("uni", "Pune, Apr 12 (UNI)", ["Pune"], "2017-04-12"),
        ("app", "ISLAMABAD, Apr 12 (APP):", ["ISLAMABAD"], "2017-04-12"),
        ("bss", "DHAKA, April 26, 2016 (BSS) -", ["DHAKA"], "2016-04-26"),
        ("vna", "Hanoi (VNA) -", ["Hanoi"], None),
        ("vna", "Huế (TTXVN) -", ["Huế"], None),
        ("pna", "CEBU (PNA) –", ["CEBU"], None),
        ("jiji", "【ロンドン時事】", ["ロンドン"], None),
        ("kyodo", "【ドーハ共同】", ["ドーハ"], None),
        ("kcna", "Wonsan, April 18 (KCNA) --", ["Wonsan"], "2017-04-18"),
        ("cns", "中新社北京4月12日电", ["北京"], "2017-04-12"),
        ("cns", "中新网长沙4月12日电", ["长沙"], "2017-04-12"),
        ("cna", "〔中央社〕", [], None),
        ("afp", "（法新社日內瓦16日電）", ["日內瓦"], "2017-04-16"),
        ("reuters", "（路透倫敦16日電）", ["倫敦"], "2017-04-16"),
        ("reuters", "OSLO (Reuters Health) -", ["OSLO"], None),
        ("xinhua", "新華網日內瓦４月１６日電", ["日內瓦"], "2017-04-16"),
        ("jta", "HAIFA (JTA) --", ["HAIFA"], None),
        ("jta", "(JTA) —", [], None),
        ("rferl", "Prague (RFE/RL) --", ["Prague"], None),
        ("sid", "Köln (SID) -", ["Köln"], None),
        ("ots", "Rheine (ots) -", ["Rheine"], None),
        ("prnewswire", "DETROIT, Mich., April 12, 2016 /PRNewswire/ --", ["DETROIT, Mich."], "2016-04-12"),
    ],
)
def test_the_form_of_each_agency(agency: str, head: str, places: list[str], date: str | None) -> None:
    paragraph = f"{head} 75 people met."
    expected: tuple[Dateline, list[str], str] = (
        Dateline(raw=head, places=places, date=date, agency=agency),
        [],
        "75 people met.",
    )
    assert parse_dateline(paragraph, table(agency), SPRING, own_page=False) == expected
    readers = (name for name, rules in all_tables().items() if parse_dateline(paragraph, rules, SPRING, own_page=False))
    assert next(readers) == agency


@pytest.mark.parametrize(
    ("agency", "paragraph", "names", "places", "rest"),
    [
        ("ria", "БРЕСТ, 5 янв - РИА Новости, Иван Петров. Дождь.", ["Иван Петров"], ["БРЕСТ"], "Дождь."),
        ("cns", "中新社长沙1月17日电 (王小明 李明 张大同)大雨。", ["王小明", "李明", "张大同"], ["长沙"], "大雨。"),
        ("cns", "中新网北京9月27日电 (记者 杜明)大雨。", ["杜明"], ["北京"], "大雨。"),
        ("cns", "中新网北京9月27日电(记者 杜明、王小明)大雨。", ["杜明", "王小明"], ["北京"], "大雨。"),
        ("xinhua", "新華網日內瓦１月１６日電（記者王明 李小明）大雨。", ["王明", "李小明"], ["日內瓦"], "大雨。"),
        ("cna", "（中央社記者王小明、李大同台北10日電）有雨。", ["王小明", "李大同"], ["台北"], "有雨。"),
        ("dha", "Ali VELİ / BOLU, (DHA)- Yağmur yağdı.", ["Ali VELİ"], ["BOLU"], "Yağmur yağdı."),
    ],
)
def test_reporters_in_the_dateline(agency: str, paragraph: str, names: list[str], places: list[str], rest: str) -> None:
    found = parse_dateline(paragraph, table(agency), SPRING)
    assert found
    assert (found[1], found[0].places, found[2]) == (names, places, rest)


@pytest.mark.parametrize(
    ("agency", "paragraph", "places", "rest"),
    [
        ("trend", "BAKU, Azerbaijan, April 12. Rain fell.", ["BAKU, Azerbaijan"], "Rain fell."),
        ("andina", "Lima, abr. 12. Rain fell.", ["Lima"], "Rain fell."),
        ("tanjug", "BEOGRAD - Rain fell.", ["BEOGRAD"], "Rain fell."),
        ("pna", "MANILA – Rain fell.", ["MANILA"], "Rain fell."),
        ("map", "Rabat - Rain fell.", ["Rabat"], "Rain fell."),
        ("aps", "ALGER - Rain fell.", ["ALGER"], "Rain fell."),
        ("cp", "SASKATOON - Rain fell.", ["SASKATOON"], "Rain fell."),
    ],
)
def test_bare_datelines_only_on_the_agencys_own_pages(
    agency: str, paragraph: str, places: list[str], rest: str
) -> None:
    found = parse_dateline(paragraph, table(agency), SPRING)
    assert found
    assert (found[0].places, found[2]) == (places, rest)
    assert all(parse_dateline(paragraph, rules, SPRING, own_page=False) is None for rules in all_tables().values())


@pytest.mark.parametrize(
    ("agency", "head", "reporter"),
    [
        ("bta", "Белово поле, 12 май 2016 /Мария Бряг, БТА/", "Мария Бряг"),
        ("agerpres", "București, 12 mai /Maria Mal - Agerpres/ -", "Maria Mal"),
        ("newsis", "[서울=뉴시스]이영희 기자 =", "이영희"),
        ("news1", "(서울=뉴스1) 이영희 선임기자 =", "이영희"),
        ("petra", "المرج 14 آذار (بترا) سارة الشاطئ -", "سارة الشاطئ"),
    ],
)
def test_a_dateline_names_its_reporter(agency: str, head: str, reporter: str) -> None:
    found = parse_dateline(f"{head} 75 people met.", table(agency), SPRING, own_page=False)
    assert found and (found[0].raw, found[1], found[2]) == (head, [reporter], "75 people met.")


def test_a_thai_dateline_stands_on_the_own_page_of_its_agency() -> None:
    found = parse_dateline("ลำปาง 14 มี.ค.-ฝนตก", table("tna"), SPRING)
    assert found and (found[0].places, found[2]) == (["ลำปาง"], "ฝนตก")


def test_an_agency_without_a_table_has_datelines_too() -> None:
    found = parse_dateline("MAPUTO, 14 MAR (AIM) – Rain fell.", PLAIN, SPRING)
    assert found and (found[0].places, found[0].agency, found[2]) == (["MAPUTO"], "aim", "Rain fell.")


@pytest.mark.parametrize(
    "paragraph",
    [
        "Rain fell in Accra, GNA reported.",
        "The minister told BNS. Rain fell.",
        "Ida Holm, May 3, BNS reported.",
        "He spoke /as always/ of rain.",
        "中新社记者4月12日获悉，有雨。",
        "中央社報導說有雨。",
        "به گزارش خبرگزاری ما، باران بارید.",
        "Der AGI - Bericht sagt Regen.",
    ],
)
def test_prose_that_names_an_agency_is_no_dateline(paragraph: str) -> None:
    readers = [name for name, rules in all_tables().items() if parse_dateline(paragraph, rules, SPRING, own_page=False)]
    assert readers == []


@pytest.mark.parametrize(
    ("agency", "head", "names"),
    [
        ("anadolu", "İZMİR (AA) - ALİ KIYI -", ["ALİ KIYI"]),
        ("anadolu", "ANKARA (AA) - ALİ KIYI/AYŞE NUR CAN -", ["ALİ KIYI", "AYŞE NUR CAN"]),
        ("tass", "ЧИТА, 16 января. /Корр.ИТАР-ТАСС Иван Берег/.", ["Иван Берег"]),
        ("petra", "عمان 3 أيار (بترا)- سناء العبادي-", ["سناء العبادي"]),
    ],
)
def test_a_dateline_names_the_writer_behind_the_agency(agency: str, head: str, names: list[str]) -> None:
    dated = parse_dateline(f"{head} Rain fell.", table(agency), SPRING)
    assert dated is not None
    assert (dated[0].raw, dated[1], dated[2]) == (head, names, "Rain fell.")
