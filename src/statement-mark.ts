import { hash } from 'node:crypto';

const MARK_CHARS = 12;

/** A `statementKey` in a few characters, for lists of what was printed. */
export const statementMark = (key: string): string => hash('sha256', key, 'base64url').slice(0, MARK_CHARS);
