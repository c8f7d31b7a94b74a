import { listOrderOf } from 'graph-schema/domain/summary/list-order';
import type { ShipmentView } from '../journey/shipment-view.ts';
import type { ListOrdering } from './cursor.ts';
import { listedOf } from './listed-shipment.ts';
import type { Page } from './read-page.ts';

/** A shipment as somebody sees it, in the place where that puts it. */
export function seenRow(view: ShipmentView, ordering: ListOrdering): Page['items'][number] {
  const order = listOrderOf(view.facts, view.journey);
  return {
    shipment: listedOf(view, order),
    cursor: { ...ordering, value: order[ordering.sort], id: view.id, isById: false },
  };
}
