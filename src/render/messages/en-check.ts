import type { CheckMessages } from './check-messages.ts';

export const enCheck: CheckMessages = {
  intro:
    'Each statement with what the sources in this store say to it. Only what stands after “Read as” was compared; whether a statement is true is not for this bot to say.',
  isCut: 'The message is longer than what is looked at: its end was left out.',
  noText: 'There are no words in this message that could be checked.',
  read: 'Read as',
  readUnsurely: 'Read, though not surely, as',
  stance: {
    supports: 'Supported by',
    claims: 'Supported, but only as a speaker’s word, by',
    mixed: 'Supported by some, disputed by others',
    disputes: 'Disputed by',
    partly: 'Agrees in part',
  },
  uncovered: 'Not covered: no source in this store tells of this. That does not mean that it is not so.',
  unreadNear: 'Not compared: what it says could not be read. In similar words sources tell:',
  unread: 'Not covered, as far as it could be read.',
  differs: (parts) => `the sources say something else: ${parts}`,
  open: (parts) => `the sources do not say ${parts}`,
  ifSo: 'if the statement is read rightly',
  noDay: 'the statement gives no day',
  wording: 'only in the article’s own words, which were not read surely',
  part: {
    what: 'what exactly happened',
    who: 'who it was',
    whom: 'to or with whom',
    where: 'where exactly',
    when: 'on which day',
    number: 'how much or how many',
    object: 'which things exactly',
    stage: 'how far it has come',
    polarity: 'whether it is so',
    speaker: 'that the same speaker says it',
  },
};
