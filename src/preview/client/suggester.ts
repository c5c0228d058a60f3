import type { OptionSpec, Suggestion } from '../../command.ts';
import { suggest } from './api.ts';
import type { Target } from './command-line.ts';
import { currentLanguage } from './preferences.ts';
import { textOf } from './texts.ts';

/** Pause in typing after which the server is asked. */
const PAUSE_MS = 120;

export interface Suggester {
  /** Finds what fits an option's field and hands it on, unless something else was asked or it was cancelled meanwhile. */
  readonly ask: (
    target: Target,
    option: OptionSpec,
    typed: string,
    use: (found: readonly Suggestion[]) => void,
  ) => void;
  readonly cancel: () => void;
}

export function createSuggester(): Suggester {
  let latest = new AbortController();
  const cancel = (): void => {
    latest.abort();
    latest = new AbortController();
  };
  const ask: Suggester['ask'] = (target, option, typed, use) => {
    cancel();
    const { signal } = latest;
    if (option.type === 'string' && option.autocomplete)
      void askServer(target, option, typed, signal).then((found) => signal.aborted || use(found));
    else use(localChoices(option, typed));
  };
  return { ask, cancel };
}

/** Suggestions are a help: without them the command can still be typed and sent. */
async function askServer(
  target: Target,
  option: OptionSpec,
  typed: string,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  try {
    if (typed !== '') await pause(PAUSE_MS, signal);
    const asked = await suggest({ name: target.name, option: option.name, typed, locale: currentLanguage() }, signal);
    return asked.suggestions;
  } catch (error) {
    if (!signal.aborted) console.info('No suggestions:', error);
    return [];
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function localChoices(option: OptionSpec, typed: string): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return everyChoice(option).filter(
    ({ name, value }) => name.toLowerCase().includes(wanted) || value.toLowerCase().startsWith(wanted),
  );
}

function everyChoice(option: OptionSpec): readonly Suggestion[] {
  if (option.type === 'boolean') {
    return [
      { name: textOf('yes'), value: 'true' },
      { name: textOf('no'), value: 'false' },
    ];
  }
  const choices = option.type === 'string' ? (option.choices ?? []) : [];
  return choices.map(({ name, value }) => ({ name: name[currentLanguage()], value }));
}
