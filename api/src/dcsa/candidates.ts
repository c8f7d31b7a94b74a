import { oceanBillVariants } from 'graph-schema/codes/ocean-bill';
import { compactBounded } from 'graph-schema/codes/outcome';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { EventFilter, TextFilter } from './query.ts';

/** The keys under which the graph knows a number that a filter names; null: the filter names no number. */
export function keysOf(name: TextFilter, text: string): IdentifierKey[] | null {
  const number = compactBounded(text);
  switch (name) {
    case 'carrierBookingReference':
      return [`BOOKING:${number}`];
    case 'transportDocumentReference':
      return [...oceanBillVariants(number).map((bill): IdentifierKey => `MASTER_BILL:${bill}`), `HOUSE_BILL:${number}`]; // prettier-ignore
    case 'equipmentReference':
      return [`CONTAINER:${number}`];
    default:
      return null;
  }
}

/** Of each filter that names numbers their keys. */
export function keysNamed({ texts }: EventFilter): IdentifierKey[][] {
  return Object.entries(texts).flatMap(([name, list]) => {
    const keys = list.flatMap((text) => keysOf(name as TextFilter, text) ?? []);
    return keys.length > 0 ? [keys] : [];
  });
}

/** Nothing that was received before is asked for, epoch milliseconds; null: everything is. */
export function sinceOf({ created }: EventFilter): number | null {
  const froms = created.flatMap(({ operator, at }) => (operator.startsWith('l') ? [] : [at]));
  return froms.length > 0 ? Math.max(...froms) : null;
}
