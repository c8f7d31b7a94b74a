import { mistypedReading } from '../search/likely-kinds.ts';
import type { NumberLookup } from './lookup-many.graphql.ts';

/**
 * Why a number leads nowhere, as far as may be said: nothing is known that looks like it; it is mistyped; nothing that is open to
 * whoever asks carries it, whether or not anything does; or, told to who sees everything, nobody has reported it.
 */
export type WhyNot = 'NO_SHAPE' | 'CHECK_DIGIT' | 'NOTHING' | 'UNREPORTED';

export function whyNot({ candidates }: Pick<NumberLookup, 'candidates'>, seesAll: boolean): WhyNot {
  if (candidates.length === 0) return 'NO_SHAPE';
  if (mistypedReading(candidates)) return 'CHECK_DIGIT';
  return seesAll ? 'UNREPORTED' : 'NOTHING';
}
