import type { Brief } from '../domain/brief.ts';
import type { PictureSpec } from '../domain/picture.ts';
import { backingSources } from './backing-sources.ts';
import { askedSpanWords } from './brief-header.ts';
import { numberWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { titleWords } from './subject-words.ts';

type Frame = Pick<PictureSpec, 'theme' | 'language' | 'title' | 'subtitle' | 'source'>;

/** What stands around every picture of an answer. Dark, as most see Discord. */
export function pictureFrame(brief: Brief): Frame {
  const { language } = brief.question;
  const { command, brief: words } = messagesIn(language);
  const articles = backingSources(brief).length;
  return {
    theme: 'dark',
    language,
    title: titleWords(brief),
    subtitle: askedSpanWords(brief) ?? '',
    source: [command.articles(numberWords(articles, language), articles), words.answer(brief.id)].join(' · '),
  };
}
