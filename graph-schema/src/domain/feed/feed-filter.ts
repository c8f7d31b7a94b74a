import type { EventCode } from '../event-code.ts';
import type { ExceptionKind } from '../exceptions/exception.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { Phase } from '../journey/phase.ts';
import type { SummaryChange, SummaryPart } from '../summary/summary-change.ts';
import type { FeedKind } from './feed-entry.ts';

/** Which entries somebody wants; a list that is left out asks for all. */
export interface FeedFilter {
  /** Which shipments: by id, also by one that was merged into it, or by a number that leads to it. Any of both. */
  readonly shipments?: readonly string[] | null;
  readonly numbers?: readonly IdentifierKey[] | null;
  /** Or by standing in a watch list, whose contents (`watched`) are looked up whenever the feed is read; without them it holds nothing. */
  readonly watchList?: string | null;
  readonly watched?: WatchedNames;
  readonly kinds?: readonly FeedKind[] | null;
  /** What an entry tells of. Any of the three below; what opens, closes or replaces a shipment always passes. */
  readonly codes?: readonly EventCode[] | null;
  readonly phases?: readonly Phase[] | null;
  readonly exceptions?: readonly ExceptionKind[] | null;
  readonly parts?: readonly SummaryPart[] | null;
}

/** What stands in a watch list: ids of shipments as they are now, and numbers in every way that they can be read. */
export interface WatchedNames {
  readonly shipments: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/** What a filter looks at. */
export interface Filtered {
  readonly shipment: string;
  readonly kind: FeedKind;
  readonly codes: readonly EventCode[];
  readonly derived: SummaryChange | null;
}

/** By what a shipment is meant: itself, what was merged into it, its papers and boxes. */
export interface ShipmentNames {
  readonly aliases: readonly string[];
  readonly numbers: readonly string[];
}

export function isWanted(entry: Filtered, names: ShipmentNames, filter: FeedFilter): boolean {
  const { kind, shipment } = entry;
  if (filter.kinds && !filter.kinds.includes(kind)) return false;
  if (!isMeant(shipment, names, filter)) return false;
  return kind === 'VISIBLE' || kind === 'HIDDEN' || kind === 'MERGED_INTO' || tellsOf(entry, filter);
}

function isMeant(shipment: string, { aliases, numbers }: ShipmentNames, filter: FeedFilter): boolean {
  if (!filter.shipments && !filter.numbers && !filter.watchList) return true;
  const isNamed = filter.shipments?.some((id) => id === shipment || aliases.includes(id)) ?? false;
  if (isNamed || (filter.numbers?.some((key) => numbers.includes(key)) ?? false)) return true;
  const { watched } = filter;
  if (!watched) return false;
  return (
    [shipment, ...aliases].some((id) => watched.shipments.has(id)) ||
    numbers.some((key) => watched.numbers.has(key))
  );
}

function tellsOf({ codes, derived }: Filtered, filter: FeedFilter): boolean {
  if (!filter.codes && !filter.phases && !filter.exceptions && !filter.parts) return true;
  const parts = derived?.parts ?? [];
  return (
    codes.some((code) => filter.codes?.includes(code)) ||
    parts.some((part) => filter.parts?.includes(part)) ||
    (parts.includes('phase') && derived?.now?.phase !== undefined && (filter.phases?.includes(derived.now.phase) ?? false)) ||
    (derived?.of?.some(({ kind }) => filter.exceptions?.includes(kind)) ?? false)
  );
} // prettier-ignore
