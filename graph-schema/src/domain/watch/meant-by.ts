import type { IdentifierKey } from '../identifier.ts';

/** A shipment that a number leads to. */
export interface Hit {
  readonly shipment: string | null;
  readonly anchor: string | null;
  /** Epoch milliseconds at which the use of the box began; null for a paper. */
  readonly from: number | null;
}

/**
 * What comes before a hit of a followed number: who follows a paper means the cargo that hangs on it, and those that it also
 * covers only where there is none; who follows a box means its newest use.
 */
export function before<H extends Hit>(key: IdentifierKey, hit: H, hits: readonly H[]): H[] {
  if (key.startsWith('CONTAINER:')) return hits.filter(({ from }) => begun(from) > begun(hit.from));
  return hit.anchor === key ? [] : hits.filter(({ anchor }) => anchor === key);
}

/** The shipments that somebody means who follows a number that leads to these, each once. */
export function meantBy(key: IdentifierKey, hits: readonly Hit[]): string[] {
  const cargo = hits.filter(({ shipment }) => shipment !== null);
  const meant = cargo.filter((hit) => before(key, hit, cargo).length === 0);
  return [...new Set(meant.flatMap(({ shipment }) => shipment ?? []))];
}

function begun(from: number | null): number {
  return from ?? -Infinity;
}
