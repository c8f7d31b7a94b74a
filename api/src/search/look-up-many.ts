import { classifyNumber } from 'graph-schema/codes/classify';
import type { Identifier } from 'graph-schema/domain/identifier';
import type { Context } from '../context.ts';
import { hitsOf, keyOf, type CandidateView } from './number-hits.ts';
import type { ListedShipment } from './listed-shipment.ts';

/** What one of many numbers stands for. */
export interface NumberLookup {
  readonly query: string;
  readonly candidates: readonly CandidateView[];
  readonly hits: readonly { readonly shipment: ListedShipment; readonly via: Identifier }[];
}

/** All numbers in two statements: what they lead to, and what lists show of that. */
export function lookUpMany(numbers: readonly string[], context: Context): Promise<NumberLookup[]> {
  return Promise.all(numbers.map((number) => lookUpOne(number, context)));
}

async function lookUpOne(query: string, { numbers, listed }: Context): Promise<NumberLookup> {
  const candidates = classifyNumber(query);
  const found = await Promise.all(candidates.map((candidate) => numbers.load(keyOf(candidate))));
  const { ids, top } = hitsOf(candidates, found);
  const shown = await Promise.all(top.map(async ({ id, via }) => ({ via, shipment: await listed.load(id) }))); // prettier-ignore
  const visible = shown.flatMap(({ via, shipment }) => (shipment ? [{ via, shipment }] : []));
  const open = new Set(visible.map(({ shipment }) => shipment.id));
  return {
    query,
    // That a number leads somewhere is told to whoever may go there.
    candidates: candidates.map((one, index) => ({
      ...one,
      found: (ids[index] ?? []).some((id) => open.has(id)),
    })),
    hits: visible,
  };
}
