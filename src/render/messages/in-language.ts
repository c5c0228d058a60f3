import type { Language } from '../../domain/language.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';
import { uk } from './uk.ts';

const ALL: Readonly<Record<Language, Messages>> = { en, uk };

export const messagesIn = (language: Language): Messages => ALL[language];
