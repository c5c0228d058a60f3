import type { Brief } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import type { Mistake } from '../domain/mistake.ts';
import type { Scope } from '../domain/scope.ts';
import type { ClaimStore } from '../store/contract.ts';
import type { CorrectionStore } from '../store/correction-contract.ts';
import type { MistakeStore } from '../store/mistake-contract.ts';
import type { PrintedStore } from '../store/printed-contract.ts';

export interface CorrectionPorts {
  readonly claims: Pick<ClaimStore, 'uncorrected' | 'whole' | 'texts'>;
  readonly store: CorrectionStore;
  readonly mistakes: MistakeStore;
  /** How far corrections have come in the messages of a server, or of all. */
  readonly travelled: PrintedStore['travelled'];
  /** What the names in claims are called. */
  readonly labelsOf: (claims: readonly Claim[]) => Promise<Brief['labels']>;
  /** What is printed of an excerpt. */
  readonly excerptOf: (claim: Claim, text: string | undefined) => string | undefined;
  /** An answer that is still kept. */
  readonly recall: (id: string, scope: Scope) => Promise<Brief | null>;
  /** Values come back as JSON leaves them. */
  readonly proposals: {
    readonly get: (id: string) => Promise<unknown>;
    readonly set: (id: string, value: unknown, ttlMs: number) => Promise<unknown>;
    readonly delete: (id: string) => Promise<unknown>;
  };
  /** @returns whether there is a channel of moderators and they were told there */
  readonly tell: (mistake: Mistake) => Promise<boolean>;
  /** A new one each time. */
  readonly newId: () => string;
  /** Told what failed without anybody waiting for it. */
  readonly report: (error: unknown) => void;
}
