import type { Language, Localised } from '../domain/language.ts';
import type { Block, Page } from '../domain/page.ts';
import { heading, item, paragraph, title } from './blocks.ts';
import { messagesIn } from './messages/in-language.ts';

/** A command as the help names it. */
export interface HelpEntry {
  readonly name: string;
  readonly nameUk: string;
  readonly description: Localised;
}

/** How to ask, how to read an answer, and what other commands there are. */
export function renderHelp(entries: readonly HelpEntry[], language: Language): Page {
  const words = messagesIn(language).command.help;
  const command = (text: string, meaning: string): Block => item([{ text, style: 'code' }, { text: `: ${meaning}` }]);
  return {
    language,
    tone: 'neutral',
    actions: [],
    blocks: [
      title(words.title),
      paragraph(words.intro),
      ...words.examples.map(([text, meaning]) => command(text, meaning)),
      heading(words.reading),
      ...words.readingLines.map((text) => item([{ text }])),
      heading(words.commands),
      ...entries.map((entry) =>
        command(`/${language === 'uk' ? entry.nameUk : entry.name}`, entry.description[language]),
      ),
    ],
  };
}
