import type { PageItem } from 'graph-schema/cypher/search/page-summaries';
import { splitKey, type Identifier, type IdentifierKey } from 'graph-schema/domain/identifier';
import { listOrderOf, type ListDate } from 'graph-schema/domain/summary/list-order';
import { summaryFor, type OwnSummaries } from 'graph-schema/domain/summary/own-summary';
import { summaryOf, type ShipmentSummary } from 'graph-schema/domain/summary/summary';
import type { ShipmentView } from '../journey/shipment-view.ts';

/** A shipment as lists show it: as it was derived last, or of what is seen of it where that is not all. */
export interface ListedShipment {
  readonly id: string;
  readonly title: Identifier;
  readonly summary: ShipmentSummary;
  readonly containers: readonly string[];
  readonly order: Readonly<Record<ListDate | 'changedAt', number | null>>;
  /** The instant looked back at, epoch milliseconds; null: now. */
  readonly asOf: number | null;
}

const BOX = 'CONTAINER:';

/** `key`: of whoever has limits of its own; null: as by those for everybody. */
export function listedShipment([id, , title, summary, facets, order, own]: PageItem, key: string | null): ListedShipment {
  return {
    id,
    title: splitKey(title as IdentifierKey),
    summary: summaryFor(JSON.parse(summary) as ShipmentSummary, JSON.parse(own ?? '{}') as OwnSummaries, key),
    containers: facets.filter((term) => term.startsWith(BOX)).map((term) => term.slice(BOX.length)),
    order,
    asOf: null,
  };
} // prettier-ignore

/** For whoever does not see all, and of an instant: derived from what is seen alone. */
export function listedOf(
  { id, facts, journey }: ShipmentView,
  order: ListedShipment['order'] = listOrderOf(facts, journey),
): ListedShipment {
  return {
    id,
    title: splitKey(facts.anchor),
    summary: summaryOf(journey),
    containers: [...new Set(facts.cycles.map(({ container }) => container))],
    order,
    asOf: journey.asOf ?? null,
  };
}
