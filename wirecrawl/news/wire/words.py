"""Word lists and patterns that the tables of several agencies use."""

# Words for a source after the last colon or dash of a headline: "Poles living longer: report".
SOURCES = frozenset(
    """
    agency ambassador analyst analysts army authorities ceo company court data diplomat economist economists embassy
    envoy expert experts family government governor hospital lawmaker lawyer manager mayor media medics military
    minister ministry monitor newspaper official officials paper papers police poll premier president prosecutor
    prosecutors regulator report reports rescuers researchers scientists source sources spokesman spokesperson
    spokeswoman study survey tv union watchdog witnesses
    afp ap bbc bloomberg ft interfax irna kcna kremlin kyodo nhk pentagon reuters ria tass who wsj xinhua yonhap
    informe estudio portavoz ministro rapport étude ministre
    """.split()
)
# Words in lower case that may come before a source: "foreign ministry spokesperson".
QUALIFIERS = frozenset(
    """
    of the and for de la du des del bank central chief defense finance foreign former health industry local new party
    prime senior state tank think top trade union
    """.split()
)
# Words that a hyphen joins to the next word: "ex-Goldman".
PREFIXES = frozenset(
    """
    all anti co counter cross cyber euro ex far inter intra mega mid mini multi neo non off old over pan post pre pro
    quasi re self semi south-south sub super then top trans ultra un under vice
    """.split()
)
_NAMED = r"(?:[A-Z&][\w.'’-]*|and|the|of|in|news|agenc(?:y|ies)|wires?|reports)"  # a word in a list of sources
# Beginnings of notes to editors. Case matters: "Embargoed goods" is prose.
NOTES = (
    r"Eds[:.]",
    r"ATTN\b",
    r"EDITOR['’]S NOTE\b",
    r"Editor['’]s [Nn]ote\s?[:：]",
    r"EMBARGO(?:ED)?\b",
    r"Embargo(?:ed)? (?:until|for|till)\b",
    r"HOLD FOR RELEASE\b",
    r"(?:Sperrfrist|SPERRFRIST)\b",
    r"(?:EMBARGADO|Embargado) hasta\b",
    r"(?:SOUS EMBARGO|Sous embargo)\b",
    r"\((?:Adds?|Amends|Changes|Clarifies|Corrects|Deletes|Drops|Fixes|Recasts|Refiles|Releads|Removes|Repeats|"
    r"Restores|Rewrites|Updates|Writes through)\b[^()]{0,400}\)$",
    # K: the same in German, French, Spanish, Portuguese, Italian and Russian
    r"\((?:Wiederholung|Wiederholt|Ergänzt|Aktualisiert|Berichtigt|Korrigiert|Präzisiert|Neu:|Durchgehend|"
    r"Actualis[eé]|Ajoute|Précise|Rectifie|Corrige|Répétition|Répète|Actualiza|Amplía|Añade|Repite|"
    r"Atualiza|Acrescenta|Repete|Aggiorna|Aggiunge|Corregge|Ripete|"
    r"Добавлен[аоы]|Уточн[яе]\w{2,6}|Исправлен[аоы]|Повтор\w{0,6})\b[^()]{0,400}\)$",
    r"\(This (?:[a-z]+ ){0,3}(?:story|item|article|version)\b[^()]{0,60}\b"
    r"(?:corrects|corrected|refiled|updated|repeated)\b[^()]{0,400}\)$",
    r"(?:(?:Additional|Further) [Rr]eporting|Reporting|Writing|Compiled|Editing)(?: and [a-z]{2,12}){0,2} [Bb]y [A-Z]",
    # Who else contributed, in the words of agencies and papers.
    r"(?:The )?(?:Associated Press|AP|AFP|Agence France-Presse|Reuters|Canadian Press|Bloomberg) contributed\.?$",
    r"\(?With (?:\w+ ){0,2}(?:files|inputs?|reporting|material|information) (?:from|by) "
    rf"{_NAMED}(?:,? {_NAMED}){{0,13}}\)?\.?$",
    r"(?:Material|Information|Content) from [^.]{2,100} (?:was|were) used in this (?:story|report|article)\b",
    r"This report by [^.]{2,80} was first published\b",
    r"\(?(?:Con información|Com informaç(?:ão|ões)|Mit Material|Mit Informationen) (?:d\w{1,2}|von) "
    r"[\w ,]{0,20}(?:AP|AFP|EFE|ANSA|dpa|Reuters|Europa Press|[Aa]genturen|agencias|agências)"
    r"(?:,? [A-Zeuy][\w ]{0,20}){0,3}\)?\.?$",
)
EDITORS = (
    r"(?:(?:(?i:(?:Web |Video |Online )?Editor(?:s|a|es|i)?(?: online)?)|Edição|Edición|Penyunting|"
    r"(?i:Redaktor(?:ka)?|Редактор(?:ка)?|Editör|Redaktör|Redaktør|Urednik|Urednica|Уредник|Szerkesztő|Szerkesztette|"
    r"Redaktorė?|Redaktors|Toimetaja|Redigerad av|Redactat de|Prelucrat de|Edité par|Édité par|Editado por|"
    r"Επιμέλεια|Muharrir|Redaktə|Рэдактар)|المحرر|ویراستار|עורך|עריכה|"
    r"संपादक|संपादन|संपादित|সম্পাদনা|সম্পাদক|บรรณาธิการ|[Bb]iên tập(?: viên)?|편집|Խմբագիր|რედაქტორი|"
    r"责任编辑|責任編輯|责编|責編|编辑|編輯)\s?[:：]|"
    r"(?:责任编辑|責任編輯)\s|[Ee]dited [Bb]y\s?:?\s)"
)
EDITORS_SIGNS = (":", "：", "编辑", "編輯", "dited")  # a line of EDITORS has one
# Words before the names of a Chinese byline.
ROLES = (
    r"(?:本[报報網网]|特约|特約|见习|見習)?"
    r"(?:记者|記者|通讯员|通訊員|实习生|實習生|评论员|評論員|特派員)[:：]?"
)
# Beginnings of a bracket at the end of a story that names who helped.
SIGN_OFFS = (
    r"(?:(?:Xinhua|Video|Contributing) )*+(?:reporters?|writers?|correspondents?|editors?)\b",
    r".{0,300}\bcontributed to (?:the|this) (?:story|report)",
    r"(?:(?:Additional|Further) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)(?: and [a-z]{2,12}){0,2} [Bb]y\b",
    # K: the same in French, German and Spanish
    r"Avec\b.{0,900}\bpour le service français|(?:.{0,200}, )?édité par\b",
    r"(?:[Gg]eschrieben|Bericht|Reporte?|Reportagem) (?:von|de|por)\b",
)
# Names in a byline that are no people.
OUTLETS = (
    r"(?:The )?Associated Press(?: \w+){0,2}",
    r"AP (?:\w+ )?(?:Writers?|Correspondents?)",
    r"AP|AFP|dpa|Reuters|(?:dpa )?(?:correspondents?|staff)|Staff Writers?",
)
# Photo credits, in brackets and without, of agencies whose pictures other agencies publish.
PHOTO_CREDITS = (
    r"AP Photo(?:\s?/[^()]{2,60})?",
    r"[^()]{2,80}\b(?:via|for) (?:AP|AFP|REUTERS|Reuters|Getty Images)(?:, File)?",
    r"(?:REUTERS|Reuters)(?:/[^()]{2,60}| Photo)",
    r"[^()]{2,80}\s?/\s?(?:AFP|AP|REUTERS|Getty Images)(?: via [\w ]{2,20})?",
    r"(?:AFP|EPA|EFE)(?: (?:PHOTO|Photo))?\s?/\s?[^()]{2,60}",
    r"(?:Pool )?[Pp]hoto via (?:AP|AFP)|(?:File|Handout) (?:photo|Photo)",
)
PHOTO_TAILS = (
    r"REUTERS/[^/().]{2,60}(?:/(?:File|Pool|Handout)[ \w]{0,20})?",
    r"[A-Z][\w'’-]{0,20}(?: [A-Z][\w'’-]{0,20}){0,4}(?:/(?:Pool|Handout))? via REUTERS(?:/File Photo)?",
    r"AFP PHOTO\s?/\s?[^/().]{2,60}",
)
