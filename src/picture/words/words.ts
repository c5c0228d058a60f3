import type { Language } from '../../domain/language.ts';
import type { AidPicture, MapConfirmation, MapKind, Visit } from '../../domain/picture.ts';
import { en } from './en.ts';
import { uk } from './uk.ts';

export type AidStatus = AidPicture['panels'][number]['rows'][number]['bars'][number]['status'];

/** Every word that pictures add to what they are given, and the words of their alternative texts. */
export interface PictureWords {
  readonly map: {
    readonly kind: Readonly<Record<MapKind, string>>;
    readonly confirmation: Readonly<Record<MapConfirmation, string>>;
    /** In the legend: a symbol with a dotted ring. */
    readonly area: string;
    /** In the legend: the number beside a symbol. */
    readonly several: string;
    /** In the legend: the number behind the last symbol of a place. */
    readonly more: string;
    /** In the legend: the number behind a place's name. */
    readonly nearby: string;
    /** In the legend: a dashed line. */
    readonly disputed: string;
    readonly nobody: string;
    readonly km: (n: string) => string;
    /** Whose the borders and names are; their licence asks for it. */
    readonly credit: string;
    readonly none: string;
  };
  readonly aid: {
    readonly status: Readonly<Record<AidStatus, string>>;
    readonly furtherDonors: (n: number) => string;
    readonly otherCurrencies: (codes: string) => string;
    readonly withoutSum: (n: number) => string;
    readonly none: string;
  };
  readonly counts: {
    readonly furtherGivers: (n: number) => string;
    readonly none: string;
  };
  readonly visits: {
    readonly status: Readonly<Record<Visit['status'], string>>;
    readonly about: string;
    readonly today: string;
    readonly furtherVisitors: (n: number) => string;
    readonly none: string;
  };
  readonly alt: {
    /** Introduce what the picture shows; each ends in a full stop. */
    readonly map: (title: string) => string;
    readonly aid: (title: string) => string;
    readonly counts: (title: string, unit: string) => string;
    readonly visits: (title: string) => string;
    readonly events: (n: number, places: number) => string;
    readonly furtherPlaces: (n: number) => string;
    readonly furtherFigures: (n: number) => string;
    readonly furtherVisits: (n: number) => string;
    readonly around: (date: string) => string;
  };
}

const IN_LANGUAGE: Readonly<Record<Language, PictureWords>> = { en, uk };

export const pictureWords = (language: Language): PictureWords => IN_LANGUAGE[language];
