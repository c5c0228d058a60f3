/** Digests, and what is made of each of their slots. */
export const DIGEST_TABLES = `
  -- Digests. state: active, paused or removed. version: grows with each change. wake_at: when to look what is next, NULL:
  -- never; looked_at: when that was last done. told, missed: JSON; uncertain: a slot; trouble: what moderators were told.
  CREATE TABLE digest (
    num INTEGER PRIMARY KEY, guild TEXT NOT NULL, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, version INTEGER NOT NULL,
    json TEXT NOT NULL, wake_at INTEGER, looked_at INTEGER NOT NULL, told TEXT, missed TEXT, uncertain INTEGER, trouble TEXT
  ) STRICT;
  CREATE INDEX digest_by_guild ON digest (guild, num);
  CREATE INDEX digest_by_wake ON digest (wake_at) WHERE state = 'active';
  CREATE INDEX digest_by_look ON digest (looked_at) WHERE state = 'active';
  -- What is made of each slot of a digest. content: JSON, while it is open; printed, messages: JSON, once it is closed.
  CREATE TABLE digest_slot (
    digest INTEGER NOT NULL REFERENCES digest ON DELETE CASCADE, slot INTEGER NOT NULL, state TEXT NOT NULL,
    owner TEXT, lease_until INTEGER, retry_at INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
    sending_at INTEGER, channel TEXT, reason TEXT, at INTEGER, messages TEXT, printed TEXT, content TEXT,
    UNIQUE (digest, slot)
  ) STRICT;
  CREATE UNIQUE INDEX digest_slot_open ON digest_slot (digest) WHERE state IN ('claimed', 'composed', 'sending');
  `;

/** Digests that moderators are shown before they come. */
export const REVIEW_TABLES = `
  -- Digests that moderators are shown before they come. version grows with each change, be it of the slot; shown: the version that
  -- their message has. message: NULL until it is posted; posting_at: when that was first tried. verdict, dropped: JSON.
  CREATE TABLE digest_review (
    digest INTEGER NOT NULL REFERENCES digest ON DELETE CASCADE, slot INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1,
    shown INTEGER NOT NULL DEFAULT 0, channel TEXT, message TEXT, posting_at INTEGER, verdict TEXT, dropped TEXT NOT NULL DEFAULT '[]',
    page INTEGER NOT NULL DEFAULT 1, owner TEXT, lease_until INTEGER, retry_at INTEGER NOT NULL DEFAULT 0, UNIQUE (digest, slot)
  ) STRICT;
  CREATE INDEX digest_review_unshown ON digest_review (retry_at) WHERE shown < version;
  CREATE TRIGGER digest_review_closed AFTER UPDATE OF state ON digest_slot
    WHEN NEW.state NOT IN ('claimed', 'composed', 'sending') BEGIN
    UPDATE digest_review SET version = version + 1 WHERE digest = NEW.digest AND slot = NEW.slot;
  END;
  CREATE TRIGGER digest_review_withdrawn AFTER DELETE ON digest_slot BEGIN
    UPDATE digest_review SET version = version + 1 WHERE digest = OLD.digest AND slot = OLD.slot;
  END;
  -- What moderators took out of digests that did not come, and that is not to come in the next one. JSON.
  ALTER TABLE digest ADD COLUMN dropped TEXT NOT NULL DEFAULT '[]';
  `;
