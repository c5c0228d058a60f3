/** What moderators are told of a source without having asked. Names, instants and failures arrive in words. */
export interface NoticeMessages {
  readonly failing: (name: string) => string;
  readonly failingSince: (instant: string) => string;
  /** That it goes on being tried, and what answers say meanwhile. */
  readonly failingNext: string;
  readonly recovered: (name: string) => string;
  readonly recoveredFrom: (since: string, at: string) => string;
  readonly gone: (name: string) => string;
  readonly goneNext: string;
  readonly request: (name: string) => string;
  readonly requestNext: string;
}
