"""Short pages that speak of themselves instead of news: a page that is gone, a check of the visitor.

No single sentence tells, since stories are written of such pages too. Two signs of a short page do: what stands over it
and what it says, or what it says and where it sends its reader.
"""

import re
from collections.abc import Iterable

# What a page is called, then what became of it, in one sentence and in the languages of the agencies.
_GONE = re.compile(
    r"\b(?:page|article|story|content|file|director(?:y|ies)|url|resource|post|link|document)\b[^.!?]{0,40}"
    r"\b(?:not (?:be )?found|(?:not|n['’]t) (?:exist|available)|no longer|expired|removed|deleted|unavailable|missing|"
    r"moved|broken|renamed)\b|\b(?:could ?n[o'’]t|can ?n[o'’]?t|can['’]t|unable to) (?:find|locate)\b[^.!?]{0,30}"
    r"\b(?:page|article|story|looking)\b|\b(?:nothing|no results?)\b[^.!?]{0,20}\b(?:found|match)|"
    r"\b(?:seite|artikel|beitrag|inhalt)\b[^.!?]{0,40}\b(?:nicht (?:mehr )?(?:gefunden|vorhanden|verfügbar|"
    r"existier\w+)|existiert nicht|gelöscht|entfernt|verschoben)\b|\bnicht finden\b|"
    r"\b(?:page|article|contenu|lien)\b[^.!?]{0,40}(?:n['’]existe (?:pas|plus)|introuvable|supprimée?|non trouvée?|"
    r"indisponible|rompu)\b|"
    r"\b(?:página|artículo|noticia|contenido|enlace)\b[^.!?]{0,40}\b(?:no (?:existe|se encuentra|encontrad[oa]|"
    r"disponible)|eliminad[oa]|incorrecto)\b|"
    r"\b(?:página|artigo|notícia|matéria|conteúdo)\b[^.!?]{0,40}\b(?:não (?:existe|encontrad[oa]|foi encontrad[oa]|"
    r"está disponível)|removid[oa])\b|"
    r"\b(?:pagina|articolo|contenuto|collegamento)\b[^.!?]{0,40}\b(?:non (?:esiste|trovat[oa]|(?:è )?disponibile)|"
    r"rimoss[oa]|errato)\b|"
    r"\bhalaman\b[^.!?]{0,40}\b(?:tidak (?:ditemukan|ada|tersedia|dijumpai)|dihapus|dipindahkan)\b|"
    r"\btrang\b[^.!?]{0,30}(?:không (?:tồn tại|tìm thấy)|bị xóa)|"
    r"\bsayfa[^.!?]{0,30}\b(?:bulunamadı|mevcut değil|kaldırıl)|"
    r"\b(?:страниц|стать|сторінк|стат[тья])\w{0,3}[^.!?]{0,40}\bне (?:найден|существу|знайден|існу)|"
    r"\b(?:страниц|стать|сторінк)\w{0,3}[^.!?]{0,40}\b(?:удал|видал|перемещ)|"
    r"\b(?:pagina|artikel)\b[^.!?]{0,40}\b(?:niet (?:gevonden|beschikbaar)|bestaat niet|verwijderd)\b|"
    r"\b(?:sidan|siden|artikeln|artiklen|artikkelen)\b[^.!?]{0,40}\b(?:hitta\w*|finns inte|fin[dn]es ikke|fundet|"
    r"funnet|tagits bort|slettet)\b|\bsivu\w{0,3}\b[^.!?]{0,30}\b(?:löydy|löytynyt|olemassa|poistettu)|"
    r"\b(?:stron[ay]|artykuł)\b[^.!?]{0,40}\b(?:nie (?:istnieje|znalezion|została)|usunięt)|"
    r"\b(?:stránk[au]|článe?k)\b[^.!?]{0,40}\b(?:nenal|nebyl|neexistuj|odstran)|"
    r"(?:页面|頁面|网页|網頁|文章|内容|內容)[^。]{0,20}(?:不存在|找不到|未找到|已?被?(?:删除|刪除|移除))|"
    r"找不到[^。]{0,8}(?:页面|頁面|网页|網頁|文章)|(?:ページ|記事)[^。]{0,20}(?:見つかり|存在し|削除)|"
    r"(?:페이지|기사)[^.]{0,20}(?:찾을 수 없|존재하지|삭제)|"
    r"(?:الصفحة|المقال)[^.]{0,40}(?:غير موجود|العثور|حذف)|صفحه[^.]{0,40}(?:یافت نشد|وجود ندارد|پیدا نشد)",
    re.IGNORECASE,
)
_GONE_TITLE = re.compile(r"(?:http )?(?:error|erro|fehler|erreur)? ?404\b.{0,30}|gone|not found|nicht gefunden", re.I)
# Where such a page sends its reader.
_ELSEWHERE = re.compile(
    r"\b(?:home ?page|front page|go back|archive|search|try again|(?:check|typed?) the (?:address|url)|startseite|"
    r"suche|(?:page d['’])?accueil|recherche|portada|página (?:de )?(?:inici\w+|principal)|buscador|pagina iniziale|"
    r"beranda|trang chủ|ana ?sayfa|startpagina|startsidan|forsiden|etusivu\w*|stron[aęy] główn[aąę]|úvodní stran\w+)\b|"
    r"\b(?:главн|головн)\w{2,3}\b|首页|首頁|主页|トップページ|検索|메인|검색|주소|الرئيسية|صفحه اصلی",
    re.IGNORECASE,
)
# What a check of the visitor is called, and what it says to the visitor.
_CHECK_TITLE = re.compile(
    r"\b(?:verif\w{1,9}|security|captcha|robots?|human|blocked|denied|access|ddos\S*|browser|request|bots?|wait|"
    r"prüfung|zugriff|vérification|accès|verificación|acceso|verificação|доступ|проверка)\b|验证|驗證|认证|確認",
    re.IGNORECASE,
)
_CHECK_TEXT = re.compile(
    r"\byour (?:browser|connection|ip|network|request|device)\b|\bjavascript\b|"
    r"\b(?:not|against) (?:a |malicious )?(?:ro)?bots?\b|"
    r"\b(?:reference|ray|request|incident) id\b|\bautomat(?:ed|ion) (?:tools?|traffic|requests|access)|"
    r"\bthis process is automatic\b|\b(?:complete|solve) the (?:captcha|puzzle|check)|"
    r"\bwe can['’]t connect to the server\b|\bihr(?:e[nm]?)? (?:browser|anfrage|verbindung|ip)|"
    r"\bvotre (?:navigateur|connexion|requête|adresse ip)|\b(?:su|tu|seu) navegador|\bваш\w* (?:браузер|запрос|ip)|"
    r"您的(?:访问|浏览器|請求|请求|ip)|お使いのブラウザ|브라우저",
    re.IGNORECASE,
)
# Such a page speaks to its reader or of itself; news reports what somebody said. All in lower case: whole words, and
# words that are looked for within a text. A pattern of them took twice as long, and every short story is searched.
_TO_READER = frozenset(
    "you your sorry oops please requested try sie ihr ihre ihren ihrem leider gewünschte vous votre désolé désolée "
    "désolés désolées usted su você desculpe potrebbe helaas tyvärr desværre beklager valitettavasti niestety bohužel "
    "anda maaf bạn üzgünüz вы вам ви ваш ваша ваше ваши вашу вашей вашего вашему вашем вашим вашими ваших".split()
)
_OF_ITSELF = (
    *("this page", "this article", "this story", "this content", "this process", "this website", "this site"),
    *("this server", "this app", "this domain", "lo sentimos", "es posible", "siamo spiacenti", "к сожалению"),
    *("на жаль", "您", "你", "抱歉", "ください", "ございません", "お探し", "요청하신", "죄송", "찾으시는", "하시려는"),
    *("عذرا", "متأسف", "شما"),
)
_WORD = re.compile(r"\w+")
# In lower case, too.
_REPORTS = (
    *("said", "says", "told", "according to", "announced", "reported", "sagte", "teilte", "mitteilte", "déclaré"),
    *("annoncé", "selon", "dijo", "anunció", "según", "disse", "segundo", "ha detto", "сказал", "сообщил", "заявил"),
    *("повідомив", "表示", "宣布", "据悉", "据报", "明らかに", "発表", "밝혔", "전했", "قال", "گفت", "कहा"),
)
_SALE = re.compile(r"\bthis domain(?: name)? (?:is|may be) for sale\b", re.IGNORECASE)


def says_gone(titles: Iterable[str], text: str) -> bool:
    """Whether a short page that speaks of itself says, in these titles and this text, that its story is gone.

    >>> says_gone(["Page does not exist"], "Please return to the front page.")
    True
    """
    titled = any(_GONE.search(title) or _GONE_TITLE.fullmatch(title) for title in titles)
    signs = titled + bool(_ELSEWHERE.search(text))
    if signs == 1:  # only then does it tell; it takes four times as long as the others
        signs += bool(_GONE.search(text))
    return signs > 1 or bool(_SALE.search(text))


def is_check(titles: Iterable[str], text: str) -> bool:
    """Whether a short page that speaks of itself checks or turns away its visitor.

    >>> is_check(["DDoS-Guard"], "Checking your browser. This process is automatic.")
    True
    """
    return any(map(_CHECK_TITLE.search, titles)) and bool(_CHECK_TEXT.search(text))


def speaks_of_itself(text: str) -> bool:
    """Whether a text speaks to its reader or of its page, and reports nothing that somebody said.

    >>> speaks_of_itself("Please return to the front page."), speaks_of_itself("The library counted its pages.")
    (True, False)
    """
    lower = text.lower()
    if any(map(lower.__contains__, _REPORTS)):
        return False
    return any(map(lower.__contains__, _OF_ITSELF)) or not _TO_READER.isdisjoint(_WORD.findall(lower))
