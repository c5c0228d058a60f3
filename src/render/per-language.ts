import type { Language } from '../domain/language.ts';

/** Day before month, and no comma in dates, as in British English. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', uk: 'uk-UA' };

/** Makes a formatter for each language when it is first needed, and only once: `Intl` objects are slow to make. */
export function perLanguage<T>(make: (locale: string) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(LOCALES[language]);
    made.set(language, fresh);
    return fresh;
  };
}
