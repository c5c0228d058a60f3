/** The tables of tracks, as they were first made. */
export const TRACK_TABLES = `
  -- Who is told of what. guild: of tracks into a channel, member: of those for one member; the other is NULL. state: active, paused,
  -- closed or broken. version: grows with each change and plan. wake_at: when to go through its news, NULL: when there is some.
  CREATE TABLE track (
    num INTEGER PRIMARY KEY, guild TEXT, member TEXT, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, version INTEGER NOT NULL,
    json TEXT NOT NULL, wake_at INTEGER, trouble TEXT
  ) STRICT;
  CREATE INDEX track_by_guild ON track (guild, num) WHERE guild IS NOT NULL;
  CREATE INDEX track_by_member ON track (member, num) WHERE member IS NOT NULL;
  CREATE INDEX track_by_wake ON track (wake_at) WHERE state = 'active' AND wake_at IS NOT NULL;
  -- Events of which the readers of a track have not been told as they are.
  CREATE TABLE track_untold (
    num INTEGER PRIMARY KEY AUTOINCREMENT, track INTEGER NOT NULL REFERENCES track ON DELETE CASCADE, at INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX track_untold_by_track ON track_untold (track, num);
  -- How far a scope was looked through; guild: '' for the operator's articles.
  CREATE TABLE track_look (guild TEXT PRIMARY KEY, revision INTEGER NOT NULL, at INTEGER NOT NULL, known TEXT NOT NULL) STRICT, WITHOUT ROWID;
  -- Messages. state: composed, sending, sent, outdated (to be edited), undecided, late or gone. version: of the content, shown: the
  -- one that its message shows. sent_at: when it was known to have arrived, or that nobody can tell.
  CREATE TABLE alert (
    num INTEGER PRIMARY KEY AUTOINCREMENT, track INTEGER NOT NULL REFERENCES track ON DELETE CASCADE, state TEXT NOT NULL,
    owner TEXT, lease_until INTEGER, retry_at INTEGER NOT NULL DEFAULT 0, made_at INTEGER NOT NULL, sending_at INTEGER, sent_at INTEGER,
    channel TEXT, message TEXT, version INTEGER NOT NULL DEFAULT 1, shown INTEGER NOT NULL DEFAULT 0, edits INTEGER NOT NULL DEFAULT 0,
    content TEXT
  ) STRICT;
  CREATE INDEX alert_by_track ON alert (track, sent_at);
  CREATE UNIQUE INDEX alert_unsent ON alert (track) WHERE state IN ('composed', 'sending');
  CREATE INDEX alert_open ON alert (retry_at) WHERE state IN ('composed', 'sending', 'outdated');
`;
