"""Lines that are of the site wherever they stand: what they say shows it.

The words are those of whole kinds of lines, in the languages of the agencies: counters, tools, offers, credits. A line
that a story may have too needs a second sign: a link, a colon, an address to the reader, a picture beside it.
"""

import re

from wirecrawl.news.cleaning.blocks import Block
from wirecrawl.news.wire.credit import is_source_line

LONGEST_LINE = 400  # characters; longer is prose whatever it begins with
# Whole lines. Share buttons, counters, dates, tools.
_LINES = re.compile(
    r"https?://\S+|"
    r"(?:print(?:able)?(?: (?:version|this page))?|druckversion|versión para imprimir|imprimir|imprimer|stampa|"
    r"версия для (?:печати|pda)|打印(?:本页)?|列印)(?: ?[|/·] ?.{1,30})?|"
    r"purchase licensing rights.{0,10}|view all(?: \(\d+\))?|[(（]?原(?:标题|標題|题|題)(?:为|為)?[:：《].{1,80}|"
    r"(?:(?:page )?views?|visits|reads|hits|просмотр\w{0,3}|прочитан\w{0,2}|перегляд\w{0,2}|visitas|lecturas|vues|"
    r"lectures|aufrufe|visualizações|visualizzazioni|odsłon\w?|wyświetleń|okunma|dibaca|lượt xem|조회수?|浏览(?:次数)?|"
    r"瀏覽(?:人次)?|阅读(?:数|次数)?|点击(?:数|次数)?|閲覧数?)\s?[:：]?\s?\d[\d., ]*(?:\D{2,25}[:：]\s?\d+)?\D{0,30}|"
    r"(?:tweet|link|digg|share|email|print|reprints|reddit|pin)(?: this| it)?|\d{1,3} ?/ ?\d{1,3}|"
    r"advertisement(?: ?[·|–-] ?.{0,30})?|"
    r"passer la publicité|фото автор(?:а|ки|ов|ів)\.?|"
    r"(?:foto|photos?):? (?:by the author|des autors|del(?:l['’]| )aut(?:or|ore)|do autor|de l['’]auteur)\.?|"
    r"[-–—\s]{0,3}(?:advertisement|publicité|publicidade?|pubblicità|anzeige|werbung|advertentie|reklama?|reklám|"
    r"hirdetés|annons|annonse|annonce|mainos|publicitate|реклама|διαφήμιση|oglas|iklan|quảng cáo|"
    r"โฆษณา|إعلان|آگهی|פרסומת|विज्ञापन|广告|廣告|広告|광고)[-–—\s]{0,3}|"
    r"(?:la )?suite (?:de l['’]article )?après (?:la|cette) publicité|"
    r"(?:der artikel |weiter ?)(?:geht es |lesen )?nach der (?:anzeige|werbung)(?: weiter)?|"
    r"(?:l['’]articolo )?(?:continua|prosegue) (?:a leggere )?dopo la pubblicità|"
    r"continua (?:después de la publicidad|após (?:a )?publicidade)|продолжение после рекламы|"
    r"\d+ (?:min(?:uten?|utes)?|comments?|kommentare?)(?: .{0,20})?|"
    r".{0,20}\b(?:click|klicken sie) (?:here|hier)\b.{0,40}|"
    r"(?:continue|keep) reading.{0,40}|story continues.{0,40}|"
    r"read the (?:original|full) (?:article|story) (?:on|at|in) .{2,40}|"
    r"our (?:stories|articles) may be republished .{0,120}|"
    r"(?:(?:first |originally )?published|(?:last )?updated)(?: on| at| in [^.,]{2,40},)?\s?:?\s[^.]{0,20}\d[^.]{0,40}",
    re.IGNORECASE,
)
# What a reader may do with a page, one word or several: "Send til en ven | Udskriv", "Jaa artikkeli".
_TOOL = (
    r"share(?: this)?(?: article| story| page)?|share on \w{1,12}|facebook|twitter|whatsapp|telegram|linkedin|e-?mail|"
    r"print|copy link|save|bookmark|artikel (?:teilen|drucken|anhören|merken|kommentieren|versenden)|teilen|drucken|"
    r"merken|partager(?: l['’]article)?|envoyer|imprimer|compartir|enviar|imprimir|compartilhar|condividi|invia|stampa|"
    r"delen|afdrukken|(?:del|dela)(?: artiklen| artikeln| (?:denne )?artikkelen| på facebook)?|send til en ven|"
    r"tips en venn|udskriv|skriv ut|jaa(?: artikkeli)?|tulosta|udostępnij|drukuj|wydrukuj|sdílet|vytisknout|zdieľať|"
    r"tlačiť|megosztás|nyomtatás|distribuie|tipărește|podijeli|podeli|ispiši|сподели|принтирай|поделиться|распечатать|"
    r"поширити|поділитися|роздрукувати|paylaş|yazdır|bagikan|cetak|kongsi(?: artikel ini)?|chia sẻ|in bài viết|"
    r"κοινοποίηση|εκτύπωση|dalintis|spausdinti|dalīties|شارك(?: (?:المقال|الخبر))?|طباعة|چاپ|공유하기?|인쇄하기?|"
    r"シェアする|印刷|分享|列印|转发|轉寄|推薦|推荐|收藏|复制链接|关闭窗口|返回首页|"
    r"(?:欢迎)?发表评论|我要评论|我来说两句|साझा करें|শেয়ার করুন|แชร์"
)
_TOOLS = re.compile(rf"(?:{_TOOL})(?:(?:\s?[|·•/,]\s?|\s)(?:{_TOOL})){{0,8}}\s?:?", re.IGNORECASE)
# Beginnings of lines that point elsewhere; a colon or a link must say that they do.
_POINTERS = re.compile(
    r"(?:lea|lea más|lea también|lee también|leer más|te puede interesar|(?:also )?read(?: also| more)?|see also|"
    r"(?:à )?lire aussi|lesen sie (?:auch|mehr|hier)|mehr zum thema|siehe auch|leggi anche|leia (?:também|mais)|"
    r"lees ook|læs (?:også|mere)|les (?:også|mer)|läs (?:också|mer)|lue (?:myös|lisää)|"
    r"(?:prze)?czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|čtěte (?:také|též)|čítajte (?:aj|tiež)|"
    r"citește și|citiți și|olvass(?:a el|on)|διαβάστε (?:επίσης|ακόμη|και)|ilgili haber|ayrıca okuyun|baca juga|"
    r"xem thêm|đọc thêm|читай(?:те)? (?:ещё|еще|також)|прочети още|관련 ?기사|関連記事|あわせて読みたい|相关阅读|"
    r"延伸阅读|延伸閱讀|اقرأ أيضا|اقرأ أيضًا|यह भी पढ़ें|আরও পড়ুন|"
    r"related|watch|more|video|okuyun|читайте также)\b\s?(?P<colon>[:：|>])?",
    re.IGNORECASE,
)
# Beginnings of lines that say nothing of the story, with or without a link.
_BLURBS = re.compile(
    r"follow (?:all )?(?:our|\S{2,12}['’]s?) .{0,60}\b(?:coverage|news)\b|"
    r"(?:(?:have you )?(?:found|spotted|noticed) an? (?:error|mistake|typo)|(?:если вы )?(?:нашли|заметил[ией]+|"
    r"обнаружили) (?:ошибку|опечатку)|знайшли помилку|(?:haben sie )?einen fehler (?:gefunden|entdeckt)|fehler melden|"
    r"¿?(?:ha|has) (?:encontrado|visto) (?:un|algún) error|hata bildir|report an? (?:error|mistake)|发现错误)|"
    r"(?:оцените|rate this (?:article|story)|was this (?:article|story) (?:helpful|useful)|bewerten sie|notez cet|"
    r"valora? (?:este|esta)|avalie est[ea])\b|click to (?:log ?in|sign up|subscribe)|"
    r"this (?:article|story) (?:was|is) made possible by|"
    r"our standards: the thomson reuters|newsletter\b|get .{2,60}\b(?:inbox|newsletter)\b|"
    r"sign up (?:for|to|here)|subscribe (?:to|now|here)|get the (?:best|latest) (?:of|from|news)|"
    r"follow (?:us|\S{2,30}) (?:on|at) |for (?:more|all) .{0,60}(?:visit|follow|click|download)|"
    r"already (?:a |an |have an? )?(?:subscri|member|registered|account)\w{0,8}|unlimited (?:digital )?access\b|"
    r"(?:get|enjoy|unlock) (?:unlimited|full|instant|digital) (?:digital )?access\b|"
    r"(?:vous êtes )?déjà abonné|(?:sie sind )?bereits (?:abonnent|registriert|kunde)|"
    r"¿?ya (?:eres|es usted) suscriptor|"
    r"(?:sei )?già abbonato|já (?:é|sou) assinante|уже (?:подписаны|есть подписка)|masz już (?:konto|subskrypcję)|"
    r"zaten abone|reeds abonnee|al abonnee\b|"
    r"abonnez-vous|inscrivez-vous|suscríbete|abonnieren sie|jetzt (?:anmelden|abonnieren)|"
    r"本網站|本网站|版权所有|版權所有|未经.{0,12}授权|無断転載|"
    r"(?:this (?:article|story|content) is )?for subscribers only|(?:cet article (?:est )?)?réservé aux abonnés|"
    r"dieser (?:artikel|text|inhalt) ist (?:nur |exklusiv )?für abonnent|"
    r"(?:este )?(?:artículo|contenido) (?:es )?(?:exclusivo|solo) para suscriptores|"
    r"(?:questo )?(?:articolo|contenuto) (?:è )?riservato a[gi]li? abbonati|"
    r"(?:conteúdo|matéria) exclusiv[oa] para assinantes|(?:материал|статья) доступ(?:ен|на) (?:только )?по подписке|"
    r"you have (?:read|reached) .{0,40}free articles|"
    r"この(?:記事|コンテンツ)は.{0,6}会員(?:限定|専用)|残り\s?[\d,]{1,7}\s?(?:文字|字)|ここから先は.{0,6}(?:有料|会員)|"
    r"続きを(?:読むには|お読み)|(?:会員登録|ログイン|購読)(?:する|いただく|頂く)と.{0,20}(?:続き|全文|お読み)|"
    r"本文(?:为|為)(?:付费|付費|会员|會員)|(?:登录|登錄|登入|订阅|訂閱)(?:后|後)?(?:即可)?(?:继续|繼續)?(?:查看|阅读|閱讀)全文|"
    r"(?:剩余|剩餘)\s?\d{1,2}\s?%|이 기사는 .{0,12}(?:유료|구독자|회원) ?(?:전용|한정)|로그인 후 .{0,12}(?:읽|이용)|"
    r"all rights reserved|this material may not be published|download (?:the|our) .{0,20}app\b|"
    r"(?:share this\s?:\s?)?click to (?:share|print|e-?mail)\b|stay (?:in touch|connected|informed) with us\b|"
    r".{0,80}\b(?:download|get) our (?:free )?(?:mobile |news )?app\b|"
    r"(?:© ?)?riproduzione riservata|disclaimer\s?:|(?:contact|e-?mail|reach) .{2,40} at \S{1,40}@\S|"
    r"this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published)\b|"
    r"this is a corrected (?:story|article|version)\b|correction\s?:|"
    r"(?:an|a|the) (?:earlier|previous) version of this (?:story|article)\b|"
    r"this (?:story|article|report) (?:has been|was) (?:corrected|updated|amended)\b|"
    r".{0,300}\b(?:syndicated feed|auto-?generated)\b",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(?:all contents )?(?:©|ⓒ|\(c\) ?\d{4}|copyrights? (?:©|\(c\)|\d{4}|by))|"
    r"[<〈＜\[]?\s?(?:저작권자|무단 ?전재|재판매 및 DB 금지)",
    re.IGNORECASE,
)
PHOTO_CREDIT = re.compile(r"(?:foto|photo|bild|image|picture)s?\s?[:：].{1,60}", re.IGNORECASE)
_TAKEN = re.compile(  # a photo credit at the end of a line
    r"(?:©|\(c\)|\b(?:foto|photo|bild|image|picture|credit|crédito|crédit)s?\s?[:：/])\s?(?:[^.]|(?<=\b\w)\.){2,80}\.?$",
    re.IGNORECASE,
)
_SHOWN_HERE = re.compile(r"[(（]?[图圖](?:[为為]|[:：])")
# A line of a day, with its clock or without.
DAY = re.compile(
    r"(?:\w{2,12},? ){0,2}(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|"
    r"\d{1,2}\.? (?:de )?[^\W\d]{3,12}\.?,? (?:de )?(?:19|20)\d\d|[^\W\d]{3,12}\.? \d{1,2},? (?:19|20)\d\d)"
    r"(?:\D{0,12}\d{1,2}[:.h]\d\d.{0,12})?|\d{1,2}:\d\d \d{1,2}\.\d{1,2}\.(?:19|20)\d\d"
)
_CTRL = re.compile(r"\bctrl\s?\+\s?enter\b", re.IGNORECASE)
# What an offer names, and the reader whom it speaks to: both in one line.
_OFFER = re.compile(
    r"\b(?:subscri(?:be|ptions?|bers?)|newsletters?|unsubscribe|sign (?:up|in)|log ?in|free trial|premium|"
    r"abonn\w{0,12}|abos?\b|abbona\w{0,6}|suscr\w{2,12}|assin(?:e|ante|antes|atura)\b|prenumer\w{0,8}|adgang|"
    r"datenschutz\w{0,12}|(?:ab|an)melden|privacy policy|подпис\w{1,8}|підпис\w{1,8})|订阅|訂閱|会员|購読|会員|구독",
    re.IGNORECASE,
)
_READER = re.compile(
    r"\b(?:you|your|sie|ihr(?:e|en|em|er)?|jetzt|du|dich|dein(?:e|en)?|vous|votre|vos|tu|usted|su|tus?|você|seu|sua|"
    r"dig|din|dit|få|køb|læs|вы|ваш\w{0,2}|вас|вам|ви)\b|您|你|お客様|ください|하세요|[$€£]\s?\d|\d\s?(?:€|kr\b|euro\b)",
    re.IGNORECASE,
)
_LONGEST_OFFER = 300  # characters


def is_site_line(block: Block) -> bool:
    """Whether a paragraph is a line of the site: a pointer elsewhere, an offer, a copyright, a tool."""
    if len(block.text) > LONGEST_LINE:
        return False
    pointer = _POINTERS.match(block.text)
    if pointer and (pointer["colon"] or block.linked or pointer.end() == len(block.text)) and block.text[-1] != ".":
        return True
    begins = any(form.match(block.text) for form in (_BLURBS, COPYRIGHT)) or bool(_CTRL.search(block.text))
    whole = any(form.fullmatch(block.text) for form in (_LINES, _TOOLS, PHOTO_CREDIT))
    return begins or whole or is_source_line(block.text)


def is_offer(block: Block) -> bool:
    """Whether a line offers the reader a subscription, a letter or an account."""
    text = block.text
    return len(text) <= _LONGEST_OFFER and bool(_OFFER.search(text)) and bool(_READER.search(text))


def is_caption(block: Block) -> bool:
    """Whether a line beside a picture is its caption: it says what is shown here, or ends with a photo credit."""
    return len(block.text) <= LONGEST_LINE and bool(_TAKEN.search(block.text) or _SHOWN_HERE.match(block.text))
