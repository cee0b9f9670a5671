"""How the tables of earlier versions become the present ones, in SQLite."""

# From each version of the schema to the next. Version 1 knew no like stories: what it holds is known by id and text.
# Version 2 had no way to the blocks of the newest headlines, version 3 no archive, no files elsewhere, and lines in no
# order, version 4 blocks that were not found by time, version 5 of
# the times printed beside a line only the newest, version 6 no list of the archive files that it wrote: those that hold
# a capture are its own. The name of an archive file ends in 42 characters behind that of its spider. Version 7 did not
# say what a run does (all of its runs are such as a crawl takes up) and had nothing of public archives.
UPGRADES = {
    1: """
ALTER TABLE stories ADD COLUMN marks TEXT NOT NULL DEFAULT '{}';
ALTER TABLE stories ADD COLUMN headline_raw TEXT;
ALTER TABLE stories ADD COLUMN agency TEXT;
ALTER TABLE stories ADD COLUMN time TEXT;
UPDATE stories SET time = published, marks = CASE WHEN handling IS NULL THEN '{}'
    ELSE json_object('handling', handling) END;
ALTER TABLE stories DROP COLUMN handling;
CREATE INDEX stories_by_thread ON stories (thread);
CREATE TABLE texts (
    id TEXT NOT NULL, version INTEGER NOT NULL, text BLOB NOT NULL, PRIMARY KEY (id, version)) WITHOUT ROWID;
CREATE TABLE story_blocks (
    key INTEGER NOT NULL, thread TEXT NOT NULL, time TEXT, PRIMARY KEY (key, thread)) WITHOUT ROWID;
CREATE TABLE comparisons (
    run INTEGER NOT NULL, url TEXT NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL,
    similarity REAL NOT NULL, PRIMARY KEY (run, url, name)) WITHOUT ROWID;
ALTER TABLE headlines RENAME TO headlines_1;
CREATE TABLE headlines (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, spider TEXT NOT NULL, run INTEGER NOT NULL, agency TEXT NOT NULL,
    chain TEXT NOT NULL, printed TEXT, undated TEXT, last TEXT, link TEXT, item TEXT NOT NULL);
CREATE INDEX headlines_by_chain ON headlines (chain);
CREATE INDEX headlines_by_time ON headlines (last);
CREATE INDEX headlines_by_link ON headlines (link) WHERE link IS NOT NULL;
CREATE TABLE headline_blocks (key INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID;
INSERT INTO headlines (id, spider, run, agency, chain, last, item)
    SELECT id, spider, run, substr(id, 1, instr(id, ':') - 1), id, first_seen,
    json_object('id', id, 'agency', substr(id, 1, instr(id, ':') - 1), 'headline', '', 'headline_raw', '',
    'marks', json('{}'), 'stages', json(stages), 'supersedes', NULL, 'story', NULL, 'url', NULL, 'seen_on', json('[]'),
    'first_seen', first_seen) FROM headlines_1;
DROP TABLE headlines_1;
""",
    2: """
ALTER TABLE journal RENAME TO journal_2;
CREATE TABLE journal (
    run INTEGER NOT NULL, link TEXT NOT NULL, id TEXT NOT NULL, published TEXT, lead INTEGER, fetched TEXT,
    rank INTEGER, story BLOB NOT NULL, PRIMARY KEY (run, link));
INSERT INTO journal SELECT * FROM journal_2;
DROP TABLE journal_2;
CREATE TABLE sightings (run INTEGER NOT NULL, lines BLOB NOT NULL);
CREATE INDEX sightings_by_run ON sightings (run);
CREATE TABLE measures (run INTEGER NOT NULL, name TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (run, name))
    WITHOUT ROWID;
ALTER TABLE runs ADD COLUMN comparable INTEGER NOT NULL DEFAULT 0;
CREATE INDEX headline_blocks_by_number ON headline_blocks (n);
""",
    3: """
CREATE TABLE captures (
    url TEXT PRIMARY KEY, digest TEXT NOT NULL, date TEXT NOT NULL, record_id TEXT NOT NULL, file TEXT NOT NULL,
    offset INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX captures_by_file ON captures (file);
CREATE TABLE outputs (
    part TEXT PRIMARY KEY, spider TEXT NOT NULL, file TEXT NOT NULL, run TEXT NOT NULL, is_lines INTEGER NOT NULL,
    replaces INTEGER NOT NULL, whole INTEGER NOT NULL, size INTEGER) WITHOUT ROWID;
ALTER TABLE sightings RENAME TO sightings_3;
DROP INDEX sightings_by_run;
CREATE TABLE sightings (run INTEGER NOT NULL, time TEXT NOT NULL, page TEXT NOT NULL, lines BLOB NOT NULL);
CREATE INDEX sightings_by_age ON sightings (run, time, page);
INSERT INTO sightings SELECT run, COALESCE(json_extract(value, '$.time'), ''), json_extract(value, '$.page'),
    CAST('[' || group_concat(value) || ']' AS BLOB) FROM sightings_3, json_each(CAST(lines AS TEXT)) GROUP BY 1, 2, 3;
DROP TABLE sightings_3;
""",
    4: """
ALTER TABLE story_blocks RENAME TO story_blocks_4;
CREATE TABLE story_blocks (
    key INTEGER NOT NULL, time TEXT NOT NULL, thread TEXT NOT NULL, PRIMARY KEY (key, time, thread)) WITHOUT ROWID;
INSERT INTO story_blocks SELECT key, COALESCE(time, '9999'), thread FROM story_blocks_4;
DROP TABLE story_blocks_4;
""",
    5: """
ALTER TABLE headlines ADD COLUMN first_printed TEXT;
UPDATE headlines SET first_printed = printed;
""",
    6: """
CREATE TABLE archive_files (file TEXT PRIMARY KEY, spider TEXT NOT NULL, whole INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO archive_files SELECT DISTINCT file, substr(file, 1, length(file) - 42), 0 FROM captures;
""",
    7: """
ALTER TABLE runs ADD COLUMN mode TEXT NOT NULL DEFAULT 'crawl';
ALTER TABLE pages ADD COLUMN captured TEXT;
ALTER TABLE pages ADD COLUMN capture_url TEXT;
CREATE TABLE past_months (
    spider TEXT NOT NULL, source TEXT NOT NULL, prefer TEXT NOT NULL, month TEXT NOT NULL, done TEXT NOT NULL,
    PRIMARY KEY (spider, source, prefer, month)) WITHOUT ROWID;
CREATE TABLE past_captures (
    run INTEGER NOT NULL, story TEXT NOT NULL, page INTEGER NOT NULL, time TEXT NOT NULL, original TEXT NOT NULL,
    link TEXT NOT NULL, digest TEXT NOT NULL, place TEXT NOT NULL, month TEXT NOT NULL,
    taken INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (run, story, page, time, original)) WITHOUT ROWID;
CREATE INDEX past_captures_by_month ON past_captures (run, month, story);
CREATE TABLE past_misses (
    spider TEXT NOT NULL, source TEXT NOT NULL, prefer TEXT NOT NULL, story TEXT NOT NULL,
    PRIMARY KEY (spider, source, prefer, story)) WITHOUT ROWID;
""",
}
