import type { App } from '../../src/app.ts';
import { composeCorrections } from '../../src/compose-corrections.ts';
import type { Corrections } from '../../src/corrections/contract.ts';
import type { AppPorts, Ports } from '../../src/ports.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteCorrections } from '../../src/store/sqlite/corrections/corrections.ts';
import { sqliteMistakes } from '../../src/store/sqlite/corrections/mistakes.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { sqlitePrinted } from '../../src/store/sqlite/printed/printed.ts';

type Parts = Pick<AppPorts, 'corrections' | 'correcting' | 'mistakes'>;

/** For an app in which nobody corrects anything. */
export const correctionsOver = (database: Database): Parts => ({
  corrections: sqliteCorrections(database),
  mistakes: sqliteMistakes(database),
  correcting: new Proxy({} as Corrections, {
    get: (_, name) => () => Promise.reject(new Error(`nobody asks for ${String(name)} of corrections here`)),
  }),
});

/** The same in which corrections are made. @returns also what has somebody told of mistakes */
export function correcting(database: Database, ports: Omit<Ports, 'corrections'>, app: () => App) {
  const [store, mistakes] = [sqliteCorrections(database), sqliteMistakes(database)];
  const { travelled } = sqlitePrinted(database, (error) => {
    throw error;
  });
  const over = {
    store,
    mistakes,
    travelled,
    proposals: keyvOver(database, 'proposals'),
    upTo: keyvOver(database, 'loaded'),
    now: Date.now,
  };
  const { corrections, connect } = composeCorrections(
    { ...ports, corrections: store },
    { ...over, recall: (id, scope) => app().recall(id, scope) },
  );
  return { connect, parts: { corrections: store, mistakes, correcting: corrections } satisfies Parts };
}
