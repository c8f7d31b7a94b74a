import { statement } from '../statement.ts';
import type { VoiceRow } from './journey-facts.ts';
import { SAID } from './voices.ts';

/** An attestation whether it stands or not: the voice, its thread, version, whether it replaces, known since, known until. */
export type SaidRow = [
  voice: VoiceRow,
  thread: string | null,
  version: number,
  replaces: boolean | null,
  knownAt: string | null,
  until: string | null,
];

/**
 * Every claim that was ever made about these numbers, or that lists one of them if it is a box, of happenings between two
 * instants (epoch milliseconds; null: of any time), with all who ever made it, withdrawn and replaced ones included; at
 * most `max`.
 */
export const listKnownClaims = statement<
  { rows: [key: string, from: number | null, to: number | null][]; max: number },
  { id: string; about: string; claim: string; said: SaidRow[] }
>(
  'listKnownClaims',
  `UNWIND $rows AS r
MATCH (:Identifier {key: r[0]})<-[how:ABOUT|LISTS]-(e:Event)
WHERE (type(how) = 'ABOUT' OR r[0] STARTS WITH 'CONTAINER:') AND e.at >= coalesce(r[1], e.at) AND e.at <= coalesce(r[2], e.at)
WITH r[0] AS about, e LIMIT toInteger($max)
${SAID}
RETURN e.id AS id, about, e.claim AS claim, said`,
);
