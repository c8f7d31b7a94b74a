import { classifyNumber } from 'graph-schema/codes/classify';
import type { FeedKind } from 'graph-schema/domain/feed/feed-entry';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { SUMMARY_PARTS, type SummaryPart } from 'graph-schema/domain/summary/summary-change';
import { GraphQLError } from 'graphql';
import { EVENT_CODES, type EventCode } from 'graph-schema/domain/event-code';
import { builder } from '../builder.ts';
import { keyOf } from '../search/number-hits.ts';
import { ExceptionKindEnum, named, PhaseEnum } from './enums.ts';

export const FeedKindEnum = named('FeedKind', 'What an entry of the feed tells.', {
  ADDED: 'Claims came to it.',
  WITHDRAWN: 'Claims went from it: taken back, replaced, or proved to be of another cargo.',
  DERIVED: 'Its journey reads differently: by facts, or because time passed.',
  VISIBLE: 'You can see it from here on: read it once, then follow.',
  HIDDEN: 'You cannot see it any more.',
  MERGED_INTO: 'It proved to be another one, which goes on under its own id.',
} satisfies Record<FeedKind, string>);

const PARTS = {
  phase: 'Where in its life it is.',
  place: 'Where it is.',
  destination: 'Where it goes.',
  next: 'What is expected next.',
  eta: 'When it arrives.',
  readiness: 'Whether its boxes may leave.',
} satisfies Record<SummaryPart, string>;

export const JourneyPartEnum = builder.enumType('JourneyPart', {
  description: 'A part of a journey that can read differently.',
  values: Object.fromEntries(
    SUMMARY_PARTS.map((part) => [part.toUpperCase(), { value: part, description: PARTS[part] }]),
  ) as { [K in SummaryPart as Uppercase<K>]: { value: K; description: string } },
});

/** More would be looked through for every entry. */
const LIST_MAX = 1000;

export const FeedFilterInput = builder.inputType('FeedFilter', {
  description:
    'Which entries are wanted. A list left out asks for all. `shipments`, `numbers` and `watchList` say of what, any of the three; `codes`, `phases`, `exceptions` and `parts` say telling what, any of the four. What opens, closes or replaces a shipment is told whatever it tells.',
  fields: (t) => ({
    shipments: t.idList({ description: 'Shipments, also by the id of one that was merged into it.' }),
    numbers: t.stringList({
      description:
        'Any numbers of papers or boxes: what they lead to when it is told. What cannot be read as one is refused (`BAD_NUMBER`).',
    }),
    watchList: t.id({
      description: 'What is in this watch list when it is told; `followed`: what you follow by yourself.',
    }),
    kinds: t.field({ type: [FeedKindEnum], description: 'Kinds of entries.' }),
    codes: t.stringList({
      description: 'Claims of these codes come or go. What is no code is refused (`UNKNOWN_CODE`).',
    }),
    phases: t.field({ type: [PhaseEnum], description: 'The cargo comes into one of these phases.' }),
    exceptions: t.field({
      type: [ExceptionKindEnum],
      description: 'An exception of these kinds opens, changes or closes.',
    }),
    parts: t.field({ type: [JourneyPartEnum], description: 'One of these parts reads differently.' }),
  }),
});

/** What of a filter nobody can read, as it was given: it would wait for that in vain, and say nothing. Null: nothing. */
export function unreadable({ numbers, codes }: Pick<typeof FeedFilterInput.$inferInput, 'numbers' | 'codes'>): Unreadable | null {
  const number = numbers?.find((text) => classifyNumber(text).length === 0);
  if (number !== undefined)
    return { code: 'BAD_NUMBER', message: `“${number}” cannot be read as the number of a paper or a box.`, value: number };
  const code = codes?.find((one) => !(EVENT_CODES as readonly string[]).includes(one));
  return code === undefined ? null : { code: 'UNKNOWN_CODE', message: `There is no status “${code}”.`, value: code };
} // prettier-ignore

interface Unreadable {
  readonly code: 'BAD_NUMBER' | 'UNKNOWN_CODE';
  readonly message: string;
  readonly value: string;
}

/** As people write it, to what entries are held against. Throws where something of it cannot be read. */
export function readFilter(input: typeof FeedFilterInput.$inferInput | null | undefined): FeedFilter {
  if (!input) return {};
  const { shipments, numbers, watchList, kinds, codes, phases, exceptions, parts } = input;
  if ([shipments, numbers, codes].some((list) => (list?.length ?? 0) > LIST_MAX))
    throw new GraphQLError(`At most ${LIST_MAX} in one list of a filter.`, { extensions: { code: 'TOO_MUCH' } }); // prettier-ignore
  const wrong = unreadable(input);
  if (wrong) throw new GraphQLError(wrong.message, { extensions: { code: wrong.code, value: wrong.value } });
  return {
    ...(shipments && { shipments }),
    ...(numbers && {
      numbers: numbers.flatMap((text) => classifyNumber(text).map(keyOf)),
    }),
    ...(watchList && { watchList }),
    ...(kinds && { kinds }),
    ...(codes && { codes: codes as EventCode[] }),
    ...(phases && { phases }),
    ...(exceptions && { exceptions }),
    ...(parts && { parts }),
  };
} // prettier-ignore
