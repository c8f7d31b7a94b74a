import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE_CODES, type MessageIssue } from 'graph-schema/domain/message';
import { sha256Hex } from '../src/raw/folder-store.ts';
import { listFixtures } from '../src/testing/fixture-files.ts';
import {
  metric,
  openIngestUnderTest,
  SENDER,
  type IngestUnderTest,
  type RawRow,
} from './ingest-under-test.ts';

// P1: every byte received ends as events, positions, a known duplicate, an issue or a dead letter, and it adds up.
const fixtures = listFixtures();
const strange: Uint8Array[] = [
  new Uint8Array(Buffer.from('\u0000\u0001\u0002 nothing that anyone would send')),
  new Uint8Array(Buffer.from([0x1f, 0x8b, 0x08, 0x00, ...randomBytes(400)])),
  new Uint8Array(randomBytes(5000)),
  new Uint8Array(Buffer.from(' ')),
  new Uint8Array(Buffer.from('\r\n\r\n')),
  new Uint8Array(Buffer.from('<?xml version="1.0"?><order><line>1</line></order>')),
  new Uint8Array(Buffer.from('{"hello":"world"}')),
  new Uint8Array(Buffer.from('UNB+UNOA:2+A+B+261121:0930+1\'UNH+1+IFTSTA:D:00B:UN\'')),
  new Uint8Array(Buffer.from('col1;col2\n1;2\n')),
]; // prettier-ignore

let system: IngestUnderTest;
let rows: Map<string, RawRow>;
const sent: Uint8Array[] = [];

beforeAll(async () => {
  system = await openIngestUnderTest();
  const ids: string[] = [];
  const cut = fixtures.flatMap(({ bytes }) => [0.5, 0.9].map((part) => bytes.slice(0, Math.floor(bytes.length * part))));
  // Everything once, the fixtures twice, the second time in another order.
  const all = [...fixtures.map((f) => f.bytes), ...cut, ...strange, ...fixtures.map((f) => f.bytes).reverse()];
  for (const bytes of all) {
    if (bytes.length === 0) continue;
    ids.push(await system.send(bytes));
    sent.push(bytes);
  }
  await system.read(ids);
  rows = new Map((await system.rawRows()).map((row) => [row.id, row]));
}, 300_000); // prettier-ignore
afterAll(() => system.close());

const idOf = (bytes: Uint8Array) => `${SENDER.id}:${sha256Hex(bytes)}`;
const issuesOf = (row: RawRow) => JSON.parse(row.issues) as MessageIssue[];

describe('P1: what was received adds up', () => {
  it('has an outcome for every message, and knows every byte and delivery', () => {
    const deliveries = new Map<string, number>();
    for (const bytes of sent) deliveries.set(idOf(bytes), (deliveries.get(idOf(bytes)) ?? 0) + 1);
    expect([...rows.keys()].sort()).toEqual([...deliveries.keys()].sort());
    for (const bytes of sent) {
      const row = rows.get(idOf(bytes));
      expect(row).toMatchObject({ bytes: bytes.length, deliveries: deliveries.get(idOf(bytes)) });
      expect(['READ', 'UNREADABLE']).toContain(row?.outcome);
    }
  });

  it('puts every unit of every message into exactly one bucket, with the reason where nothing was taken', () => {
    for (const row of rows.values()) {
      expect(row.withEvents + row.withPositions + row.withIssuesOnly + row.withoutContent, row.id).toBe(row.units);
      expect(row.withEvents > 0, row.id).toBe(row.events > 0);
      if (row.withIssuesOnly > 0) expect(row.issueCount, row.id).toBeGreaterThan(0);
      if (row.units === 0) expect(row.issueCount, `${row.id} says nothing at all`).toBeGreaterThan(0);
      expect(issuesOf(row).length, row.id).toBe(Math.min(200, row.issueCount));
    }
  }); // prettier-ignore

  it('has in the graph just the claims that it counted', () => {
    for (const row of rows.values()) expect(row.attested, `${row.format} ${row.id}`).toBe(row.events);
  });

  it('says of what it cannot read why, with a code of the documented list', () => {
    for (const bytes of strange) {
      const row = rows.get(idOf(bytes));
      expect(row, Buffer.from(bytes).toString('latin1')).toMatchObject({ outcome: 'UNREADABLE', events: 0 });
      for (const issue of row ? issuesOf(row) : []) expect(Object.keys(ISSUE_CODES)).toContain(issue.code);
    }
  });

  it('shows the same sums on the operations side', async () => {
    const sum = (field: 'events' | 'issueCount') =>
      [...rows.values()].reduce((all, row) => all + row[field], 0);
    const processed = (outcome: string) =>
      metric(system.url(), 'throughline_raw_messages_total', `outcome="${outcome}"`);
    expect((await processed('READ')) + (await processed('UNREADABLE'))).toBe(rows.size);
    expect(await processed('DUPLICATE')).toBe(sent.length - rows.size);
    expect(await metric(system.url(), 'throughline_events_total')).toBe(sum('events'));
    expect(await metric(system.url(), 'throughline_issues_total')).toBe(sum('issueCount'));
  });

  it('says again of the same bytes nothing new', async () => {
    const events = await system.under.query<{ n: number }>('MATCH (e:Event) RETURN toFloat(count(e)) AS n');
    const before = await system.rawRows();
    await system.read([await system.send(fixtures[0]?.bytes ?? '')]);
    expect(await system.under.query('MATCH (e:Event) RETURN toFloat(count(e)) AS n')).toEqual(events);
    const counted = (list: readonly RawRow[]) => list.reduce((all, row) => all + row.deliveries, 0);
    expect(counted(await system.rawRows())).toBe(counted(before) + 1);
  });
});
