/**
 * One migration a version, in order; `user_version` says how many were applied. Never edit one that was released.
 * What is derived from claims (facts, families, words) is stored, so a change to `factKey`, `familyKey`, `refsOf` or
 * `foldName` needs a migration that empties those tables and indexes every article anew.
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
];
