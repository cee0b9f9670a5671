"""Lines that say who wrote, in the words and scripts of many countries."""

import pytest

from wirecrawl.news.cleaning.whole_page.bylines import is_agency_line, names_of, signed_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Karin Ufer und Max Strand, APA", ["Karin Ufer", "Max Strand"]),
        ("Door: Jan Oever en Lotte Maas", ["Jan Oever", "Lotte Maas"]),
        ("Autorin/Autor Karin Ufer", ["Karin Ufer"]),
        ("Autor*in: Karin Ufer", ["Karin Ufer"]),
        ("Auteur(e) : Marie Berge", ["Marie Berge"]),
        ("Di Paolo Riva e Anna Greco", ["Paolo Riva", "Anna Greco"]),
        ("Autoři: Petr Břeh, Hana Malá", ["Petr Břeh", "Hana Malá"]),
        ("Oleh Dewi Pantai dan Budi Laut", ["Dewi Pantai", "Budi Laut"]),
        ("Tekst: Lars Holm Foto: Ida Krag", ["Lars Holm"]),
        ("Texto: Marta Praia | Fotos: José Lima", ["Marta Praia"]),
        ("Haber: Mehmet Kıyı - Kamera: Ali Can", ["Mehmet Kıyı"]),
        ("Автори: Ірина Берег, Степан Мельник", ["Ірина Берег", "Степан Мельник"]),
        ("Аутор: Јелена Обала", ["Јелена Обала"]),
        ("Της Ελένης Παππά", ["Ελένης Παππά"]),
        ("लेखक: अमित कुमार", ["अमित कुमार"]),
        ("بقلم: سارة الشاطئ", ["سارة الشاطئ"]),
        ("Por Dalia Fuentes Corresponsal jefe", ["Dalia Fuentes"]),
        ("Written by Ann Shore @annshore", ["Ann Shore"]),
        ("By Edith Marsh", ["Edith Marsh"]),
        ("From Edith Marsh and Max Strand, Abuja", ["Edith Marsh", "Max Strand"]),
        ("Na Juma Pwani, Tanga", ["Juma Pwani"]),
        ("Nga Arben Deti", ["Arben Deti"]),
        ("Marta Praia / Corresponsal", ["Marta Praia"]),
        ("রিপোর্ট: অমিত কুমার", ["অমিত কুমার"]),
        ("Texto y fotos: Marta Praia", ["Marta Praia"]),
        ("Marta Praia (texto) | José Lima (fotos)", ["Marta Praia"]),
        ("رپورٹ: سارہ ساحل", ["سارہ ساحل"]),
        ("By Edith Marsh AP", ["Edith Marsh"]),
        ("By Edith Marsh (Marsh Public Radio) and Max Strand (Coast Tribune)", ["Edith Marsh", "Max Strand"]),
        ("By Edith Marsh and Max Strand of Reuters", ["Edith Marsh", "Max Strand"]),
        ("By Edith Marsh, AP Medical Writer", ["Edith Marsh"]),
        ("Af Lars Holm /ritzau/", ["Lars Holm"]),
        ("By Ann Shore March 14, 2025, 2:05 pm", ["Ann Shore"]),
        ("Ann Shore, BNS", ["Ann Shore"]),
        ("作者：张晓 刘洋", ["张晓", "刘洋"]),
        ("文／陳怡君", ["陳怡君"]),
        ("記者陳怡君／海岸報導", ["陳怡君"]),
        ("文・田中一郎", ["田中一郎"]),
        ("By Ann Shore in Oslo and Max Strand in Cape Town", ["Ann Shore", "Max Strand"]),
        ("Ann Shore in Oslo and Max Strand in Berlin, with AFP", ["Ann Shore", "Max Strand"]),
        ("Ann Shore in Oslo and agencies", ["Ann Shore"]),
        ("By Ann Shore, New Delhi", ["Ann Shore"]),
        ("Ann Shore and Max Strand, Staff Writers", ["Ann Shore", "Max Strand"]),
        ("A cura di Anna Greco", ["Anna Greco"]),
        ("Dal nostro inviato Paolo Riva", ["Paolo Riva"]),
        ("Van onze verslaggever Jan Oever", ["Jan Oever"]),
        ("Ein Bericht von Karin Ufer", ["Karin Ufer"]),
        ("Reportagem: José Lima", ["José Lima"]),
        ("Bài, ảnh: Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("โดย มานะ ดีงาม", ["มานะ ดีงาม"]),
        ("संवाददाता अमित कुमार", ["अमित कुमार"]),
        ("كتب - محمد الشاطئ:", ["محمد الشاطئ"]),
        ("تقرير: سارة الشاطئ ومحمد البحر", ["سارة الشاطئ", "محمد البحر"]),
        ("تقرير: سارة الشاطئ", ["سارة الشاطئ"]),
        ("מאת: דנה חוף ויוסי ים", ["דנה חוף", "יוסי ים"]),
        ("By Ann Shore, CNN", ["Ann Shore"]),
        ("By Ann Shore - Staff Writer", ["Ann Shore"]),
        ("By Ann Shore, Special to The Post", ["Ann Shore"]),
        ("By Ann Shore for Fjord Post", ["Ann Shore"]),
        ("By Ann Shore, Harbour Reporter, in Oslo", ["Ann Shore"]),
        ("By Ann Shore (AFP)", ["Ann Shore"]),
        ("Reported by: Ann Shore, Edited by: Max Strand", ["Ann Shore"]),
        ("Ann Shore, Wien", ["Ann Shore"]),
        ("Ann Shore, da Agência Brasil", ["Ann Shore"]),
        ("Von Karin Ufer und dpa", ["Karin Ufer"]),
        ("Von unserem Korrespondenten Max Strand", ["Max Strand"]),
        ("De notre envoyée spéciale à Kiev, Anne Rive", ["Anne Rive"]),
        ("Autor/ka: Hana Malá", ["Hana Malá"]),
        ("Haber: Mehmet Can / Ankara", ["Mehmet Can"]),
        ("Автор статьи: Анна Берег", ["Анна Берег"]),
        ("Подготовила Анна Берег", ["Анна Берег"]),
        ("이영희·박철수 기자", ["이영희", "박철수"]),
        ("이영희 기자 younghee@shore.example", ["이영희"]),
    ],
)
def test_a_byline_names_its_writers(line: str, names: list[str]) -> None:
    assert names_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the ferry had left.",
        "Author of three books, she lives on the island",
        "Text: free for all",
        "De ferry bleef in de haven",
        "记者观察",
        "文化新闻",
        "기자회견 열려",
        "Foto: Ida Holm/Reuters",
        "Shore, Reuters",
        "Ida Holm/Reuters",
        "Middle East, Reuters",
        "Ida Holm in Paris",
        "By Ida Holm, a ferry pilot, the boat was saved.",
        "Middle East, Wien",
        "From Paris with love",
        "Na Dolnym Śląsku",
        "Ida Holm / Oslo",
    ],
)
def test_what_names_nobody_is_no_byline(line: str) -> None:
    assert names_of(line) == []


def test_a_signature_is_a_line_of_nothing_but_names() -> None:
    assert signed_names("Ida Holm") == signed_names("By Ida Holm") == ["Ida Holm"]
    assert signed_names("Hoàng Cư - Nguyễn Dung") == ["Hoàng Cư", "Nguyễn Dung"]
    assert signed_names("Bayern München – Real Madrid") == []
    assert signed_names("Z Zakopanego Ewa Mazur (PAP)") == ["Ewa Mazur"]
    assert signed_names("Ida Holm, „Fjord Post“") == ["Ida Holm"]
    assert signed_names("Ida Holm (Stag.)") == signed_names("Ida Holm.") == ["Ida Holm"]
    assert (
        signed_names("The ferry leaves at seven") == signed_names("World News") == signed_names("İlgili Haberler") == []
    )
    assert is_agency_line("Af Ritzau") and not is_agency_line("Ritzau")


def test_behind_an_agency_in_brackets_stands_a_name_or_its_initials() -> None:
    assert signed_names("(FENA) A. Holm") == ["A. Holm"]
    assert signed_names("Rana al-Hamid") == ["Rana al-Hamid"]
    assert is_agency_line("(FENA) A. H.")
    assert not is_agency_line("(NOTE) A. H.")
