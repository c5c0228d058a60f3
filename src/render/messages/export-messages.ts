/** Words of an answer as a file. */
export interface ExportMessages {
  readonly records: (n: number) => string;
  /** Records that the file has no room for. */
  readonly leftOut: (n: number) => string;
  /** There are more events than are looked up. */
  readonly best: (events: number) => string;
  readonly event: (id: string) => string;
  /** No answer that is asked for in one way has all these filters. */
  readonly noForm: string;
  /** Neither a question nor an answer is named, or both. */
  readonly nothingAsked: string;
  readonly both: string;
}
