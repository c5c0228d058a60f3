import type { Language } from '../domain/language.ts';
import type { Action, Block, Page, Rich } from '../domain/page.ts';
import { roleOf, type Track } from '../domain/track.ts';
import type { TrackView, TrackWarning } from '../domain/track-view.ts';
import { item, paragraph, title } from './blocks.ts';
import { aboutWords } from './digest-card.ts';

import { messagesIn } from './messages/in-language.ts';
import { timeWords } from './schedule-words.ts';
import { type TrackAction, trackAction } from './track-action.ts';

/** A track with what its subject is called, in the reader's language. */
export interface NamedTrack {
  readonly view: TrackView;
  readonly name: string;
}

/** What is only not known is no problem yet. */
const UNKNOWN: ReadonlySet<TrackWarning['kind']> = new Set(['unchecked', 'unanswered']);

/** A track with all that was chosen for it, and what keeps its alerts from coming. @param notes what to say before all else */
export function renderTrackCard(named: NamedTrack, notes: readonly string[], language: Language): Page {
  const { track, warnings } = named.view;
  const words = messagesIn(language).track;
  const isTroubled = track.state === 'closed' || warnings.some(({ kind }) => !UNKNOWN.has(kind));
  return {
    language,
    tone: isTroubled ? 'problem' : 'neutral',
    blocks: [
      title(words.title(track.id)),
      ...notes.map(paragraph),
      ...(track.state === 'active' ? [] : [paragraph(words.state[track.state])]),
      ...warnings.map((warning) => trackWarning(warning, language)),
      ...factsOf(named, language).map(([name, value]) => item([{ text: `${name}: `, style: 'bold' }, ...value])),
    ],
    actions: actionsOf(track, language),
  };
}

export function trackWarning(warning: TrackWarning, language: Language): Block {
  const { track, digest } = messagesIn(language);
  const words =
    warning.kind === 'no-right'
      ? track.warning['no-right'](warning.rights.map((right) => digest.right[right]).join(', '))
      : track.warning[warning.kind];
  return paragraph(`⚠ ${words}`);
}

type Fact = readonly [name: string, value: Rich];
const said = (name: string, text: string): Fact => [name, [{ text }]];

function factsOf({ view: { track }, name }: NamedTrack, language: Language): readonly Fact[] {
  const { track: words, digest, trust, command } = messagesIn(language);
  const { fact } = words;
  const roleId = roleOf(track);
  return [
    [fact.to, destinationRuns(track, language)],
    said(fact.about, aboutWords(track, [name], language)),
    said(fact.origins, digest.originsAtLeast(track.origins)),
    ...(track.confirmedOnly ? [said(fact.confirmed, words.confirmedOnly)] : []),
    said(fact.quiet, quietWords(track, language)),
    said(fact.most, words.perDay(track.perDay)),
    said(fact.sources, trust.limits[track.sources]),
    said(fact.language, command.settings.languages[track.language]),
    ...(roleId === null ? [] : [[fact.role, [{ text: roleId, style: 'role' }]] as const]),
  ];
}

/** Where its alerts come. */
export const destinationRuns = ({ to }: Track, language: Language): Rich =>
  to.kind === 'channel' ? [{ text: to.channelId, style: 'channel' }] : [{ text: messagesIn(language).track.direct }];

function quietWords({ quiet, zone }: Track, language: Language): string {
  const words = messagesIn(language).track;
  return quiet === null ? words.noQuiet : words.quietHours(timeWords(quiet.from), timeWords(quiet.to), zone);
}

function actionsOf({ id, state }: Track, language: Language): Page['actions'] {
  const { button } = messagesIn(language).track;
  const turn = state === 'active' ? 'pause' : 'resume';
  return [[to({ kind: turn, id }, button[turn]), to({ kind: 'remove', id }, button.remove), tracksButton(language)]];
}

const to = (action: TrackAction, label: string, look: Action['look'] = 'secondary'): Action => {
  return { action: trackAction(action), label, look };
};

export const tracksButton = (language: Language): Action =>
  to({ kind: 'list', page: 1 }, messagesIn(language).track.button.list);
