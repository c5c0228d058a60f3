import type { Answer, Call } from '../command.ts';
import type { Config } from '../config.ts';
import { DISCORD_PAGE_LIMITS } from '../deliver/message.ts';
import type { Language } from '../domain/language.ts';
import type { PageLimits } from '../domain/page.ts';
import { OPERATOR } from '../domain/scope.ts';
import { createDrawing } from '../picture/thread.ts';
import { DATA_FOLDER } from '../place.ts';
import { type Outcome, said } from './outcome.ts';
import { type Printing, printPage } from './print-page.ts';

export const FORMATS = ['text', 'json', 'discord'] as const;
export type Format = (typeof FORMATS)[number];

/** A terminal scrolls: everything stands on one page. */
const TERMINAL_LIMITS: PageLimits = {
  budget: Number.MAX_SAFE_INTEGER,
  glance: Number.MAX_SAFE_INTEGER,
  blocks: Number.MAX_SAFE_INTEGER,
  costOf: () => 1,
};

/**
 * An answer as text, as data, or as the message that Discord would get.
 */
export async function printed(
  { page, data }: Answer,
  format: Format,
  { pictures, output }: Pick<Printing, 'pictures' | 'output'>,
  { MAP_DISPUTED: disputed }: Pick<Config, 'MAP_DISPUTED'>,
): Promise<Outcome> {
  if (format === 'json') return { out: said(JSON.stringify(data ?? page, null, 2)), err: '', status: 0 };
  return printPage(page, { format, pictures, output, draw: createDrawing({ dataDir: DATA_FOLDER, disputed }) });
}

/** The operator, at a terminal. */
export function terminalCall(language: Language, format: Format, nowMs: number): Call {
  return {
    ref: 'cli',
    userId: 'cli',
    guildId: null,
    channelId: null,
    locale: language,
    scope: OPERATOR,
    nowMs,
    language,
    isModerator: true,
    limits: format === 'discord' ? DISCORD_PAGE_LIMITS : TERMINAL_LIMITS,
  };
}
