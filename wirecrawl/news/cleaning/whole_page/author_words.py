"""Words that stand before the names of writers, in the languages of the agencies.

A word for writers with a colon stands before nothing but names. One without a colon may begin a sentence, so the names
behind it must have two words each.
"""

import re

# Before names behind which the town of the writers stands: "From Ida Holm, Lagos", "Na Ida Holm, Tanga".
_BEFORE_TOWN = r"(?:from|na)(?-i:(?=\s[A-Z][^,\d]{4,80}(?:,\s|\sin\s)[A-Z]))"
# Words that need no colon before the names; those that others begin with are the last.
_BEFORE = (
    r"(?:written|reported|posted|submitted|published|story|report|words) by|publié par|rédigé par|publicado por|"
    r"escrito por|scritto da|pubblicato da|geschrieben von|verfasst von|veröffentlicht von|geschreven door|"
    r"geplaatst door|skrevet (?:af|av)|publisert av|skriven av|ditulis oleh|dilaporkan oleh|γράφει (?:ο|η)|"
    r"a cura di|servizio di|dal nostro (?:inviato|corrispondente)|"
    r"(?:van )?onze (?:redacteur|verslaggever|correspondent)|"
    r"(?:ein )?(?:bericht|beitrag|reportage) von|(?:une? )?(?:texte|article|reportage) de|"
    r"(?:reportagem|texto|reportaje) de|"
    r"(?:text|tekst|foto och text) av|tekst af|โดย|संवाददाता|מאת|گزارش از|kirjoittanut|"
    r"von unser(?:em|er) \w{4,20}|"
    r"(?:par |de )?notre (?:correspondante?|envoyée? spéciale?)(?: (?:à|en|au|aux) [^,\d]{2,20})?,?|"
    r"de nuestr[oa] (?:corresponsal|enviad[oa] especial)(?: en [^,\d]{2,20})?,?|"
    r"текст|корр\.|автор статьи|(?:подготовил|записал|беседовал)[аи]?|"
    rf"{_BEFORE_TOWN}|"
    r"imeandikwa na|nga|deur|eftir|bởi|fra vår medarbeider|"
    r"από (?:τον|την)|opracował[aiy]?|oprac\.|napisał[ai]?|připravil[ai]?|scris de|publicat de|"
    r"autorin/autor|by|von|par|por|di|af|av|door|oleh|della|del|της|του|των|автор"
)
# Words that need one.
_LABEL = (
    r"reporters?|authors?|writers?|autor(?:es|in|i|en|ka|ius|iai|zy|ři|[/*:(](?:in|ka|a)\)?)?|autoři|autorzy|auteur(?:e|\(e\)|s)?|"
    r"autore|автор(?:ы|и|ка)?|аутор(?:и|ка)?|текст|muhabir|haber|yazar|yazan|pewarta|penulis|wartawan|laporan|textes?|testi|testo|"
    r"text|tekst|textos?|report(?:agem|aje|age)|repórter(?:es)?|teksti?|words|journalist(?:e|en)?|"
    r"redakteur(?:in)?|szerző|írta|piše|пише|toimittaja|kirjoittaja|συντάκτ\w{2,4}|"
    r"γράφει|κείμενο|ρεπορτάζ|de|od|подготвил[аи]?|подготовил[аи]?|написал[аи]?|підготув\w{2,4}|muallif|müəllif|skribent|"
    r"блогер|корреспондент|журналіст|журналист|tác giả|phóng viên|thực hiện|bài(?:,| và) ảnh|bài|"
    r"लेखक|रिपोर्टर|रिपोर्ट|संवाददाता|লেখক|প্রতিবেদক|"
    r"textos? [ye] fotos?|textes? et photos?|testi? e foto|text och foto|text und fotos?|"
    r"tekst i zdjęcia|текст (?:и|та) фото|"
    r"giornalista|novinar(?:ka)?|napisa(?:o|la)|тілші|авторы|muxbir|mwandishi|kirjutas|autors|höfundur|рэпарцёр|аўтар|"
    r"লিখেছেন|রিপোর্ট|প্রতিবেদন|செய்தியாளர்|நிருபர்|எழுதியவர்|ప్రతినిధి|రచయిత|വാർത്ത|ലേഖകൻ|बातमीदार|वार्ताहर|"
    r"نامہ نگار|رپورٹر|رپورٹ|تحریر|مراسل|ผู้รายงาน|เรื่อง|"
    r"ผู้เขียน|ผู้สื่อข่าว|بقلم|كتب|كتبت|الكاتب|تحرير|تقرير|نویسنده|خبرنگار|گزارشگر|گزارش|ავტორი|հեղինակ|מאת|כתב"
)
# Words behind which Arab papers print a dash: كتب - أحمد سالم
_ARABIC_LABEL = "بقلم|كتب|كتبت|تقرير|تحرير|حوار|متابعة"
LABELLED = re.compile(
    rf"(?:(?:{_BEFORE})\s?(?:[:：]\s?|\s)|(?:{_LABEL})\s?[:：]\s?|(?:{_ARABIC_LABEL})\s?[-–—ـ]\s?)", re.IGNORECASE
)
LABEL_ALONE = re.compile(rf"(?:{_BEFORE}|{_LABEL})\s?[:：]?", re.IGNORECASE)
BARE = re.compile(rf"(?:{_BEFORE})\s(?!.*[:：])", re.IGNORECASE)
WITH_TOWN = re.compile(_BEFORE_TOWN, re.IGNORECASE)
