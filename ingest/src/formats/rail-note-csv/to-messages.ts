import type { ReadMessage } from 'graph-schema/domain/message';
import type { Attested } from 'graph-schema/domain/tracking-event';
import type { Findings } from '../../syntax/findings.ts';
import { Repeats } from '../../claims/repeats.ts';
import type { TableReading } from '../../claims/tables/table-family.ts';
import { UnitTally } from '../../syntax/units.ts';
import type { StageRow } from './read-stage.ts';

interface Group {
  readonly rows: StageRow[];
  readonly attested: Attested[];
  /** A replacement may well say again what was said before; only within one message is it a repetition. */
  readonly repeats: Repeats;
  version: number;
}

/**
 * Rows of one note with one function are one message on the thread `RAILNOTE:<note>`: a replacement is the whole
 * note again, however many rows it takes. Rows with the same function but different sent times are different messages.
 */
export function toReading(rows: readonly StageRow[], findings: Findings): TableReading {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    if (row.note === null || row.version === null) continue;
    if (row.action !== 'CANCEL' && row.attested === null) continue;
    const key = `${row.note}\n${row.action}\n${row.isVersioned ? row.version : ''}`;
    const group = groups.get(key) ?? {
      rows: [],
      attested: [],
      repeats: new Repeats(findings),
      version: row.version,
    };
    group.rows.push(row);
    if (row.attested) {
      group.attested.push(row.attested);
      group.repeats.note([row.attested.event], row);
    }
    group.version = Math.max(group.version, row.version);
    groups.set(key, group);
  }
  const tally = new UnitTally();
  for (const row of rows) count(row, tally, findings);
  const messages = [...groups.values()].map((group) => messageOf(group, findings));
  return { messages, positions: [], counts: tally.counts };
}

function count(row: StageRow, tally: UnitTally, findings: Findings): void {
  const isCancelled = row.action === 'CANCEL' && row.note !== null;
  if (row.attested && row.version !== null) tally.withEvents();
  else if (isCancelled && row.version !== null) tally.withoutContent();
  else tally.withIssuesOnly();
  if (isCancelled && row.version === null)
    findings.add('MISSING_FIELD', 'ERROR', `${row.at}/sentTime`, row.note, row.span);
}

function messageOf({ rows, attested, version }: Group, findings: Findings): ReadMessage {
  const [first] = rows;
  const thread = `RAILNOTE:${first?.note ?? ''}`;
  if (first?.action === 'ORIGINAL' || !first) return { thread, version, attested, retraction: null };
  if (first.action === 'CANCEL') {
    return { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } };
  }
  if (!first.isVersioned) {
    // A replacement may move a stage to an earlier time, so its own times do not order it well: say so, and let it
    // count as made just after the latest thing that it tells.
    findings.add('MISSING_FIELD', 'WARNING', `${first.at}/sentTime`, null, first.span);
    const after = version + 1;
    return { thread, version: after, attested, retraction: { kind: 'REPLACE', thread, version: after } };
  }
  return { thread, version, attested, retraction: { kind: 'REPLACE', thread, version } };
}
