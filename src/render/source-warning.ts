import type { Language } from '../domain/language.ts';
import { StubReason } from '../domain/page-text.ts';
import type { Warning } from '../domain/probe.ts';
import { clip } from './cut.ts';
import { dayWords } from './date-words.ts';
import { failureTold } from './failure-words.ts';
import { languageName } from './language-name.ts';
import { messagesIn } from './messages/in-language.ts';

const MOST_OUTLETS = 5;

/** What a warning means and what to do about it. */
export function warningWords(warning: Warning, language: Language): string {
  const { warning: words } = messagesIn(language).source;
  const write = words[warning.kind] as (warning: Warning, of: string) => string;
  return write(shortened(warning), detailOf(warning, language));
}

/** What comes from outside is cut, so that the words around it are read. */
function shortened(warning: Warning): Warning {
  if (warning.kind === 'syndicated')
    return { ...warning, outlets: warning.outlets.slice(0, MOST_OUTLETS).map((outlet) => clip(outlet, 60)) };
  return warning.kind === 'moved' ? { ...warning, to: clip(warning.to, 200) } : warning;
}

function detailOf(warning: Warning, language: Language): string {
  switch (warning.kind) {
    case 'stub':
      return stubWords(warning.why, language);
    case 'summaries-only':
      return warning.failure === null ? '' : failureTold(warning.failure, false, language).what;
    case 'unsupported-language':
      return languageName(warning.language, language);
    case 'stale':
      return dayWords(warning.newestAtMs, language);
    default:
      return '';
  }
}

function stubWords(why: string, language: Language): string {
  const known = StubReason.safeParse(why);
  return known.success ? messagesIn(language).source.stub[known.data] : clip(why);
}
