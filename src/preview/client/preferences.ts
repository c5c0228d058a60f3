import type { Language } from '../../domain/language.ts';

type Theme = 'dark' | 'light';

/** What the page is shown in now; also the caller's locale. */
export const currentLanguage = (): Language => (document.documentElement.lang === 'uk' ? 'uk' : 'en');

/** What the person chose before; else what the browser prefers. */
export function restorePreferences(): void {
  document.documentElement.lang = remembered('language') ?? (navigator.language.startsWith('uk') ? 'uk' : 'en');
  const theme = remembered('theme');
  if (theme) document.documentElement.dataset.theme = theme;
}

export function switchLanguage(): void {
  document.documentElement.lang = currentLanguage() === 'en' ? 'uk' : 'en';
  remember('language', document.documentElement.lang);
}

export function switchTheme(): void {
  const theme: Theme = currentTheme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  remember('theme', theme);
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  if (theme === 'dark' || theme === 'light') return theme;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** A browser that keeps nothing for this page throws: the choice then lasts as long as the page. */
function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch (error) {
    console.info('This browser does not keep preferences:', error);
  }
}
