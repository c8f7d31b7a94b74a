import type { Span } from 'graph-schema/domain/tracking-event';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';

/** A box (record 50) with the vessel that stood before it (10) and the details that follow (51 to 53). */
export interface JtBoxGroup {
  /** `00/50[3]` */
  readonly at: string;
  readonly vessel: JtRecord | null;
  readonly box: JtRecord;
  readonly details: readonly JtRecord[];
  readonly span: Span;
}

/** Some senders write the vessel once, others before every box. */
export function listBoxGroups({ at, records }: JtMessage): JtBoxGroup[] {
  const groups: JtBoxGroup[] = [];
  let vessel: JtRecord | null = null;
  let box: JtRecord | null = null;
  let details: JtRecord[] = [];
  const close = (): void => {
    if (!box) return;
    const span = { start: box.start, end: (details.at(-1) ?? box).end };
    groups.push({ at: `${at}/50[${groups.length + 1}]`, vessel, box, details, span });
    box = null;
    details = [];
  };
  for (const record of records) {
    if (record.number === '10' || record.number === '50') close();
    if (record.number === '10') vessel = record;
    else if (record.number === '50') box = record;
    else if (box) details.push(record);
  }
  close();
  return groups;
}

export function listDetails(group: JtBoxGroup, number: string): JtRecord[] {
  return group.details.filter((record) => record.number === number);
}
