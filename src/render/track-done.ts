import type { Language } from '../domain/language.ts';
import type { Page } from '../domain/page.ts';
import type { TrackRefusal } from '../domain/track-view.ts';
import { paragraph, title } from './blocks.ts';
import { aboutWords } from './digest-card.ts';
import { messagesIn } from './messages/in-language.ts';
import { timetableFaultWords } from './schedule-words.ts';
import { trackAction } from './track-action.ts';
import { type NamedTrack, tracksButton } from './track-card.ts';

/** Asks whether a track is to be removed after all. */
export function renderTrackRemoval({ view: { track }, name }: NamedTrack, language: Language): Page {
  const { removal, button, title: titleOf } = messagesIn(language).track;
  const { id } = track;
  const blocks = [title(titleOf(id)), paragraph(aboutWords(track, [name], language)), paragraph(removal)];
  const confirm = { action: trackAction({ kind: 'confirm', id }), label: button.confirm, look: 'primary' } as const;
  const back = { action: trackAction({ kind: 'show', id }), label: button.back, look: 'secondary' } as const;
  return { language, tone: 'quiet', blocks, actions: [[confirm, back]] };
}

export function renderTrackRemoved(id: string, language: Language): Page {
  const blocks = [paragraph(messagesIn(language).track.done.removed(id))];
  return { language, tone: 'neutral', blocks, actions: [[tracksButton(language)]] };
}

/** Why something was not done to a track. */
export function trackRefusalWords(refusal: TrackRefusal, language: Language): string {
  const { refusal: words } = messagesIn(language).track;
  switch (refusal.kind) {
    case 'no-zone':
      return timetableFaultWords(refusal, language);
    case 'too-many':
      return words['too-many'][refusal.whose](refusal.limit);
    default:
      return words[refusal.kind];
  }
}
