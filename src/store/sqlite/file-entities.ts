import { type Entity, foldName } from '../../domain/entity.ts';
import { refNum } from './closure.ts';
import { type Database, text } from './database.ts';
import { markStale, refreshIfStale } from './refresh.ts';

/** `Gazetteer.replace`, at once. */
export function replaceEntities(
  database: Database,
  file: string,
  digest: string,
  entities: readonly Entity[],
): 'replaced' | 'same' {
  return database.transaction(() => {
    const known = database.get('SELECT digest FROM gazetteer_file WHERE file = ?', file);
    if (known && text(known, 'digest') === digest) return 'same';
    forget(database, file);
    for (const entity of entities) addEntity(database, file, entity);
    database.run('INSERT INTO gazetteer_file (file, digest) VALUES (?, ?)', file, digest);
    markStale(database);
    return 'replaced';
  });
}

/** `Gazetteer.keep`, at once. */
export function keepEntities(database: Database, files: readonly string[]): void {
  database.transaction(() => {
    const known = database.all('SELECT file FROM gazetteer_file').map((row) => text(row, 'file'));
    const gone = known.filter((file) => !files.includes(file));
    for (const file of gone) forget(database, file);
    if (gone.length > 0) markStale(database);
    refreshIfStale(database);
  });
}

function forget(database: Database, file: string): void {
  database.run('DELETE FROM name_grams WHERE rowid IN (SELECT num FROM name WHERE file = ?)', file);
  database.run('DELETE FROM name WHERE file = ?', file);
  database.run('DELETE FROM entity WHERE file = ?', file);
  database.run('DELETE FROM gazetteer_file WHERE file = ?', file);
}

function addEntity(database: Database, file: string, entity: Entity): void {
  const ref = refNum(database, entity.id);
  database.run(
    'INSERT INTO entity (ref, file, code, json, en_chars, uk_chars) VALUES (?, ?, ?, ?, ?, ?)',
    ...[ref, file, entity.code ?? null, JSON.stringify(entity), entity.names.en.length, entity.names.uk.length],
  );
  for (const [tail, whole] of tailsOf(entity)) {
    const num = database.insert(
      'INSERT INTO name (file, ref, folded, whole) VALUES (?, ?, ?, ?)',
      file,
      ref,
      tail,
      whole ? 1 : 0,
    );
    database.run('INSERT INTO name_grams (rowid, grams) VALUES (?, ?)', num, gramsOf(tail).join(' '));
  }
}

/** An entity's folded names from each of their words on, each once, with whether it is a name whole. */
function tailsOf(entity: Entity): ReadonlyMap<string, boolean> {
  const names = new Set([...Object.values(entity.names), ...entity.aliases].map(foldName));
  names.delete('');
  const tails = [...names].flatMap((name) => name.split(' ').map((_, at, words) => words.slice(at).join(' ')));
  return new Map(tails.map((tail) => [tail, names.has(tail)]));
}

/** Every three letters in a row of a folded name, its ends marked, each once. */
export function gramsOf(folded: string): readonly string[] {
  const letters = [...`__${folded.replaceAll(' ', '_')}_`];
  return [...new Set(letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`))];
}
