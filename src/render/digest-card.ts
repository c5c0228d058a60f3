import type { Digest } from '../domain/digest.ts';
import type { Trouble } from '../domain/digest-notice.ts';
import type { DigestView, DigestWarning } from '../domain/digest-view.ts';
import type { Language } from '../domain/language.ts';
import type { Action, Block, Page, Rich } from '../domain/page.ts';
import { item, paragraph, title } from './blocks.ts';
import { clip } from './cut.ts';
import { type DigestAction, digestAction } from './digest-action.ts';
import { lastRuns } from './digest-history.ts';
import { noticeWords } from './digest-notice.ts';
import { messagesIn } from './messages/in-language.ts';
import { runWords, timetableWords } from './schedule-words.ts';

/** A digest with what its topics are called, in the reader's language. */
export interface NamedDigest {
  readonly view: DigestView;
  /** [] where it is about everything. */
  readonly names: readonly string[];
}

/** What is only not known is no problem yet. */
const UNKNOWN: ReadonlySet<DigestWarning['kind']> = new Set(['unchecked', 'unanswered']);

/** A digest with all that was chosen for it, when it comes next, and what keeps it from coming. @param notes what to say before all else */
export function renderDigestCard(named: NamedDigest, notes: readonly string[], language: Language): Page {
  const { digest, warnings } = named.view;
  const words = messagesIn(language).digest;
  return {
    language,
    tone: warnings.some(({ kind }) => !UNKNOWN.has(kind)) ? 'problem' : 'neutral',
    blocks: [
      title(words.title(digest.id)),
      ...notes.map(paragraph),
      ...(digest.state === 'paused' ? [paragraph(words.paused)] : []),
      ...comingBlocks(named.view.coming, language),
      ...warnings.map((warning) => warningBlock(warning, language)),
      ...factsOf(named, language).map(([name, value]) => item([{ text: `${name}: `, style: 'bold' }, ...value])),
    ],
    actions: actionsOf(digest, language),
  };
}

/** How it stands with the one that moderators are shown now. */
export function comingBlocks(coming: DigestView['coming'], language: Language): readonly Block[] {
  if (coming === null) return [];
  const { comingPlanned, comingHeld, comingAt } = messagesIn(language).review;
  const { verdict, comesAtMs, slotMs, message, digest } = coming;
  const [slot = '', comes = ''] = runWords([slotMs, comesAtMs], digest.timetable.zone, language);
  const held: Rich =
    verdict?.kind === 'hold'
      ? [{ text: comingHeld(slot) }, { text: verdict.by, style: 'member' }]
      : [{ text: comingPlanned(slot, comes) }];
  const where: Rich = message === null ? [] : [{ text: comingAt }, { text: message.channelId, style: 'channel' }];
  return [{ kind: 'paragraph', rich: [...held, ...where, { text: '.' }] }];
}

export const warningBlock = (warning: DigestWarning, language: Language): Block =>
  paragraph(`⚠ ${warningWords(warning, language)}`);

function warningWords(warning: DigestWarning, language: Language): string {
  const { warning: words, right } = messagesIn(language).digest;
  if (warning.kind === 'lost') return words.lost(warning.queries.map((query) => clip(query)).join(', '));
  if (warning.kind === 'no-right') return words['no-right'](warning.rights.map((one) => right[one]).join(', '));
  if (warning.kind === 'trouble') return troubleWords(warning.trouble, language);
  return words[warning.kind];
}

function troubleWords({ notice, isTold }: Trouble, language: Language): string {
  const { trouble, untold } = messagesIn(language).digest.warning;
  return [trouble(noticeWords(notice, language)), ...(isTold ? [] : [untold])].join(' ');
}

type Fact = readonly [name: string, value: Rich];
const said = (name: string, text: string): Fact => [name, [{ text }]];

function factsOf(named: NamedDigest, language: Language): readonly Fact[] {
  const { digest } = named.view;
  const { fact, whenQuiet, originsAtLeast } = messagesIn(language).digest;
  const { command, trust } = messagesIn(language);
  return [
    [fact.channel, wayRuns(digest, language)],
    said(fact.about, aboutWords(digest, named.names, language)),
    ...timeFacts(named.view, language),
    said(fact.language, command.settings.languages[digest.language]),
    said(fact.sources, trust.limits[digest.sources]),
    said(fact.origins, originsAtLeast(digest.origins)),
    said(fact.quiet, whenQuiet[digest.whenQuiet]),
    said(fact.pictures, command.settings.onOrOff[digest.pictures ? 'on' : 'off']),
    ...choiceFacts(digest, language),
  ];
}

function wayRuns({ channelId, how }: Digest, language: Language): Rich {
  return [{ text: channelId, style: 'channel' }, { text: `, ${messagesIn(language).digest.how[how]}` }];
}

/** "Kharkiv Oblast, Odesa: Troop movements". */
export function aboutWords({ about }: Pick<Digest, 'about'>, names: readonly string[], language: Language): string {
  const { topic, everything } = messagesIn(language).brief;
  const subjects = names.map((name) => clip(name)).join(', ');
  if (subjects === '') return about === 'everything' ? everything : topic[about];
  return about === 'everything' ? subjects : `${subjects}: ${topic[about]}`;
}

function timeFacts({ digest, runs, last }: DigestView, language: Language): readonly Fact[] {
  const { fact, noRun } = messagesIn(language).digest;
  const next = runs.length === 0 ? noRun : runWords(runs, digest.timetable.zone, language).join(' · ');
  return [
    said(fact.when, timetableWords(digest.timetable, language)),
    ...(digest.state === 'paused' ? [] : [said(fact.next, next)]),
    [fact.last, lastRuns(last, digest, language)],
  ];
}

/** What only some digests have. */
function choiceFacts({ roleId, crosspost, vetoMinutes, style }: Digest, language: Language): readonly Fact[] {
  const { fact, crosspost: published, vetoBefore } = messagesIn(language).digest;
  const { prose } = messagesIn(language);
  return [
    ...(style === 'prose' ? [said(prose.style, prose.styles.prose)] : []),
    ...(roleId === null ? [] : [[fact.role, [{ text: roleId, style: 'role' }]] as const]),
    ...(crosspost ? [said(fact.crosspost, published)] : []),
    ...(vetoMinutes === null ? [] : [said(fact.veto, vetoBefore(vetoMinutes))]),
  ];
}

function actionsOf({ id, state }: Digest, language: Language): Page['actions'] {
  const { button } = messagesIn(language).digest;
  const to = (action: DigestAction, label: string, look: Action['look'] = 'secondary'): Action => {
    return { action: digestAction(action), label, look };
  };
  const turn = state === 'paused' ? 'resume' : 'pause';
  return [
    [
      to({ kind: 'preview', id }, button.preview, 'primary'),
      to({ kind: 'now', id }, button.now),
      to({ kind: turn, id }, button[turn]),
    ],
    [
      to({ kind: 'history', id, page: 1 }, button.history),
      to({ kind: 'remove', id }, button.remove),
      listButton(language),
    ],
  ];
}

export const listButton = (language: Language): Action => ({
  action: digestAction({ kind: 'list', page: 1 }),
  label: messagesIn(language).digest.button.list,
  look: 'secondary',
});
