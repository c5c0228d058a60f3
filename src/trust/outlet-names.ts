import { fold } from '../ingest/fold.ts';
import { type Outlet, outletOfHost, outletsByDomain } from '../ingest/outlets.ts';

/** Finds outlets by what articles and sources call their publishers. */
export interface OutletNames {
  /** One name for all that a publisher goes by: the outlet's, else the publisher's own, folded. */
  readonly nameOf: (publisher: string) => string;
  /** The outlet to whose site an address belongs; null: none that is known. */
  readonly atAddress: (url: string) => string | null;
}

export function outletNames(outlets: readonly Outlet[]): OutletNames {
  const index = { byDomain: outletsByDomain(outlets) };
  const names = new Map(
    outlets.toReversed().flatMap(({ name, aliases }) => [...aliases, name].map((each) => [fold(each), name] as const)),
  );
  return {
    nameOf: (publisher) => names.get(fold(publisher)) ?? fold(publisher),
    atAddress: (url) => (URL.canParse(url) ? (outletOfHost(index, new URL(url).hostname)?.name ?? null) : null),
  };
}
