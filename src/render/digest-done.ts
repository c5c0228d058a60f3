import type { DigestRefusal } from '../domain/digest-view.ts';
import type { Language } from '../domain/language.ts';
import type { Page } from '../domain/page.ts';
import { paragraph, title } from './blocks.ts';
import { clip } from './cut.ts';
import { digestAction } from './digest-action.ts';
import { aboutWords, listButton, type NamedDigest } from './digest-card.ts';
import { messagesIn } from './messages/in-language.ts';
import { timetableFaultWords, timetableWords } from './schedule-words.ts';

/** Asks whether a digest is to be removed after all. */
export function renderDigestRemoval(named: NamedDigest, language: Language): Page {
  const { removal: words, button, title: titleOf } = messagesIn(language).digest;
  const { id, timetable } = named.view.digest;
  const what = `${aboutWords(named.view.digest, named.names, language)}, ${timetableWords(timetable, language)}`;
  const blocks = [title(titleOf(id)), paragraph(what), paragraph(words.ask), paragraph(words.kept)];
  const confirm = { action: digestAction({ kind: 'confirm', id }), label: button.confirm, look: 'primary' } as const;
  const back = { action: digestAction({ kind: 'show', id }), label: button.back, look: 'secondary' } as const;
  return { language, tone: 'quiet', blocks, actions: [[confirm, back]] };
}

export function renderDigestRemoved(id: string, language: Language): Page {
  const blocks = [paragraph(messagesIn(language).digest.done.removed(id))];
  return { language, tone: 'neutral', blocks, actions: [[listButton(language)]] };
}

/** Why something was not done to a digest. */
export function digestRefusalWords(refusal: DigestRefusal, language: Language): string {
  const { refusal: words, how } = messagesIn(language).digest;
  switch (refusal.kind) {
    case 'timetable':
      return timetableFaultWords(refusal.fault, language);
    case 'too-many':
      return words['too-many'](refusal);
    case 'no-subject':
      return words['no-subject'](refusal.queries.map((query) => clip(query)).join(', '));
    case 'unfit':
      return words.unfit(how[refusal.how]);
    default:
      return words[refusal.kind];
  }
}
