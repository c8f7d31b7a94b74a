import { classifyNumber, type NumberCandidate } from 'graph-schema/codes/classify';
import type { Identifier } from 'graph-schema/domain/identifier';
import type { Context, NumberHit } from '../context.ts';
import { byHalves, isTooLarge, requestBudget } from '../journey/as-of/by-halves.ts';
import { TOGETHER } from '../journey/as-of/known-world.ts';
import { finderThen } from './finder.ts';
import { hitsOf, keyOf, type CandidateView } from './number-hits.ts';
import { listedOf, type ListedShipment } from './listed-shipment.ts';

/** What one of many numbers stands for. */
export interface NumberLookup {
  readonly query: string;
  readonly candidates: readonly CandidateView[];
  readonly hits: readonly { readonly shipment: ListedShipment; readonly via: Identifier }[];
  /** What it led to hangs together with too much to be looked back at, so that it has no hits. */
  readonly isPartial: boolean;
}

/** As of an instant in epoch milliseconds. A number that leads to too much by itself leads nowhere. Throws an `AsOfError`. */
export async function lookUpManyThen(
  numbers: readonly string[],
  at: number,
  context: Context,
): Promise<NumberLookup[]> {
  const lookups: NumberLookup[] = [];
  for (let start = 0; start < numbers.length; start += TOGETHER) {
    const asked = numbers.slice(start, start + TOGETHER);
    const told = await byHalves(asked, (some) => lookUpTogether(some, at, context), requestBudget());
    for (const [index, query] of asked.entries()) {
      const one = told[index];
      lookups.push(one && !isTooLarge(one) ? one : { ...lookupOf(query, classifyNumber(query), [], () => null), isPartial: true }); // prettier-ignore
    }
  }
  return lookups;
}

async function lookUpTogether(
  numbers: readonly string[],
  at: number,
  context: Context,
): Promise<NumberLookup[]> {
  const asked = numbers.map((query) => ({ query, candidates: classifyNumber(query) }));
  const keys = [...new Set(asked.flatMap(({ candidates }) => candidates.map(keyOf)))];
  const finder = finderThen(at, context);
  const hits = await finder.hits(keys);
  const found = new Map(keys.map((key, index) => [key, hits[index] ?? []]));
  const ids = [...new Set(hits.flatMap((some) => some.flatMap(({ shipment }) => shipment ?? [])))];
  const views = await finder.shipments(ids);
  const shown = new Map(ids.map((id, index) => [id, views[index] ?? null]));
  return asked.map(({ query, candidates }) =>
    lookupOf(query, candidates, candidates.map((one) => found.get(keyOf(one))), (id) => {
      const view = shown.get(id);
      return view ? listedOf(view) : null;
    }),
  );
} // prettier-ignore

/** All numbers in two statements: what they lead to, and what lists show of that. */
export function lookUpMany(numbers: readonly string[], context: Context): Promise<NumberLookup[]> {
  return Promise.all(numbers.map((number) => lookUpOne(number, context)));
}

async function lookUpOne(query: string, { numbers, listed }: Context): Promise<NumberLookup> {
  const candidates = classifyNumber(query);
  const found = await Promise.all(candidates.map((candidate) => numbers.load(keyOf(candidate))));
  const { top } = hitsOf(candidates, found);
  const shown = new Map(await Promise.all(top.map(async ({ id }) => [id, await listed.load(id)] as const)));
  return lookupOf(query, candidates, found, (id) => shown.get(id) ?? null);
}

function lookupOf(
  query: string,
  candidates: readonly NumberCandidate[],
  found: readonly (readonly NumberHit[] | undefined)[],
  shown: (id: string) => ListedShipment | null,
): NumberLookup {
  const { ids, top } = hitsOf(candidates, found);
  const visible = top.flatMap(({ id, via }) => {
    const shipment = shown(id);
    return shipment ? [{ via, shipment }] : [];
  });
  const open = new Set(visible.map(({ shipment }) => shipment.id));
  return {
    query,
    // That a number leads somewhere is told to whoever may go there.
    candidates: candidates.map((one, index) => ({
      ...one,
      found: (ids[index] ?? []).some((id) => open.has(id)),
    })),
    hits: visible,
    isPartial: false,
  };
}
