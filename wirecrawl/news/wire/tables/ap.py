"""AP's marks: the headline has none, the stage is in the slug (``BC-US--Biden-Staff, 3rd Ld-Writethru,466``)."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES, credited
from wirecrawl.news.wire.stages import BULLETIN, CORRECTION, FLASH, KILL, LATER, URGENT, WRITETHRU
from wirecrawl.news.wire.words import NOTES

_CLOCK = r"at \d{1,2}:\d{2} [ap]\.?m\.? [A-Z]{2,4}"

AP = Table(
    agency="ap",
    order=30,
    names=r"AP|(?i:(?:the )?associated press)(?: \([\w ]+\))?|A\.P\.",
    stages={"{nth} Ld-Writethru": WRITETHRU, "URGENT": URGENT}
    # K
    | {"{nth} Ld": LATER, "Correction": CORRECTION, "CORRECTION": CORRECTION}
    | dict.fromkeys(("KILL", "WITHDRAWAL"), KILL)
    | dict.fromkeys(("AP NewsAlert", "APNewsAlert", "NewsAlert"), FLASH)
    | {"BULLETIN": BULLETIN, "FLASH": FLASH}
    | dict.fromkeys(("BREAKING", "BREAKING NEWS"), URGENT),
    # K
    labels={"AP Interview": "Interview", "AP Exclusive": "Exclusive"}
    | {"AP Analysis": "Analysis", "AP Explains": "Analysis"}
    | dict.fromkeys(("AP FACT CHECK", "AP PHOTOS", "AP Was There", "AP Essay", "AP Week in Pictures")),
    joiners=(":", "|"),
    # The cycle is removed only from a slug, before an area ("US--") or a stage. "AP-NORC poll" is text.
    opener=r"(?:(?:BC|AM|PM|AP)-)++(?=[A-Z]{2,4}(?:-[A-Z]{2,5})?(?:--|—)|[^,]{1,60},\s?\d{1,2}(?:st|nd|rd|th)\s?(?:Ld|Add|Take))",
    ends={"{nth} Ld-Writethru": WRITETHRU}
    # K
    | {"{nth} Ld": LATER, "KILL": KILL, "WITHDRAWAL": KILL}
    | {"CORRECTION": CORRECTION, "Correction": CORRECTION},
    # The word count, and item numbers of 1989. A letter must precede the comma, since a headline may end in "1,140".
    tails=(r"(?<=[^\W\d_]),\d{1,4}", r",\s?[a-z]\d{4},\d{1,4}", r",\s?\d(?:st|nd|rd|th) (?:Add|Take)"),
    sites=("AP News", "AP NEWS", "The Associated Press", "Associated Press"),
    periodicals=(
        rf"AP Top [\w ,&'-]{{2,60}} {_CLOCK}",
        rf"Latest [\w .'-]{{2,40}} news\b[\w ,&'-]{{0,60}} {_CLOCK}",
    ),
    dateline_words=("AP",),
    datelines=(*credited("AP"), rf"\(AP\)\s{PLACES}\s{DASH}"),
    by="by|por",
    writers=r"AP\s(?:[A-Z][a-z]{2,12}\s)?(?:Writers?|Correspondents?|Reporters?)\s",
    end_marks=(r"AP-\w{2,3}-\d\d-\d\d-\d\d \d{4}GMT<?", r"_{3,5}", r"-{3,5}", r"(?:—|--) ?AP", r"-30-"),
    notes=(
        *NOTES,
        r"(?:The )?(?:Associated Press|AP)\b[^.]{0,300}\bcontributed\b",
        r"(?:This (?:story|version) (?:has been )?(?:corrected|corrects|updated))\b",
        r"EDITOR['’]S NOTE _",
    ),
    trailers=(r"(?:©|\(c\)|Copyright)\s?(?:©\s?)?\d{4},? (?:by )?(?:The )?Associated Press",),
)
