import { classifyNumber, nearMisses } from 'graph-schema/codes/classify';
import { compactBounded } from 'graph-schema/codes/outcome';
import { oneSlipAway, type Slip } from 'graph-schema/codes/slips';
import { identifierKey, type Identifier } from 'graph-schema/domain/identifier';
import { numbersShown } from '../access/numbers-shown.ts';
import type { Context } from '../context.ts';
import { finderThen, nowFinder, type Looking } from './finder.ts';

/** A number that exists and is one slip of the hand away from what was typed. */
export interface Suggestion {
  readonly number: Identifier;
  readonly slip: Slip['slip'];
  /** Where in the typed text, counted from 0 without separators. */
  readonly at: number;
}

/** More than a person chooses among. */
const MOST = 5;
/** Kinds of number that a text is tried as, besides an order, which has no form; less likely ones would be guesses on guesses. */
const KINDS = 3;
/** The shortest bill or booking; below it every number is near to every other. */
const SHORTEST = 6;
const LONGEST = 20;

/**
 * What was perhaps meant, of what the asker may see alone; swapped neighbours before wrong characters. As of an instant in epoch
 * milliseconds, of which it may throw an `AsOfError`; null: now.
 */
export async function suggestionsFor(
  text: string,
  at: number | null,
  context: Looking & Pick<Context, 'seen'>,
): Promise<Suggestion[]> {
  const { seen, asker } = context;
  const typed = compactBounded(text);
  if (typed.length < SHORTEST || typed.length > LONGEST) return [];
  const checked = nearMisses(text);
  const without = new Set<string>(checked.map(({ scheme }) => scheme));
  const kinds = [...new Set(classifyNumber(text).map(({ scheme }) => scheme))];
  const likely = kinds.filter((scheme) => !without.has(scheme));
  const free = likely.filter((scheme, index) => index < KINDS || scheme === 'REFERENCE');
  const guessed = oneSlipAway(typed).flatMap((slip) => free.map((scheme) => ({ ...slip, scheme })));
  const near = [...checked, ...guessed].sort((a, b) => Number(b.slip > a.slip) - Number(a.slip > b.slip));
  const keys = near.map(({ scheme, value }) => identifierKey(scheme, value));
  const known = await Promise.all(keys.map((key) => seen.load(key)));
  const there = near.filter((_, index) => known[index]).slice(0, MOST);
  // Keys say what may open it; whether it is open now, and shows the number, says what is seen of it.
  const finder = at === null ? nowFinder(context) : finderThen(at, context);
  const asked = there.map(({ scheme, value }) => identifierKey(scheme, value));
  const hits = await finder.hits(asked);
  const shown = await Promise.all(
    asked.map(async (key, index) => {
      const ids = (hits[index] ?? []).flatMap(({ shipment }) => shipment ?? []);
      if (asker.sight === 'ALL') return ids.length > 0;
      return (await finder.shipments(ids)).some((view) => view && numbersShown(view).has(key));
    }),
  );
  return there
    .filter((_, index) => shown[index])
    .map(({ scheme, value, ...where }) => ({ number: { scheme, value }, slip: where.slip, at: where.at }));
}
