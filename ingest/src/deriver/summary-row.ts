import type { SummaryRow } from 'graph-schema/cypher/derive/summaries';
import type { SightKey } from 'graph-schema/domain/access/asker';
import type { Facet } from 'graph-schema/domain/summary/facet';
import type { ListOrder } from 'graph-schema/domain/summary/list-order';
import type { OwnSummaries } from 'graph-schema/domain/summary/own-summary';
import { attentionOf, type ShipmentSummary } from 'graph-schema/domain/summary/summary';

/** What lists and watches need, what it is found and sorted by, and what opens it. */
export interface Derived {
  readonly summary: ShipmentSummary;
  readonly facets: readonly Facet[];
  readonly sight: readonly SightKey[];
  readonly order: ListOrder;
  /** What organisations with limits of their own read otherwise. */
  readonly own: OwnSummaries;
  /** When the answer changes by the limits of anybody, epoch milliseconds; null: only by a new fact. */
  readonly changesAt: number | null;
}

/** Never again at once, should a derivation not move beyond the instant that it was made at. */
const AGAIN_MS = 60_000;
/** A source that is heard again tells nothing of each cargo that waited for it: whether it is has to be looked at. */
const SILENT_AGAIN_MS = 5 * 60_000;

/** Where and when a shipment was derived. */
export interface DerivedAt {
  readonly id: string;
  readonly lane: number;
  /** Service time, epoch milliseconds. */
  readonly at: number;
  /** Place in the lane's feed up to which everything is known. */
  readonly seq: number;
}

/** As it is stored. */
export function summaryRow(derived: Derived, { id, lane, at, seq }: DerivedAt): SummaryRow {
  const { summary, facets, sight, order, own } = derived;
  const { phase, eta, awaits, came } = summary;
  const etaAt = eta && Date.parse(eta.time.instant);
  const isStuck = derived.changesAt !== null && derived.changesAt <= at;
  const changesAt = isStuck ? at + AGAIN_MS : nextLook(derived, at);
  const owns = Object.keys(own).length > 0 ? JSON.stringify(own) : null;
  return [id, lane, phase, etaAt, attentionOf(summary), changesAt, JSON.stringify(summary), at, seq, awaits, came, facets, sight, order, owns];
} // prettier-ignore

function nextLook({ changesAt, summary, own }: Derived, at: number): number | null {
  const open = [summary, ...Object.values(own)].flatMap(({ exceptions }) => exceptions);
  const isSilent = open.some(({ kind }) => kind === 'SILENT_SOURCE');
  const next = Math.min(changesAt ?? Infinity, isSilent ? at + SILENT_AGAIN_MS : Infinity);
  return next === Infinity ? null : Math.max(next, at + 1);
}
