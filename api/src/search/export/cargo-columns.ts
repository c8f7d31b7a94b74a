import { goodsOf } from 'graph-schema/domain/journey/goods';
import { partiesOf } from 'graph-schema/domain/journey/parties';
import type { PartyRole } from 'graph-schema/domain/tracking-event';
import type { ShipmentView } from '../../journey/shipment-view.ts';
import type { Cell } from './columns.ts';
import type { Words } from './words.ts';

/** What a list does not keep: it is read of each shipment, as far as whoever takes the table sees it. */
export type CargoView = Pick<ShipmentView, 'facts'>;

interface CargoColumn {
  readonly head: Words;
  readonly width: number;
  readonly cell: (view: CargoView) => Cell;
}

const BETWEEN = '; ';

/** Everybody whom a word that stands names in a role, by name, else by number. */
function named({ facts }: CargoView, role: PartyRole): Cell {
  const names = partiesOf(facts).flatMap((one) => (one.role === role ? (one.name ?? one.ids[0]?.code ?? []) : []));
  return [...new Set(names)].join(BETWEEN) || null;
} // prettier-ignore

/** What is said of the whole, and not of one box or of another paper, last. */
function whole({ facts }: CargoView) {
  return goodsOf(facts).find(({ subject }) => subject === null || subject === facts.anchor) ?? null;
}

export const CARGO_COLUMNS: readonly CargoColumn[] = [
  { head: ['Consignor', '发货人'], width: 30, cell: (view) => named(view, 'CONSIGNOR') },
  { head: ['Consignee', '收货人'], width: 30, cell: (view) => named(view, 'CONSIGNEE') },
  { head: ['Declarant', '申报单位'], width: 30, cell: (view) => named(view, 'DECLARANT') },
  {
    head: ['Goods', '品名'],
    width: 40,
    cell: ({ facts }) => {
      const told = goodsOf(facts).flatMap(({ lines }) => lines.flatMap(({ description }) => description ?? []));
      return [...new Set(told)].join(BETWEEN) || null;
    },
  },
  { head: ['Packages', '件数'], width: 12, cell: (view) => whole(view)?.pieces ?? null },
  { head: ['Gross weight (kg)', '毛重 (kg)'], width: 14, cell: (view) => whole(view)?.grossKg ?? null },
]; // prettier-ignore

/** Of a shipment that is not seen any more, nothing. */
export function cargoCells(view: CargoView | null): Cell[] {
  return CARGO_COLUMNS.map(({ cell }) => view && cell(view));
}
