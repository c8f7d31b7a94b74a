import type { Identifier } from '../journey/shipment.graphql.ts';

/** A shipment and the number that led to it, as far as its address depends on them. */
export interface Hit {
  readonly via: Pick<Identifier, 'scheme' | 'value'>;
  readonly shipment: { readonly id: string; readonly title: Pick<Identifier, 'scheme' | 'value'> };
}

/** A reading of what was typed. */
interface Reading {
  readonly scheme: string;
  readonly value: string;
  readonly repairs: readonly string[];
}

/**
 * Where the journey of a hit is shown. The address tells by which number it was found and what was repaired, so that
 * the page can say so.
 */
export function shipmentAddress(
  { shipment, via }: Hit,
  { candidates }: { readonly candidates: readonly Reading[] },
): string {
  const path = `/shipments/${encodeURIComponent(shipment.id)}`;
  const repairs =
    candidates.find(({ scheme, value }) => scheme === via.scheme && value === via.value)?.repairs ?? [];
  if (isKnownBy({ shipment, via }) && repairs.length === 0) return path;
  const query = new URLSearchParams({ via: `${via.scheme}:${via.value}` });
  if (repairs.length > 0) query.set('repairs', repairs.join(','));
  return `${path}?${query.toString()}`;
}

/**
 * The shipment to go to without asking: the only one, or the only one that is known by this very number (a master bill
 * rather than the houses below it); where no papers are shown, so that no title says which that is, the best one. Null where
 * the asker has to choose.
 */
export function theOneMeant<T extends Hit>(hits: readonly T[]): T | null {
  const [only, another] = hits;
  if (!another) return only ?? null;
  const [named, otherNamed] = hits.filter(isKnownBy);
  if (named) return otherNamed ? null : named;
  return only && hits.every(isWithoutPapers) ? only : null;
}

/** It was asked for by a paper, and shown by its box. */
function isWithoutPapers({ shipment, via }: Hit): boolean {
  return via.scheme !== 'CONTAINER' && shipment.title.scheme === 'CONTAINER';
}

function isKnownBy({ shipment, via }: Hit): boolean {
  return via.scheme === shipment.title.scheme && via.value === shipment.title.value;
}

/** What `shipmentAddress` put into the address, or null. */
export interface FoundBy {
  readonly scheme: string;
  readonly value: string;
  readonly repairs: readonly string[];
}

export function readFoundBy(via: string | undefined, repairs: string | undefined): FoundBy | null {
  const at = via?.indexOf(':') ?? -1;
  if (!via || at < 1) return null;
  return {
    scheme: via.slice(0, at),
    value: via.slice(at + 1, at + 61),
    repairs: repairs ? repairs.split(',').slice(0, 6) : [],
  };
}
