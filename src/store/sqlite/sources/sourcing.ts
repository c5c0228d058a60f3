import type { CorruptRecord } from '../../contract.ts';
import type { Database } from '../database.ts';

/** What the record of sources works with. */
export interface Sourcing {
  readonly database: Database;
  /** What addresses are compared by: the same for two that are one page. */
  readonly addressKey: (url: string) => string;
  /** Told of each row that does not parse. */
  readonly report: (error: CorruptRecord) => void;
}
