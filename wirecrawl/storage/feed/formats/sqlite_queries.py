"""Queries that Datasette offers for an SQLite export, as its metadata file in YAML."""

import json

# Characters of scripts without spaces between words: kana, Han (with its extensions).
UNSPACED = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_RANGES = " or ".join(f"unicode(substr(:words, at, 1)) between {first} and {last}" for first, last in UNSPACED)
# What is searched for, as a query of FTS5: each word a phrase, its unspaced characters with spaces between them.
_SEARCH = f"""with recursive spelled(at, phrase) as (
  select 1, '"'
  union all
  select at + 1, phrase || case
    when trim(substr(:words, at, 1), ' ' || char(9, 10, 13, 12288)) = '' then '" "'
    when substr(:words, at, 1) = '"' then ' '
    when {_RANGES} then ' ' || substr(:words, at, 1) || ' '
    else substr(:words, at, 1)
  end
  from spelled where at <= length(:words)
)
select day, stories.headline, substr(stories.text, 1, 300) as beginning, agency, id, version, url
from stories_index join stories on stories.rowid = stories_index.rowid
where stories_index match (select phrase || '"' from spelled order by at desc limit 1)
order by rank limit 100"""
_QUERIES = {
    "search": ("Stories with all these words", _SEARCH),
    "volume_a_day": (
        "Stories a day, of one agency or, if it is empty, of each",
        """select day, agency, count(*) as stories, sum(supersedes is not null) as updates
from stories where :agency in ('', agency)
group by day, agency order by day desc, agency""",
    ),
    "updates_of_a_story": (
        "All versions and updates of a story, by its id",
        """select id, version, supersedes, published, marks_urgency, marks_lead, marks_handling, headline, text
from stories where thread = (select thread from stories where id = :id)
order by time_utc, version""",
    ),
    "what_a_day_brought": (
        "Stories of a day, as 2026-11-20",
        """select time_utc, agency, id, version, supersedes, headline, section, url
from stories where day = :day order by time_utc, id, version""",
    ),
}


def search_query() -> str:
    """The SQL that finds stories by `:words`."""
    return _SEARCH


def metadata(database: str) -> str:
    """The file for a database of this name."""
    lines = ["databases:", f"  {json.dumps(database, ensure_ascii=False)}:", "    queries:"]
    for name, (title, sql) in _QUERIES.items():
        lines += [f"      {name}:", f"        title: {json.dumps(title)}", "        sql: |-"]
        lines += [f"          {line}" for line in sql.splitlines()]
    return "\n".join(lines) + "\n"
