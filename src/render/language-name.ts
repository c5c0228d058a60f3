import { LANGUAGES, type Language } from '../domain/language.ts';
import { perLanguage } from './per-language.ts';

const names = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }));

/** What a language is called, by its BCP 47 primary subtag; the subtag itself where it has no name. */
export const languageName = (code: string, language: Language): string => names(language).of(code) ?? code;

/** Languages that news about crises is often in: what is offered, and understood by name. */
const OFFERED =
  'am ar az be bg bn cs da de el en es et fa fi fr ha he hi hr hu hy id it ja ka kk ko ku lt lv ms my ne nl no pl ps pt ro ru sk sl so sq sr sv sw ta th ti tr uk ur uz vi zh'.split(
    ' ',
  );

/** The subtag of a language given by its code (`en`, `en-GB`) or its name in one of our languages; null for neither. */
export function languageCode(typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  const [, code] = /^([a-z]{2,3})(?:-[a-z0-9-]+)?$/.exec(wanted) ?? [];
  if (code !== undefined && names('en').of(code) !== undefined) return code;
  return OFFERED.find((each) => LANGUAGES.some((own) => languageName(each, own).toLowerCase() === wanted)) ?? null;
}

/** Languages whose name or code begins with what is typed, each with its name in the reader's language. */
export function languagesStarting(typed: string, language: Language): readonly { name: string; value: string }[] {
  const wanted = typed.trim().toLowerCase();
  const all = OFFERED.map((value) => ({ name: languageName(value, language), value }));
  return all.filter(
    ({ name, value }) =>
      value.startsWith(wanted) ||
      name.toLowerCase().startsWith(wanted) ||
      LANGUAGES.some((own) => languageName(value, own).toLowerCase().startsWith(wanted)),
  );
}
