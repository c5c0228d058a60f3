import { type Database, text } from './database.ts';

/**
 * Letters that the word index takes for letters in every version of Unicode: of Latin, Greek and Cyrillic as `foldName` leaves them.
 * It knows Unicode 6.1, so that letters which are younger part its words.
 * @see https://sqlite.org/fts5.html#unicode61_tokenizer
 */
const OLD_LETTERS = /^[0-9a-z\u00df-\u01ff\u03b1-\u03c9\u0430-\u045f]*$/u;

/** The words that the word index makes of a folded word, in order: usually itself alone; none where it has no letter for the index. */
export function indexWords(database: Database, word: string): readonly string[] {
  return OLD_LETTERS.test(word) ? [word] : asked(database, word);
}

/** Asks SQLite itself, with a table that lives as long as the question. */
function asked(database: Database, word: string): readonly string[] {
  return database.transaction(() => {
    for (const sql of TABLES) database.run(sql);
    database.run('DELETE FROM temp.asked_words');
    database.run('INSERT INTO temp.asked_words (words) VALUES (?)', word);
    const rows = database.all('SELECT term FROM temp.asked_terms ORDER BY offset');
    return rows.map((row) => text(row, 'term'));
  });
}

/** As `claim_words` in the schema reads its words, but with their order. */
const TABLES = [
  `CREATE VIRTUAL TABLE IF NOT EXISTS temp.asked_words
    USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0 tokenchars _')`,
  'CREATE VIRTUAL TABLE IF NOT EXISTS temp.asked_terms USING fts5vocab(asked_words, instance)',
];
