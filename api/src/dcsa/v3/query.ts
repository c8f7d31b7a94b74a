import { queryLimit } from '../query-limit.ts';
import { instantOf, MOST_ON_A_PAGE, NO_INSTANT, quoted, DEFAULT_LIMIT, type Refusal } from '../query.ts';
import { wordOf } from '../vocabulary.ts';
import { EVENT_TYPES } from './vocabulary.ts';

/** Filters by a number. All that are given have to match. */
export const NUMBERS = [
  'carrierBookingReference',
  'transportDocumentReference',
  'equipmentReference',
] as const;
export type NumberFilter = (typeof NUMBERS)[number];
const NUMBER_MAX = 100;

export interface EventQuery3 {
  readonly numbers: Readonly<Partial<Record<NumberFilter, string>>>;
  /** Null: of all types. */
  readonly eventTypes: readonly string[] | null;
  /** Epoch milliseconds, both included; null: no bound. */
  readonly from: number | null;
  readonly to: number | null;
  readonly limit: number;
  readonly cursor: string | null;
  /** As known at an instant, epoch milliseconds; null: now. An extension of ours. */
  readonly asOf: number | null;
}

/** Reads all parameters of `GET /events` of 3.0.0, and tells of all that are wrong. Others are refused, as it allows. */
export function readEventQuery3(given: URLSearchParams): EventQuery3 | readonly Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (reason: Refusal['reason'], message: string) => void refusals.push({ reason, message });
  const numbers: Partial<Record<NumberFilter, string>> = {};
  let [eventTypes, from, to, limit, cursor, asOf]: [string[] | null, number | null, number | null, number, string | null, number | null] = [null, null, null, DEFAULT_LIMIT, null, null];
  for (const name of new Set(given.keys())) {
    const all = given.getAll(name);
    const text = (all[0] ?? '').trim();
    const number = wordOf(NUMBERS, name);
    if (all.length > 1) refuse('invalidParameter', `${quoted(name)}: once.`);
    else if (number) {
      if (text === '' || text.length > NUMBER_MAX) refuse('invalidParameter', `${name}: 1 to ${NUMBER_MAX} characters.`);
      numbers[number] = text;
    } else if (name === 'eventTypes') {
      eventTypes = text.split(',').map((word) => word.trim());
      for (const word of eventTypes)
        if (!wordOf(EVENT_TYPES, word)) refuse('invalidParameter', `${name}: ${quoted(word)} is none of ${EVENT_TYPES.join(', ')}.`);
    } else if (name === 'eventUpdatedDateTimeMin' || name === 'eventUpdatedDateTimeMax') {
      const at = instantOf(text);
      if (at === null) refuse('invalidParameter', `${name}: ${quoted(text)} is no date-time with an offset (RFC 3339).`);
      else if (name.endsWith('Min')) from = at;
      else to = at;
    } else if (name === 'limit') {
      const read = queryLimit(text);
      if (read === null) refuse('invalidParameter', 'limit: a whole number from 1 on.');
      limit = Math.min(read ?? 1, MOST_ON_A_PAGE);
    } else if (name === 'asOf') {
      asOf = instantOf(text);
      if (asOf === null) refuse('invalidParameter', NO_INSTANT);
    } else if (name === 'cursor') {
      if (text === '') refuse('invalidParameter', 'cursor: one that an answer gave.');
      cursor = text;
    } else refuse('invalidQuery', `${quoted(name)} is no parameter of this request.`);
  }
  return refusals.length > 0 ? refusals : { numbers, eventTypes, from, to, limit, cursor, asOf };
} // prettier-ignore

/** A question as text: the same for the same question, however its parameters stood. */
export function queryText3({ numbers, eventTypes, from, to, limit, asOf }: EventQuery3, withLimit: boolean): string {
  const parameters = new URLSearchParams(numbers);
  if (eventTypes) parameters.set('eventTypes', eventTypes.join(','));
  if (from !== null) parameters.set('eventUpdatedDateTimeMin', new Date(from).toISOString());
  if (to !== null) parameters.set('eventUpdatedDateTimeMax', new Date(to).toISOString());
  if (asOf !== null) parameters.set('asOf', new Date(asOf).toISOString());
  parameters.sort();
  if (withLimit) parameters.set('limit', String(limit));
  return parameters.toString();
} // prettier-ignore
