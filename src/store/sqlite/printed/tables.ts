/** Messages that printed claims, and which corrections they are still to show. */
export const PRINTED_TABLES = `
  -- What was laid out for messages. name: hash of json, which is deflated.
  CREATE TABLE printed_body (
    num INTEGER PRIMARY KEY AUTOINCREMENT, guild TEXT NOT NULL, name TEXT NOT NULL, json BLOB NOT NULL, UNIQUE (guild, name)
  ) STRICT;
  -- Which claims it holds, by 48 bits of their keys' hashes.
  CREATE TABLE printed_claim (
    claim INTEGER NOT NULL, body INTEGER NOT NULL REFERENCES printed_body ON DELETE CASCADE, PRIMARY KEY (claim, body)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX printed_claim_by_body ON printed_claim (body);
  -- version grows each time that it is noted. is_plain: whether it surely stands there as it was noted. at, settled_at: Unix ms.
  CREATE TABLE printed_message (
    num INTEGER PRIMARY KEY AUTOINCREMENT, guild TEXT NOT NULL, channel TEXT NOT NULL, message TEXT NOT NULL, kind TEXT NOT NULL,
    body INTEGER NOT NULL REFERENCES printed_body, face TEXT NOT NULL, at INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 0,
    is_plain INTEGER NOT NULL, owner TEXT, lease_until INTEGER, retry_at INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, UNIQUE (guild, message)
  ) STRICT;
  CREATE INDEX printed_message_by_kind ON printed_message (guild, kind, at);
  CREATE INDEX printed_message_by_age ON printed_message (at);
  CREATE INDEX printed_message_by_body ON printed_message (body);
  -- Corrections on messages, which they outlive. seq: of the last change that it is to show; state: waiting, or what became of it.
  CREATE TABLE printed_correction (
    correction TEXT NOT NULL, message INTEGER NOT NULL, guild TEXT NOT NULL, seq INTEGER NOT NULL, state TEXT NOT NULL, why TEXT,
    at INTEGER NOT NULL, PRIMARY KEY (correction, message)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX printed_correction_waiting ON printed_correction (message, seq) WHERE state = 'waiting';
  CREATE INDEX printed_correction_by_message ON printed_correction (message);
  CREATE INDEX printed_correction_by_guild ON printed_correction (guild);
  CREATE INDEX printed_correction_by_age ON printed_correction (at);
  -- Changes of corrections that were put on messages. guild: NULL for everywhere; claim: as in printed_claim.
  CREATE TABLE printed_spread (
    seq INTEGER PRIMARY KEY, correction TEXT NOT NULL, guild TEXT, claim INTEGER NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX printed_spread_by_claim ON printed_spread (claim);
  CREATE INDEX printed_spread_by_age ON printed_spread (at);
  CREATE TABLE printed_log (spread_to INTEGER NOT NULL) STRICT;
  INSERT INTO printed_log VALUES (0);
  `;
