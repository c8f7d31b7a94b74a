import DataLoader from 'dataloader';
import { seeAsOf } from '../../access/see-as-of.ts';
import type { Seeing } from '../../access/see-shipment.ts';
import { AsOfError } from '../../errors.ts';
import type { ShipmentView } from '../shipment-view.ts';
import { byHalves, requestBudget } from './by-halves.ts';

/** A shipment by public id, looked back at from an instant in epoch milliseconds. */
export interface ShipmentThen {
  readonly id: string;
  readonly at: number;
}

export type ThenLoader = DataLoader<ShipmentThen, ShipmentView | null, string>;

/** Shipments of one instant are looked back at together, or by halves where that is too much. */
export function thenLoader(seeing: Seeing): ThenLoader {
  const budget = requestBudget();
  return new DataLoader<ShipmentThen, ShipmentView | null, string>(
    async (asked) => {
      const answers = new Map<ShipmentThen, ShipmentView | AsOfError | null>();
      for (const at of new Set(asked.map((one) => one.at))) {
        const group = asked.filter((one) => one.at === at);
        const ids = group.map(({ id }) => id);
        const found = await byHalves(ids, (some) => seeAsOf(seeing, some, at), budget).catch(
          (error: unknown) => {
            if (!(error instanceof AsOfError)) throw error;
            return ids.map(() => error);
          },
        );
        for (const [index, one] of group.entries()) answers.set(one, found[index] ?? null);
      }
      return asked.map((one) => answers.get(one) ?? null);
    },
    { cacheKeyFn: ({ id, at }) => `${at} ${id}` },
  );
}
