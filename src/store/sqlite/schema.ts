import { DIGEST_TABLES, REVIEW_TABLES } from './digests/tables.ts';
import { MODEL_TABLES } from './model/tables.ts';
import { PRINTED_TABLES } from './printed/tables.ts';
import { TRACK_TABLES } from './tracks/tables.ts';

/**
 * One migration a version, in order; `user_version` says how many were applied. Never edit one that was released.
 * What is derived from claims (refs, words) is stored, so a change to `refsOf` or `foldName` needs a migration that empties those tables and indexes every article anew.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- Closures are up to date when both numbers are equal.
  CREATE TABLE gazetteer_state (version INTEGER NOT NULL, indexed INTEGER NOT NULL) STRICT;
  INSERT INTO gazetteer_state VALUES (0, 0);

  -- Grows with every change to articles or names.
  CREATE TABLE revision (number INTEGER NOT NULL) STRICT;
  INSERT INTO revision VALUES (0);

  CREATE TABLE scope (num INTEGER PRIMARY KEY, guild TEXT NOT NULL UNIQUE) STRICT;
  INSERT INTO scope VALUES (0, '');
  CREATE TABLE publisher (num INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

  -- Everything a claim may refer to. closure: JSON array of the nums of the ref itself, the entity its code names, and
  -- all that contain it, ascending; NULL until a claim needs it. Number 0 stands for every claim there is.
  CREATE TABLE ref (num INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, closure TEXT) STRICT;
  INSERT INTO ref VALUES (0, '*', '[0]');

  -- hidden: JSON array of the claims of a server's article while the operator has one of the same id; else NULL.
  CREATE TABLE article (
    num INTEGER PRIMARY KEY, scope INTEGER NOT NULL REFERENCES scope, id TEXT NOT NULL,
    publisher INTEGER NOT NULL REFERENCES publisher, published INTEGER NOT NULL,
    digest TEXT NOT NULL, json TEXT NOT NULL, hidden TEXT, UNIQUE (scope, id)
  ) STRICT;
  CREATE INDEX article_by_id ON article (id);
  CREATE TABLE article_text (article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, text TEXT NOT NULL) STRICT;

  -- num ascends with publication (see claimNumBase). refs: JSON array, the union of its refs' closures.
  CREATE TABLE claim (
    num INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, scope INTEGER NOT NULL, type INTEGER NOT NULL,
    publisher INTEGER NOT NULL, published INTEGER NOT NULL, fact BLOB NOT NULL, family BLOB,
    id TEXT NOT NULL, refs TEXT NOT NULL, json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX claim_by_article ON claim (article);
  CREATE INDEX claim_by_fact ON claim (fact, scope, publisher, published);
  CREATE INDEX claim_by_family ON claim (family, scope, published) WHERE family IS NOT NULL;
  CREATE VIRTUAL TABLE claim_words USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '3 4 5 6 7', tokenize = 'unicode61 remove_diacritics 0 tokenchars _'
  );

  -- Which claims a ref's closure reaches, for counting in a period.
  CREATE TABLE mention (
    ref INTEGER NOT NULL, scope INTEGER NOT NULL, type INTEGER NOT NULL, published INTEGER NOT NULL, claim INTEGER NOT NULL,
    PRIMARY KEY (ref, scope, type, published, claim)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE tally (
    ref INTEGER NOT NULL, scope INTEGER NOT NULL, type INTEGER NOT NULL, claims INTEGER NOT NULL,
    PRIMARY KEY (ref, scope, type)
  ) STRICT, WITHOUT ROWID;
  -- Articles of a publisher that reach a ref with claims of exactly these types (bits).
  CREATE TABLE cover (
    ref INTEGER NOT NULL, scope INTEGER NOT NULL, types INTEGER NOT NULL, publisher INTEGER NOT NULL,
    articles INTEGER NOT NULL, undated INTEGER NOT NULL, PRIMARY KEY (ref, scope, types, publisher)
  ) STRICT, WITHOUT ROWID;

  -- Facts as a scope sees them: the operator's, and one row for each server that has claims of its own on the fact,
  -- with the operator's counted in.
  CREATE TABLE fact (
    fact BLOB NOT NULL, scope INTEGER NOT NULL, type INTEGER NOT NULL, publishers INTEGER NOT NULL, newest INTEGER NOT NULL,
    refs TEXT NOT NULL, PRIMARY KEY (fact, scope)
  ) STRICT, WITHOUT ROWID;
  -- The same rows by each ref they reach, so that the best facts of a ref are one walk down this index.
  CREATE TABLE ranking (
    ref INTEGER NOT NULL, scope INTEGER NOT NULL, type INTEGER NOT NULL, publishers INTEGER NOT NULL, newest INTEGER NOT NULL,
    fact BLOB NOT NULL, PRIMARY KEY (ref, scope, type, publishers, newest, fact)
  ) STRICT, WITHOUT ROWID;

  -- Several files may name one entity; the first by file name counts.
  CREATE TABLE entity (
    ref INTEGER NOT NULL REFERENCES ref, file TEXT NOT NULL, code TEXT, json TEXT NOT NULL,
    en_chars INTEGER NOT NULL, uk_chars INTEGER NOT NULL, PRIMARY KEY (ref, file)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entity_by_code ON entity (code) WHERE code IS NOT NULL;
  CREATE INDEX entity_by_file ON entity (file);
  CREATE TABLE gazetteer_file (file TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;
  -- Every folded name from each of its words on; whole: from the first.
  CREATE TABLE name (
    num INTEGER PRIMARY KEY, file TEXT NOT NULL, ref INTEGER NOT NULL, folded TEXT NOT NULL, whole INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX name_by_folded ON name (folded, ref);
  CREATE INDEX name_by_file ON name (file);
  CREATE VIRTUAL TABLE name_grams USING fts5 (
    grams, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0 tokenchars _'
  );

  CREATE TABLE pair (
    namespace TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, expires INTEGER, PRIMARY KEY (namespace, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pair_by_expires ON pair (expires) WHERE expires IS NOT NULL;
  `,
  `
  -- Claims have a mode. Those without one are paraphrases.
  UPDATE claim SET json = json_set(json, '$.mode', 'paraphrase') WHERE json ->> 'mode' IS NULL;
  UPDATE article SET hidden = (
    SELECT json_group_array(json_set(value, '$.mode', coalesce(value ->> 'mode', 'paraphrase'))) FROM json_each(hidden)
  ) WHERE hidden IS NOT NULL;
  `,
  `
  -- Claims are gathered into events, which take the place of facts. What was derived from facts is made anew.
  DROP TABLE ranking;
  DROP TABLE fact;
  DROP INDEX claim_by_fact;
  DROP INDEX claim_by_family;
  ALTER TABLE claim DROP COLUMN fact;
  ALTER TABLE claim DROP COLUMN family;
  ALTER TABLE claim ADD COLUMN event TEXT NOT NULL DEFAULT '';
  CREATE INDEX claim_by_event ON claim (event, scope, publisher, published);

  -- Events as a scope sees them: the operator's, and one row for each server that has claims of its own in the event,
  -- with the operator's counted in. No event of the operator's depends on a server's claim.
  CREATE TABLE event (
    event TEXT NOT NULL, scope INTEGER NOT NULL, type INTEGER NOT NULL, publishers INTEGER NOT NULL, newest INTEGER NOT NULL,
    refs TEXT NOT NULL, PRIMARY KEY (event, scope)
  ) STRICT, WITHOUT ROWID;
  -- The same rows by each ref they reach, so that the best events of a ref are one walk down this index.
  CREATE TABLE ranking (
    ref INTEGER NOT NULL, scope INTEGER NOT NULL, type INTEGER NOT NULL, publishers INTEGER NOT NULL, newest INTEGER NOT NULL,
    event TEXT NOT NULL, PRIMARY KEY (ref, scope, type, publishers, newest, event)
  ) STRICT, WITHOUT ROWID;

  -- Claims that may be of one event with others (see Filing). leader: number of the claim that leads its event, its own
  -- where it leads, NULL while that is undecided; standing: its place in the order of gathering; seeks: JSON array.
  CREATE TABLE filing (
    claim INTEGER PRIMARY KEY, scope INTEGER NOT NULL, leader INTEGER, standing TEXT NOT NULL,
    from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, seeks TEXT NOT NULL, profile TEXT NOT NULL
  ) STRICT;
  CREATE INDEX filing_by_leader ON filing (leader);
  -- What each is found under, those that lead apart from the others. key: 48 bits of its hash.
  CREATE TABLE filing_key (
    key INTEGER NOT NULL, leads INTEGER NOT NULL, from_day INTEGER NOT NULL, claim INTEGER NOT NULL,
    PRIMARY KEY (key, leads, from_day, claim)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX filing_key_by_claim ON filing_key (claim);

  -- By which rules events were gathered.
  CREATE TABLE gathered_by (version TEXT NOT NULL) STRICT;
  INSERT INTO gathered_by VALUES ('');

  -- Of the text, to tell copies by; NULL where it was never at hand.
  ALTER TABLE article ADD COLUMN sketch BLOB;
  `,
  `
  -- What a ref is found by in the slots of a claim: JSON, the ids of the places around it and of those it acts for; NULL
  -- until a claim needs it. Beside the refs themselves, ref has a row for each combination of filters that a claim fits.
  ALTER TABLE ref ADD COLUMN filters TEXT;
  -- Below any version: every article is to be filed anew.
  UPDATE gazetteer_state SET version = version + 1, indexed = -1;

  CREATE TABLE failing_source (
    scope INTEGER NOT NULL REFERENCES scope, id TEXT NOT NULL, publisher TEXT NOT NULL, since INTEGER NOT NULL,
    PRIMARY KEY (scope, id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What a claim refers to is in the word index too: every article is to be filed anew.
  UPDATE gazetteer_state SET version = version + 1, indexed = -1;
  `,
  `
  -- What an event's claims are chosen and counted by stands in one index. quoted: 1 for an excerpt.
  ALTER TABLE claim ADD COLUMN quoted INTEGER NOT NULL DEFAULT 0;
  UPDATE claim SET quoted = 1 WHERE json ->> 'mode' = 'excerpt';
  DROP INDEX claim_by_event;
  CREATE INDEX claim_by_event ON claim (event, scope, published, publisher, article, quoted);
  `,
  `
  -- Where articles come from. feed_url: of feeds alone. url_key: what addresses are compared by; NULL where there is none.
  CREATE TABLE source (
    num INTEGER PRIMARY KEY, scope INTEGER NOT NULL REFERENCES scope, id TEXT NOT NULL, name TEXT NOT NULL,
    feed_url TEXT, url_key TEXT, json TEXT NOT NULL, UNIQUE (scope, id)
  ) STRICT;
  CREATE INDEX source_by_key ON source (scope, url_key) WHERE url_key IS NOT NULL;
  CREATE INDEX source_by_feed ON source (feed_url) WHERE feed_url IS NOT NULL;

  -- followed: whether anybody follows it. turn: from when its next item may be tried; NULL where none waits.
  CREATE TABLE feed (
    num INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, followed INTEGER NOT NULL, validators TEXT, next_at INTEGER NOT NULL,
    interval INTEGER NOT NULL, last_read INTEGER, last_new INTEGER, failing_since INTEGER, failures INTEGER NOT NULL,
    failure TEXT, told_at INTEGER, turn INTEGER
  ) STRICT;
  CREATE INDEX feed_by_due ON feed (next_at) WHERE followed = 1;
  CREATE INDEX feed_by_turn ON feed (turn) WHERE turn IS NOT NULL;
  -- Active sources of feeds, numbered in the order in which they began to follow; no number is given twice.
  CREATE TABLE follower (
    num INTEGER PRIMARY KEY AUTOINCREMENT, feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    source INTEGER NOT NULL UNIQUE REFERENCES source ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX follower_by_feed ON follower (feed, num);

  -- Items by feed. given_to: followers up to this number have been given it as it is; of the others, those in given.
  -- waiting: whether a follower has not. left_at: when its feed held it no more; json is NULL when it is to be given to nobody then.
  CREATE TABLE item (
    num INTEGER PRIMARY KEY AUTOINCREMENT, feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE, key TEXT NOT NULL,
    digest TEXT NOT NULL, updated TEXT, version_at INTEGER NOT NULL, published INTEGER NOT NULL, given_to INTEGER NOT NULL,
    waiting INTEGER NOT NULL, not_before INTEGER NOT NULL, attempts INTEGER NOT NULL, left_at INTEGER, json TEXT, UNIQUE (feed, key)
  ) STRICT;
  CREATE INDEX item_waiting ON item (feed, published DESC) WHERE waiting = 1;
  CREATE INDEX item_not_before ON item (feed, not_before) WHERE waiting = 1;
  CREATE INDEX item_left ON item (feed, left_at) WHERE left_at IS NOT NULL;
  CREATE TABLE given (
    item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE, source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    PRIMARY KEY (item, source)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX given_by_source ON given (source);
  -- Items that are known by name alone. name: 48 bits of the key's hash.
  CREATE TABLE item_name (
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE, name INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (feed, name)
  ) STRICT, WITHOUT ROWID;

  -- Which sources brought an article into a scope.
  CREATE TABLE brought (
    scope INTEGER NOT NULL, article TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    PRIMARY KEY (scope, article, source)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX brought_by_source ON brought (source);
  CREATE TABLE aside_item (
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, item INTEGER NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (source, item)
  ) STRICT, WITHOUT ROWID;

  -- Who did what to sources. source: its id, which outlives it.
  CREATE TABLE source_deed (
    num INTEGER PRIMARY KEY AUTOINCREMENT, scope INTEGER NOT NULL REFERENCES scope, source TEXT NOT NULL, json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX source_deed_by_scope ON source_deed (scope, num);
  CREATE INDEX source_deed_by_source ON source_deed (scope, source, num);
  -- What articles were before their publishers changed them.
  CREATE TABLE article_version (
    num INTEGER PRIMARY KEY AUTOINCREMENT, scope INTEGER NOT NULL REFERENCES scope, article TEXT NOT NULL, until INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX article_version_by_article ON article_version (scope, article, num);
  `,
  DIGEST_TABLES,
  `
  -- Hashes of its text by which an article's copies are found; every article is to be filed anew.
  CREATE TABLE article_mark (
    mark INTEGER NOT NULL, scope INTEGER NOT NULL, published INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, PRIMARY KEY (mark, scope, published, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX article_mark_by_article ON article_mark (article);
  UPDATE gazetteer_state SET version = version + 1, indexed = -1;
  `,
  `
  -- The articles in sight in the order in which they were stored.
  CREATE INDEX article_in_sight ON article (scope, num, publisher, hidden) WHERE hidden IS NULL;
  `,
  `
  -- For answers in which only some publishers count: the events that one tells of, and whose a claim is.
  CREATE INDEX claim_by_publisher ON claim (publisher, type, event, scope, published, quoted);
  CREATE INDEX claim_publisher ON claim (num, publisher);
  `,
  `
  -- Grows whenever claims are taken out: until then, a claim's number is no other's.
  ALTER TABLE revision ADD COLUMN removals INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- Corrections. key: hash of what is corrected; holds: 0 for one that was taken back; article: its id; later: that of the
  -- article with the later figure, of superseded ones.
  CREATE TABLE correction (
    num INTEGER PRIMARY KEY AUTOINCREMENT, scope INTEGER NOT NULL REFERENCES scope, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    article TEXT NOT NULL, later TEXT, key TEXT NOT NULL, holds INTEGER NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX correction_holding ON correction (key, scope, kind) WHERE holds = 1;
  CREATE INDEX correction_by_scope ON correction (scope, num);
  CREATE INDEX correction_by_article ON correction (article) WHERE holds = 1;
  CREATE INDEX correction_by_later ON correction (later) WHERE holds = 1 AND later IS NOT NULL;
  -- What happened to them, in order; no number is given twice.
  CREATE TABLE correction_deed (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, correction INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE, deed TEXT NOT NULL
  ) STRICT;
  CREATE INDEX correction_deed_of ON correction_deed (correction);
  -- Claims that are in no answer of a scope, since they are marked as wrong there.
  CREATE TABLE struck_claim (
    scope INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE, PRIMARY KEY (scope, claim)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX struck_claim_by_claim ON struck_claim (claim);

  -- Mistakes that members report, until a moderator has looked at them. by: a member's id; state: open or how it was settled.
  CREATE TABLE mistake (
    num INTEGER PRIMARY KEY AUTOINCREMENT, scope INTEGER NOT NULL REFERENCES scope, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL,
    by TEXT NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX mistake_by_scope ON mistake (scope, state, num);
  CREATE INDEX mistake_by_member ON mistake (by, at);
  `,
  REVIEW_TABLES,
  TRACK_TABLES,
  PRINTED_TABLES,
  MODEL_TABLES,
];
