import { classifyNumber, nearMisses, type NumberCandidate } from '../../codes/classify.ts';
import { compactBounded } from '../../codes/outcome.ts';
import { CARGO_DOCUMENT_SCHEMES, identifierKey, type Identifier, type IdentifierKey } from '../identifier.ts';

/** Why nothing can be followed by a text: nothing looks like it, or it names what many cargoes travel in: a ship, a train, a wagon. */
export type UnknownKind = 'NO_NUMBER' | 'NOT_OF_CARGO';

/** A number that somebody wants to follow, as it can be read. */
export interface FollowedNumber {
  /** What the number is called in a list: two ways to write it are one. */
  readonly key: string;
  /** The likeliest reading. */
  readonly number: Identifier;
  /** Every reading by which cargo may be told of, the likeliest first. */
  readonly keys: readonly IdentifierKey[];
}

export type ReadFollowed =
  | ({ readonly outcome: 'READ' } & FollowedNumber)
  /** Its check digit says that it is mistyped; `repairs` are what it may have been meant to be, the likeliest first. */
  | ({ readonly outcome: 'WRONG_CHECK_DIGIT'; readonly repairs: readonly Identifier[] } & FollowedNumber)
  | { readonly outcome: 'UNKNOWN_KIND'; readonly why: UnknownKind };

/** Papers and boxes; what they are carried by is not of one cargo. */
const FOLLOWED = new Set<string>([...CARGO_DOCUMENT_SCHEMES, 'CONTAINER']);
/** Of the best reading's confidence: what is less than this beside it is far-fetched. */
const NEAR_BEST = 0.6;
/** From here on a reading rests on a check digit, or on a shape of its own. */
const SURE = 0.7;

/**
 * What can be followed by a text as a person has it. A number that nobody has told of can be followed: it becomes cargo when
 * somebody does. Never throws.
 */
export function readFollowed(text: string): ReadFollowed {
  const candidates = classifyNumber(text);
  const [best] = candidates;
  const isNear = ({ confidence }: NumberCandidate) => confidence >= (best?.confidence ?? 0) * NEAR_BEST;
  const all = candidates.filter(({ scheme }) => FOLLOWED.has(scheme));
  const [likeliest] = all;
  if (!best || !likeliest) return { outcome: 'UNKNOWN_KIND', why: best ? 'NOT_OF_CARGO' : 'NO_NUMBER' };
  if (best.confidence >= SURE && !all.some(isNear)) return { outcome: 'UNKNOWN_KIND', why: 'NOT_OF_CARGO' };
  const mistyped =
    best.checkDigit === 'PASS' ? null : all.find((one) => one.checkDigit === 'FAIL' && isNear(one));
  if (mistyped) {
    const followed = followedAs(mistyped, [mistyped]);
    return { outcome: 'WRONG_CHECK_DIGIT', ...followed, repairs: repairsOf(mistyped) };
  }
  // What is sure is not followed as all that it could be besides.
  return { outcome: 'READ', ...followedAs(likeliest, best.confidence >= SURE ? all.filter(isNear) : all) };
}

function followedAs(
  { scheme, value }: NumberCandidate,
  readings: readonly NumberCandidate[],
): FollowedNumber {
  return {
    key: followedKey(value),
    number: { scheme, value },
    keys: [...new Set(readings.map((one) => identifierKey(one.scheme, one.value)))],
  };
}

/** What a number is called in a list, whatever kind it is. */
export function followedKey(value: string): string {
  return compactBounded(value);
}

/** The last digit is what a check is for, so that one goes first; then what two swapped or one wrong character make. */
function repairsOf({ scheme, value }: NumberCandidate): Identifier[] {
  const last = followedKey(value).length - 1;
  return nearMisses(value)
    .filter((near) => near.scheme === scheme)
    .sort((left, right) => Number(right.at === last) - Number(left.at === last))
    .map((near) => ({ scheme: near.scheme, value: near.value }));
}
