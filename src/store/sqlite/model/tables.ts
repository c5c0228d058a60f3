/** What a language model was used for by the day (UTC, YYYY-MM-DD), and what came of what it said. */
export const MODEL_TABLES = `
  CREATE TABLE model_day (day TEXT PRIMARY KEY, requests INTEGER NOT NULL, tokens INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE model_outcome (
    day TEXT NOT NULL, outcome TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, outcome)
  ) STRICT, WITHOUT ROWID;
  `;
