"""Ends of sentences in scripts of the agencies' languages."""

import pytest

from wirecrawl.news.markup.sentences import ends_clause, ends_sentence, has_sentence

SENTENCES = {
    "English": "The harbour reopened on Friday.",
    "quoted": "“The harbour is open.”",
    "Chinese": "港口周五重新开放。",
    "Hindi": "बंदरगाह शुक्रवार को फिर खुल गया।",
    "Bengali": "বন্দরটি শুক্রবার আবার খুলেছে।",
    "Urdu": "بندرگاہ جمعہ کو دوبارہ کھل گئی۔",
    "Arabic question": "متى يفتح الميناء من جديد؟",
    "Armenian": "Նավահանգիստը վերաբացվեց ուրբաթ օրը։",
    "Khmer": "កំពង់ផែបានបើកឡើងវិញនៅថ្ងៃសុក្រ។",
    "Burmese": "ဆိပ်ကမ်းကို သောကြာနေ့တွင် ပြန်ဖွင့်ခဲ့သည်။",
    "Amharic": "ወደቡ አርብ ዕለት በድጋሚ ተከፈተ።",
    "Armenian with a colon": "Նավահանգիստը վերաբացվեց ուրբաթ օրը:",
    "Hindi with a bar": "बंदरगाह शुक्रवार को फिर खुल गया |",
    "Tibetan": "གྲུ་ཁ་དེ་རེས་གཟའ་པ་སངས་ལ་སླར་ཡང་སྒོ་ཕྱེ་པ་རེད།",
    "Thai, which has no mark": "ท่าเรือเปิดให้บริการอีกครั้งเมื่อวันศุกร์ หลังซ่อมแซมนานสามสัปดาห์",
}
TITLES = (
    "Harbour reopens",
    "बंदरगाह फिर खुला",
    "ท่าเรือเปิดอีกครั้ง",
    "港口重新开放",
    "Read more on news.cn",
    "Markets:",
    "Oslo Post | ",
    "3.5",
    "",
)


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence(language: str) -> None:
    assert ends_sentence(SENTENCES[language])
    assert ends_clause(SENTENCES[language])
    assert has_sentence(f"{SENTENCES[language]} ")


@pytest.mark.parametrize("text", TITLES)
def test_no_sentence(text: str) -> None:
    assert not ends_sentence(text)
    assert not has_sentence(text)
