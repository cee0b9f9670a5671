"""Pages that stand where a story should be, with status 200: "Page not found", a server's error, a wall of consent."""

import re
from collections.abc import Iterable, Sequence

from wirecrawl.errors import GonePage, PageError, WallPage
from wirecrawl.news.cleaning.error_pages import is_check, says_gone, speaks_of_itself

# A headline or a title that is this alone, beside the name of the site: a story has more words. In lower case.
_GONE = re.compile(
    r"(?:http |error |erreur |fehler |ошибка )?404(?: error)?[ !.]*|"
    r"(?:sorry|oops)?[ ,!.]{0,9}(?:error )?(?:404)?[ :,!.–-]{0,9}(?:"
    r"(?:the |this )?(?:page|article|story|content|file|document)(?: you requested)? "
    r"(?:(?:is|was|does|could|can) ?)?(?:not|n't|n’t)(?: be)? (?:found|exist|available)"
    r"|(?:the |this )?(?:page|article|story|content) (?:is )?(?:unavailable|no longer (?:available|exists)|removed)"
    r"|nothing found|not found"
    r"|страница не (?:найдена|существует)|сторінк[ау] не знайден[ао]|página no encontrada|página não encontrada"
    r"|page (?:introuvable|non trouvée)|seite nicht gefunden|pagina non trovata|sayfa bulunamadı"
    r"|halaman tidak ditemukan|strona nie została znaleziona|stránka nenalezena|pagina niet gevonden"
    r"|sidan (?:hittades inte|kunde inte hittas)|صفحه یافت نشد|الصفحة غير موجودة|पृष्ठ नहीं मिला"
    r"|(?:您访问的|抱歉[，,]?)?(?:页面|頁面|网页|文章)(?:不存在|未找到|找不到|已删除)"
    r"|(?:お探しの|ご指定の|指定された)?ページ[がは]見つかりません(?:でした)?|페이지를 찾을 수 없습니다"
    r"|nie znaleziono strony|strona nie istnieje|stránka neexistuje|sidan finns inte|sivua ei löyt(?:ynyt|yny)"
    r"|siden (?:blev|ble) ikke (?:fundet|funnet)|siden (?:findes|finnes) ikke|a(?:z| keresett) oldal nem található"
    r"|pagina nu (?:a fost găsită|există)|η σελίδα δεν (?:βρέθηκε|υπάρχει)|הדף לא נמצא|không tìm thấy trang"
    r"|trang không tồn tại|stranica nije pronađena|страница није пронађена|страницата не е намерена"
    r"|পৃষ্ঠাটি পাওয়া যায়নি|ไม่พบหน้าที่(?:คุณ)?(?:ต้องการ|ค้นหา))[ !.]*"
)
_BROKEN = re.compile(
    r"(?:error )?(?:(?:40[03]|429|50\d)[ :–-]*)?(?:internal server error|bad gateway|gateway time-?out|"
    r"service (?:temporarily )?unavailable|forbidden|access denied|too many requests|bad request|server error|"
    r"error establishing a database connection|(?:site |down |under )?(?:for |under )?maintenance|"
    r"an error (?:has )?occurred|something went wrong|(?:451[ :–-]*)?unavailable (?:for|due to) legal reasons|"
    r"(?:this |our |the )?(?:content|page|website|site|service|article|video)?(?: is)? ?(?:currently )?"
    r"(?:not available|unavailable) (?:in|for|from) your (?:region|country|location|area)|"
    r"your access to this (?:site|service|page) has been (?:limited|blocked|denied)(?: by the site owner)?|"
    r"just a moment|attention required|pardon our interruption|one more step|"
    r"(?:you need to enable|(?:please )?(?:enable|turn on)) (?:javascript|js)(?: and cookies)?(?: to .{1,40})?|"
    r"(?:javascript|js)(?: and cookies)? (?:is|are) (?:required|disabled|not (?:enabled|available))|"
    r"(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human|human verification|are you a (?:robot|human)\??|"
    r"(?:security|browser) check|checking your browser(?: before .{1,40})?|(?:sorry, )?you have been blocked|"
    r"zugriff (?:verweigert|gesperrt)|accès (?:refusé|interdit)|acceso (?:denegado|restringido)|acesso negado|"
    r"accesso negato|toegang geweigerd|dostęp zabroniony|erişim engellendi|доступ (?:ограничен|запрещ[её]н)|"
    r"проверка (?:вашего )?браузера|вы не робот\??|подтвердите, что вы не робот|technische störung|wartungsarbeiten|"
    r"(?:site )?en maintenance|sito in manutenzione|(?:ведутся )?технические работы|"
    r"(?:访问|訪問|安全|人机|滑动)(?:验证|驗證)|(?:访问|訪問)(?:过于频繁|被拒绝|受限)|アクセスが(?:拒否|制限)されました|"
    r"(?:ただいま)?メンテナンス中(?:です)?|접근이 (?:차단|제한|거부)되었습니다|로봇이 아닙니다)[ !.。]*"
)
_GONE_TEXT = re.compile(
    r"(?:page|article|story|content|link)\b.{0,40}\b(?:(?:could|can) ?not be found|can't be found|does not exist|"
    r"doesn't exist|no longer (?:exists?|available)|has been (?:removed|deleted|moved)|was not found|"
    r"not found on this server|n'existe pas|introuvable)|страниц\w+.{0,40}не (?:найден|существу)|"
    r"(?:页面|頁面|文章).{0,12}(?:不存在|找不到|已删除|已被删除)|seite.{0,40}nicht gefunden|"
    r"página.{0,40}no (?:existe|se encuentra)|sayfa.{0,20}bulunamadı",
    re.IGNORECASE,
)
# In lower case; plain words, since all stories are searched for them.
_CONSENT = (
    *("cookie", "consent", "your privacy", "privacy policy", "privacy settings", "personal data", "our partners"),
    *(
        "datenschutz",
        "einwilligung",
        "vie privée",
        "données personnelles",
        "privacidad",
        "隐私",
        "クッキー",
        "개인정보",
    ),
)
_OFFER = (
    *("subscribe now", "subscribe today", "subscribe to", "subscribe for", "to continue reading", "to keep reading"),
    *("already a subscriber", "already a member", "subscribers only", "subscriber only", "for subscribers", "log in"),
    *("login", "sign in", "free trial", "free article", "create an account", "create a free account", "register to"),
    *("per month", "per week", "jetzt abonnieren", "weiterlesen", "abonnez-vous", "réservé aux abonnés", "suscríbete"),
    *("suscriptores", "abbonati", "оформите подписку", "订阅", "会员", "購読"),
)
# A headline that is this alone stands over a page of consent, if the text below it speaks of consent at all.
_CONSENT_TITLE = re.compile(
    r"(?:(?:before|to) (?:you )?continue(?: to .{1,40})?|"
    r"(?:we|\S{2,30}) (?:values?|respects?|cares? about) your privacy|"
    r"your (?:privacy|cookie) (?:is important to us|matters(?: to us)?|choices|settings|preferences)|"
    r"(?:cookie|privacy|consent)s? (?:consent|settings|preferences|policy|notice|choices)|"
    r"(?:ihre|wir schätzen ihre|wir respektieren ihre) privatsphäre.{0,30}|datenschutz-?einstellungen|"
    r"(?:le respect de )?votre vie privée.{0,30}|(?:nous respectons|nous accordons).{0,30} vie privée|"
    r"(?:valoramos|respetamos|tu|su) privacidad.{0,20}|(?:valorizamos|respeitamos) (?:a )?sua privacidad.{0,20}|"
    r"la tua privacy.{0,30}|rispettiamo la tua privacy|uw privacy.{0,30}|twoja prywatność.{0,30}|szanujemy .{0,10} "
    r"prywatność|gizliliğinize .{0,20}|мы (?:используем|применяем) (?:файлы )?cookies?)[ !.]*"
)
_GONE_WORDS = (
    "page",
    "article",
    "story",
    "content",
    "link",
    "страниц",
    "页面",
    "頁面",
    "文章",
    "seite",
    "página",
    "sayfa",
)
# One set of characters first: so titles are searched ten times as fast as with the spaces first.
_JOINT = re.compile(r"[|｜_–—·»«:-](?:(?<=[|｜_])|(?<=\s.)(?=\s))")
_SHORT = 700  # characters: pages of errors and offers have less text, also with a search field and some advice
_WALL = 4000  # characters: pages of consent are longer


def refuse(name: str, titles: Iterable[str], paragraphs: Sequence[str]) -> None:
    """Do nothing for a story. Raises GonePage, WallPage or PageError for what is none, naming the page and the rule.

    >>> refuse("http://a.example/1", ["Page not found | Post"], ["Go to the home page."])
    Traceback (most recent call last):
    wirecrawl.errors.GonePage: http://a.example/1: says "Page not found" with status 200
    """
    every = (part.strip() for title in titles for part in (title, *_JOINT.split(title)))
    named = list(filter(None, dict.fromkeys(every)))  # mostly one: the headline, which is the title too
    length = sum(map(len, paragraphs))
    if gone := next((one for one in named if _GONE.fullmatch(one.lower())), None):
        raise GonePage(name, f'says "{gone}" with status 200')
    if length < _SHORT and _is_gone(paragraphs[0]):
        raise GonePage(name, f'says "{paragraphs[0][:80]}" with status 200')
    if length < _SHORT and (broken := next((one for one in named if _BROKEN.fullmatch(one.lower())), None)):
        raise PageError(name, f'an error of the server, "{broken}", with status 200')
    if length < _SHORT:
        _refuse_short(name, named, "\n".join(paragraphs))
    asks = length < _WALL and any(_has(text, _CONSENT) for text in paragraphs[:2])
    titled = asks and any(_CONSENT_TITLE.fullmatch(one.lower()) for one in named)
    if titled or (asks and 2 * sum(_has(text, _CONSENT) for text in paragraphs) > len(paragraphs)):
        raise WallPage(name, "not a story (a page that asks for consent to cookies)")
    if length < _SHORT and all(_has(text, _OFFER) for text in paragraphs):
        raise WallPage(name, "not a story (an offer to subscribe or to log in)")


def _is_gone(text: str) -> bool:
    return _has(text, _GONE_WORDS) and bool(_GONE_TEXT.search(text)) and speaks_of_itself(text)


def _refuse_short(name: str, titles: Sequence[str], text: str) -> None:
    if not speaks_of_itself(text):  # true of nearly every short story
        return
    if says_gone(titles, text):
        raise GonePage(name, f'says "{titles[0] if titles else text[:80]}" with status 200')
    if is_check(titles, text):
        raise WallPage(name, f'not a story (a check of the visitor, "{titles[0]}")')


def _has(text: str, words: Sequence[str]) -> bool:
    text = text.lower()
    return any(map(text.__contains__, words))
