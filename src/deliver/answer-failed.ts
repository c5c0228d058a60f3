/** An answer did not reach the platform, or was refused. */
export class AnswerFailed extends Error {
  override readonly name = 'AnswerFailed';
  /** Of HTTP; null when no answer came. */
  readonly status: number | null;
  /** Discord's own: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
  readonly code: number | string | null;
  constructor(message: string, status: number | null, code: number | string | null) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Whether the platform took nothing of an answer, and would not take it another time. */
export const isRefused = (error: unknown): boolean =>
  error instanceof AnswerFailed && error.status !== null && error.status >= 400 && error.status < 500;
