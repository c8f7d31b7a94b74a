import { ITEM_END, VALUE_END } from '../rows-text.ts';
import { statement } from '../statement.ts';

/** A claim with one attestation of it. Positional rows cost a third of the client CPU that maps do (measured). */
export type EventRow = [
  id: string,
  code: string,
  classifier: string,
  at: number,
  loadState: string | null,
  documents: readonly string[],
  run: string | null,
  claim: string,
  ...attestation: AttestationRow,
  /** UN/LOCODE. */
  place: string | null,
];
export type AttestationRow = [
  ref: string | null,
  start: number,
  end: number,
  recordedAt: string | null,
  thread: string | null,
  version: number,
  replaces: boolean,
];

/** A row as text (see `rows-text.ts`); its numbers and references are plain, and JSON escapes control characters. */
export function eventText(row: EventRow): string {
  const [id, code, classifier, at, loadState, documents, run, claim, ...said] = row;
  const [ref, start, end, recordedAt, thread, version, replaces, place] = said;
  const named = documents.length === 1 ? documents[0] : documents.join(ITEM_END);
  return (
    id + VALUE_END + code + VALUE_END + classifier + VALUE_END + at + VALUE_END + (loadState ?? '') + VALUE_END +
    named + VALUE_END + (run ?? '') + VALUE_END + claim + VALUE_END + (ref ?? '') + VALUE_END + start + VALUE_END +
    end + VALUE_END + (recordedAt ?? '') + VALUE_END + (thread ?? '') + VALUE_END + version + VALUE_END +
    (replaces ? '1' : '') + VALUE_END + (place ?? '')
  ); // prettier-ignore
}

/** The row that a text was made of. */
export function readEventText(text: string): EventRow {
  const [id, code, classifier, at, loadState, documents, run, claim, ...said] = text.split(VALUE_END) as unknown as AsText<EventRow>;
  const [ref, start, end, recordedAt, thread, version, replaces, place] = said;
  return [
    id, code, classifier, Number(at), loadState || null, documents === '' ? [] : documents.split(ITEM_END), run || null,
    claim, ref || null, Number(start), Number(end), recordedAt || null, thread || null, Number(version),
    replaces === '1', place || null,
  ];
} // prettier-ignore
type AsText<Row> = { [K in keyof Row]: string };

/**
 * New claims of some raw messages with their first attestation, grouped by message and by what they are about; `rows`
 * are texts of rows. Fails on a claim that exists already.
 */
export const createEvents = statement<{
  messages: [raw: string, groups: [subject: string, rows: string][]][];
}>(
  'createEvents',
  `UNWIND $messages AS m
MATCH (w:RawMessage {id: m[0]})
UNWIND m[1] AS g
MATCH (i:Identifier {key: g[0]})
UNWIND split(g[1], '\\u001e') AS row
WITH w, i, split(row, '\\u001f') AS r
CREATE (e:Event {id: r[0], code: r[1], classifier: r[2], at: toInteger(r[3]), loadState: nullIf(r[4], ''),
  documents: CASE r[5] WHEN '' THEN [] ELSE split(r[5], '\\u001d') END, run: nullIf(r[6], ''), claim: r[7],
  place: nullIf(r[15], '')})-[:ABOUT]->(i)
CREATE (w)-[:ATTESTS {ref: nullIf(r[8], ''), start: toInteger(r[9]), end: toInteger(r[10]),
  recordedAt: nullIf(r[11], ''), thread: nullIf(r[12], ''), version: toInteger(r[13]), replaces: nullIf(r[14] = '1', false)}]->(e)`,
);
