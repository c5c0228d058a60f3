import type { Language } from '../domain/language.ts';
import type { Page, Rich } from '../domain/page.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { item, paragraph, title } from './blocks.ts';
import type { CommandMessages } from './messages/command-messages.ts';
import { messagesIn } from './messages/in-language.ts';

export interface SettingsView {
  readonly settings: GuildSettings;
  /** What the default place is called; null where none is set. */
  readonly placeName: string | null;
  /** What was just done, if anything. */
  readonly done: 'saved' | 'cleared' | null;
}

/** A server's settings, each with what stands in for it where none is chosen. */
export function renderSettings(view: SettingsView, language: Language): Page {
  const words = messagesIn(language).command.settings;
  return {
    language,
    tone: 'neutral',
    actions: [],
    blocks: [
      title(words.title),
      ...(view.done ? [paragraph(words[view.done])] : []),
      ...rowsOf(view, language, words).map(([name, value]) => item([{ text: `${name}: `, style: 'bold' }, ...value])),
    ],
  };
}

type Words = CommandMessages['settings'];

function rowsOf(view: SettingsView, language: Language, words: Words): readonly (readonly [string, Rich])[] {
  const { settings, placeName } = view;
  const { topic, everything } = messagesIn(language).brief;
  const about = settings.about ?? 'everything';
  return [
    [words.place, [{ text: placeName ?? words.unset }]],
    [words.about, [{ text: about === 'everything' ? everything : topic[about] }]],
    [words.language, [{ text: settings.language ? words.languages[settings.language] : words.byReader }]],
    [words.zone, [{ text: settings.zone ?? words.unset }]],
    [words.privacy, [{ text: settings.private ? words.privateAnswers : words.publicAnswers }]],
    [words.pictures, [{ text: words.onOrOff[settings.pictures ?? 'on'] }]],
    [words.sources, [{ text: messagesIn(language).trust.limits[settings.sources ?? 'all'] }]],
    [words.channel, channelOf(settings.moderatorChannelId, words)],
    [words.fourEyes, [{ text: words.fourEyesWords[settings.fourEyes ? 'on' : 'off'] }]],
    [words.roles, rolesOf(settings.moderatorRoleIds ?? [], words)],
  ];
}

const channelOf = (id: string | undefined, words: Words): Rich =>
  id === undefined ? [{ text: words.unset }] : [{ text: id, style: 'channel' }];

function rolesOf(ids: readonly string[], words: Words): Rich {
  if (ids.length === 0) return [{ text: words.managersOnly }];
  return ids.flatMap((id, at): Rich => [...(at === 0 ? [] : [{ text: ', ' }]), { text: id, style: 'role' }]);
}
