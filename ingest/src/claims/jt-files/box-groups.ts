import type { Span } from 'graph-schema/domain/tracking-event';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';

/** A record that begins a unit (50 a box, 12 a bill) with what stood before it and the details that follow. */
export interface JtGroup {
  /** `00/50[3]` */
  readonly at: string;
  /** The newest record of each number that is said for all groups after it (10 vessel, 12 ports). */
  readonly heads: readonly JtRecord[];
  readonly first: JtRecord;
  readonly details: readonly JtRecord[];
  readonly span: Span;
}

/** Groups that begin with record `start`; some senders write the heads once, others before every group. */
export function listGroups(
  { at, records }: JtMessage,
  start: string,
  headNumbers: readonly string[],
): JtGroup[] {
  const groups: JtGroup[] = [];
  let heads: readonly JtRecord[] = [];
  let first: JtRecord | null = null;
  let details: JtRecord[] = [];
  const close = (): void => {
    if (!first) return;
    const span = { start: first.start, end: (details.at(-1) ?? first).end };
    groups.push({ at: `${at}/${start}[${groups.length + 1}]`, heads, first, details, span });
    first = null;
    details = [];
  };
  for (const record of records) {
    const isHead = headNumbers.includes(record.number);
    if (isHead || record.number === start) close();
    if (isHead) heads = [...heads.filter(({ number }) => number !== record.number), record];
    else if (record.number === start) first = record;
    else if (first) details.push(record);
  }
  close();
  return groups;
}

/** A box (record 50) with the vessel that stood before it (10) and the details that follow (51 to 53). */
export interface JtBoxGroup {
  /** `00/50[3]` */
  readonly at: string;
  readonly vessel: JtRecord | null;
  readonly box: JtRecord;
  readonly details: readonly JtRecord[];
  readonly span: Span;
}

export function listBoxGroups(message: JtMessage): JtBoxGroup[] {
  return listGroups(message, '50', ['10']).map(({ at, heads, first, details, span }) => {
    return { at, vessel: heads[0] ?? null, box: first, details, span };
  });
}

export function listDetails(group: Pick<JtGroup, 'details'>, number: string): JtRecord[] {
  return group.details.filter((record) => record.number === number);
}
