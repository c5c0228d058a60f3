import type { Language } from '../domain/language.ts';

const MARKS: Readonly<Record<Language, readonly [string, string]>> = { en: ['“', '”'], uk: ['«', '»'] };

/** Somebody else's words inside ours. */
export function quoted(text: string, language: Language): string {
  const [open, close] = MARKS[language];
  return `${open}${text}${close}`;
}
