import { randomInt } from 'node:crypto';

/** Signs that are not taken for each other. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const ID_CHARS = 8;

/** A short name that people can type; a new one each time. */
export const newId = (): string => Array.from({ length: ID_CHARS }, () => SIGNS[randomInt(SIGNS.length)]).join('');
