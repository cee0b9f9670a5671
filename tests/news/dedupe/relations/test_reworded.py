"""Headlines in other words: a repeat, a later state of an event, a story of its thread, or another item."""

from itertools import permutations

import pytest

from wirecrawl.news.dedupe import relate
from wirecrawl.news.dedupe.relations.comparison import weight

REPEATS = [
    ("Quake hits off Tonga, no tsunami warning", "Earthquake strikes off Tonga; no tsunami alert", "afp"),
    ("Gunmen kidnap 14 teachers in Chad", "14 teachers abducted by gunmen in Chad", "afp"),
    ("Bolivian parliament ousts prime minister", "Bolivia's Parliament Ousts Prime Minister", "voa"),
    (
        "Lindholm to buy Danish rival for $2 bln",
        "Lindholm to acquire rival in Denmark for 2bn dollars",
        "reuters",
    ),
    ("Muere el pintor Julio Sanz a los 90 años", "Fallece a los 90 años el pintor Julio Sanz", "efe"),
    ("一架客机在秘鲁坠毁 9人遇难", "秘鲁一客机坠毁致9人死亡", "xinhua"),
    ("臺灣出口成長3.4%", "台湾出口成长3.4%", "cna"),
    ("Putin lands in Hanoi", "Russian president arrives in Hanoi", "tass"),
    ("俄总统抵达河内", "普京抵达河内", "xinhua"),
    ("Truckers block motorways near Lyon", "Truckers barricade highways near Lyon", "afp"),
    ("Busunfall auf A7: Zwei Tote", "Zwei Menschen sterben bei Unfall mit Bus auf A7", "dpa"),
    ("Coach falls into river in Laos, 9 dead", "Nine killed as bus plunges into river in Laos", "afp"),
    ("Miners at Corda end strike after pay deal", "Corda miners call off strike after pay deal", "ap"),
    ("Norvik to cut 300 jobs, CEO says", "Norvik to cut 300 jobs - CEO says", "reuters"),
    ("鳥インフル、青森の養鶏場で確認", "青森の養鶏場で鳥インフル確認", "kyodo"),
    ("Werk Lindau streicht dreihundert Stellen", "Werk Lindau streicht 300 Stellen", "dpa"),
    ("Bundesrat stimmt der Klimareform zu", "Bundesrat billigt Klimareform", "dpa"),
    ("ДТП на Волині: загинули троє людей", "Внаслідок ДТП на Волині загинули 3 людини", "ukrinform"),
    ("Court halts deportation of Kenyan lawyer", "Court stops Kenyan lawyer's deportation", "ap"),
    ("В Иране при взрыве погибли семь человек", "Семь человек погибли при взрыве в Иране", "tass"),
    ("Serbian FM meets president of European Commission", "Serbian FM meets European Commission chief", "afp"),
    ("统计局：9月CPI同比上涨0.4%", "9月CPI同比涨0.4% 统计局发布", "cns"),
    ("El paro sube en 31.000 personas en enero", "El desempleo crece en enero en 31.000 personas", "efe"),
    ("Gericht verurteilt Arzt zu vier Jahren Haft", "Gericht: Arzt zu vier Jahren Haft verurteilt", "dpa"),
    ("مقتل 7 أشخاص في حريق بالقاهرة", "حريق في القاهرة يودي بحياة 7 أشخاص", "anadolu"),
    ("Zmarł pisarz Jan Wolak", "Nie żyje pisarz Jan Wolak", "pap"),
    ("Polisen grep man efter rån i Lund", "Man gripen efter rån i Lund", "tt"),
    ("Премиерът пристигна в Скопие", "Премиерът на посещение в Скопие", "bta"),
    ("日銀、国債購入を減額", "日銀、国債購入を減額へ", "kyodo"),
    ("Putin signs law raising VAT to 22%", "Russian president signs law increasing VAT to 22%", "tass"),
    (
        "Turkey's central bank cuts key rate by 100 bps to 38.5%",
        "Turkish central bank lowers policy rate to 38.5%",
        "reuters",
    ),
    ("Türkiye, Iraq ink deal on water", "Iraq, Turkey sign deal on water", "anadolu"),
    ("부산서 버스 전복…1명 사망·20명 부상", "부산 버스 전복 사고로 1명 숨지고 20명 다쳐", "yonhap"),
    ("Wildfire forces 900 from homes in Oregon", "900 evacuated as wildfire burns in Oregon", "ap"),
    ("Airbus supprime 2.300 emplois", "Airbus va supprimer 2.300 postes", "afp"),
]
UPDATES = [
    ("Blast rocks Herat market: witnesses", "At least six dead in Herat market blast: police", "afp"),
    ("Search for missing climbers on Mt. Orrin", "Missing climbers found alive on Mount Orrin", "ap"),
    ("Hurricane Zelda nears Belize", "Hurricane Zelda makes landfall in Belize", "afp"),
    ("Chiron Buys Port Operator Malt", "Chiron Acquires Port Operator Malt (2)", "bloomberg"),
    ("1st LD: 23 killed as ferry sinks off Samar", "2nd LD Writethru: 31 dead in ferry sinking off Samar", "xinhua"),
    ("印度烟花厂爆炸致8人死亡", "印度烟花厂爆炸死亡人数升至13人", "xinhua"),
    ("Chile to launch Condor-4 satellite", "Chile launches Condor-4 satellite", "xinhua"),
    ("5.9-magnitude quake hits off Samoa", "Samoa quake revised to magnitude 6.4", "upi"),
    ("Premier of Laos to face no-confidence vote", "Laos premier survives no-confidence vote", "afp"),
    ("BRIEF-Corvo Pharma halts drug trial", "UPDATE 1-Corvo Pharma halts drug trial, shares fall", "reuters"),
    ("Bundestag debattiert über Wehrgesetz", "Bundestag beschließt Wehrgesetz", "dpa"),
    ("[1보] 한은, 기준금리 2.75% 동결", "[2보] 한은, 기준금리 2.75% 동결", "yonhap"),
    ("Gas transit halted - operator", "Gas transit halted - operator (adds details)", "interfax"),
    ("One dead, two hurt in Lodi crash", "Two dead in Lodi crash", "ap"),
    ("Two dead, five hurt in Lagos fire", "Lagos fire: five dead, two hurt", "ap"),
    ("Ein Toter und zwei Verletzte bei Unfall in Ulm", "Zwei Tote bei Unfall in Ulm", "dpa"),
    ("广西一工厂爆炸致1死2伤", "广西一工厂爆炸致2人死亡", "xinhua"),
    ("Един загинал и двама ранени край Русе", "Двама загинали край Русе", "bta"),
    ("衆院、きょう解散へ", "衆院解散", "jiji"),
    ("Norvik und Verdi verhandeln wieder", "Norvik und Verdi einigen sich", "dpa"),
]
OTHERS = [
    ("Blast kills five at Kabul embassy", "Germany condemns blast at Kabul embassy that killed five", "afp"),
    ("India beat Oman by 5 wickets", "Oman beat India by 5 wickets", "ians"),
    ("Arden to build lithium plant in Chile", "Arden to build copper plant in Chile", "reuters"),
    ("Jury convicts ex-mayor in bribery case", "Jury acquits ex-mayor in bribery case", "upi"),
    ("Lufthansa pilots to strike on Monday", "Lufthansa pilots to go on strike on Tuesday", "dpa"),
    ("Israel announces truce with Hamas", "Israel announces end of truce with Hamas", "anadolu"),
    ("乌克兰能源设施遭俄军袭击", "俄罗斯能源设施遭乌军袭击", "xinhua"),
    ("Bundestag billigt Etat", "Bundesrat billigt Etat", "dpa"),
    ("Congo holds election", "DR Congo holds election", "afp"),
    ("Fatal fire in Lyon: what we know", "Two dead in Lyon fire", "afp"),
    ("5.2-magnitude quake hits Fiji region -- USGS", "4.6-magnitude quake hits Fiji region -- USGS", "xinhua"),
    ("Everton sign Danish striker", "Everton sell Danish striker", "ap"),
    ("Bayern trifft im Pokal auf Ulm", "Bayern besiegt Ulm im Pokal", "dpa"),
    ("ECB expected to leave rates unchanged", "ECB leaves interest rates unchanged", "dpa"),
    ("双色球第2026137期开奖结果", "双色球第2026138期开奖结果", "cns"),
    ("ハワイが京都に3-1で勝利", "京都がハワイに3-1で勝利", "kyodo"),
    ("서울 아침 영하 3도…대체로 맑음", "서울 아침 영하 5도…대체로 맑음", "yonhap"),
    ("Lorenz takes pole at Monza", "Lorenz wins race at Monza", "ap"),
    ("US judge may suspend debt ruling", "UPDATE 1-US top court denies Aldor stay in patent fight", "reuters"),
    ("Could take years to shrink portfolio -Powell", "UPDATE 1-Lorcan wins US radar contract", "reuters"),
    ("Japan farm minister visits Aomori", "Japan farm minister apologizes in Diet", "kyodo"),
    ("Unfall auf der A7 bei Ulm: Zwei Tote", "Unfall auf der A8 bei Ulm: Zwei Tote", "dpa"),
    ("Росія втратила за добу 1040 військових", "Росія втратила за добу 1180 військових", "ukrinform"),
    (
        "Mega-Sena acumula e prêmio vai a R$ 28 milhões",
        "Mega-Sena acumula e prêmio vai a R$ 35 milhões",
        "agenciabrasil",
    ),
    ("ЦБ повысил ставку до 17%", "ЦБ Бразилии повысил ставку до 17%", "interfax"),
    ("青森で震度4", "青森で震度3", "kyodo"),
    ("Berlin verurteilt Anschlag in Kabul", "Anschlag in Kabul: Fünf Tote", "dpa"),
]


@pytest.mark.parametrize(("a", "b", "agency"), REPEATS)
def test_another_word_for_the_same_is_a_repeat(a: str, b: str, agency: str) -> None:
    assert relate(a, b, agency, 1.0).label == "duplicate"


@pytest.mark.parametrize(("a", "b", "agency"), UPDATES)
def test_a_later_toll_state_or_stage_is_an_update(a: str, b: str, agency: str) -> None:
    assert relate(a, b, agency, 1.0).label == "update"


@pytest.mark.parametrize(("a", "b", "agency"), OTHERS)
def test_another_place_deed_or_work_is_another_item(a: str, b: str, agency: str) -> None:
    assert not relate(a, b, agency, 1.0).one_thread


COUNTED_OFF = [
    ("第一批救援物资抵达", "第二批救援物资抵达", "xinhua"),
    ("首批援助物资运抵加沙", "第二批援助物资运抵加沙", "xinhua"),
    ("俄乌第一轮谈判结束", "俄乌第二轮谈判结束", "xinhua"),
    ("中国成功发射遥感四十号卫星", "中国成功发射遥感四十一号卫星", "xinhua"),
    ("央行开展一年期MLF操作", "央行开展三年期MLF操作", "xinhua"),
    ("삼성전자 1분기 영업이익 증가", "삼성전자 2분기 영업이익 증가", "yonhap"),
    ("첫 번째 회담 종료", "두 번째 회담 종료", "yonhap"),
    ("제1차 회담 종료", "제2차 회담 종료", "yonhap"),
    ("20대 남성 체포", "30대 남성 체포", "yonhap"),
    ("Putaran pertama perundingan Jenewa berakhir", "Putaran kedua perundingan Jenewa berakhir", "antara"),
    ("Conclusa la prima tornata di negoziati a Ginevra", "Conclusa la seconda tornata di negoziati a Ginevra", "ansa"),
    ("Ankara'da ilk vaka görüldü", "Ankara'da ikinci vaka görüldü", "anadolu"),
    ("Almanya'da 1. tur görüşmeler bitti", "Almanya'da 2. tur görüşmeler bitti", "anadolu"),
    ("1. Runde der Gespräche beendet", "2. Runde der Gespräche beendet", "dpa"),
    ("1-й раунд переговоров завершился", "2-й раунд переговоров завершился", "tass"),
    ("I tur rozmów zakończony w Genewie", "II tur rozmów zakończony w Genewie", "pap"),
]


@pytest.mark.parametrize(("a", "b", "agency"), COUNTED_OFF)
def test_the_first_and_the_second_of_a_kind_are_two_items(a: str, b: str, agency: str) -> None:
    assert relate(a, b, agency, 1.0).label == "different"
    assert relate(a, a, agency, 1.0).label == "duplicate"


@pytest.mark.parametrize(
    ("a", "b", "agency"),
    [
        ("甘肃地震已致三人死亡", "甘肃地震已致五人死亡", "xinhua"),
        ("Death toll rises to 12. Rescue goes on", "Death toll rises to 14. Rescue goes on", "ap"),
        ("第一季度出口增长3.4%", "一季度出口增长3.4%", "xinhua"),
    ],
)
def test_what_counts_people_or_names_one_quarter_still_belongs_together(a: str, b: str, agency: str) -> None:
    assert relate(a, b, agency, 1.0).label != "different"


def test_a_state_that_follows_the_next_day_still_updates_the_event() -> None:
    lines = "Search for missing climbers on Mt. Orrin", "Missing climbers found alive on Mount Orrin"
    assert relate(*lines, "ap", 30.0).label == "update"
    assert relate(*lines, "ap", 40.0).label == "different"


@pytest.mark.parametrize(
    ("a", "b", "agency"),
    [
        ("Gunman kills four at Oslo mall", "Norway's king visits Oslo mall where gunman killed four", "reuters"),
        ("Gunman opens fire at Tulsa mall, four dead", "Police identify gunman in Tulsa mall shooting", "ap"),
        ("Crollo di una palazzina a Bari", "Crollo della palazzina a Bari, aperta un'inchiesta", "ansa"),
        ("Alcor CEO says Vega to negotiate league deal", "UPDATE 3-Alcor in talks to buy Vega for $50 bln", "reuters"),
        ("Urgent: powerful quake jolts western Japan", "快讯：日本西部发生强烈地震", "xinhua"),
    ],
)
def test_what_others_do_after_an_event_and_translations_replace_nothing(a: str, b: str, agency: str) -> None:
    assert relate(a, b, agency, 1.0).label == "different"


def test_a_story_of_the_event_that_is_neither_repeat_nor_update_is_in_its_thread() -> None:
    found = relate("Villagers return home after Etna eruption", "Etna eruption: flights resume", "ap", 1.0)
    assert (found.label, found.one_thread) == ("different", True)


def test_fewer_dead_than_before_replace_nothing() -> None:
    found = relate("12 killed, 3 hurt in Herat market blast", "Herat market explosion: 3 dead, 12 injured", "afp", 1.0)
    assert (found.label, found.one_thread) == ("different", True)


def test_what_concepts_weigh_does_not_depend_on_their_order() -> None:
    keys = ("t:dead", "x:found", "v:hit", "n:bus", "d:up", "o:pm")
    assert len({weight(some) for some in permutations(keys)}) == 1
