import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageIssue } from 'graph-schema/domain/message';
import { freePort, until } from './ingest-process.ts';
import { openIngestUnderTest, type IngestUnderTest } from './ingest-under-test.ts';

// Type 1 reports of invented ships, as coast stations forward them: `!AIVDM` with a tag block that says when.
let system: IngestUnderTest;
let port: number;
beforeAll(async () => {
  port = await freePort();
  system = await openIngestUnderTest({ AIS_PORT: String(port) });
});
afterAll(() => system.close());

const START = Date.parse('2026-11-21T02:00:00Z') / 1000;

function bits(value: number, width: number): string {
  return (value < 0 ? 2 ** width + value : value).toString(2).padStart(width, '0').slice(-width);
}

function checksum(text: string): string {
  let sum = 0;
  for (const character of text) sum ^= character.charCodeAt(0);
  return sum.toString(16).toUpperCase().padStart(2, '0');
}

function position(mmsi: number, second: number, latitude: number): string {
  const payload = [
    bits(1, 6), bits(0, 2), bits(mmsi, 30), bits(0, 4), bits(-128, 8), bits(120, 10), bits(0, 1),
    bits(Math.round(121.9 * 600_000), 28), bits(Math.round(latitude * 600_000), 27), bits(900, 12), bits(90, 9),
    bits(second % 60, 6), bits(0, 25),
  ].join(''); // prettier-ignore
  const armour = (payload.match(/.{6}/g) ?? []).map((six) => {
    const value = Number.parseInt(six, 2);
    return String.fromCharCode(value < 40 ? value + 48 : value + 56);
  });
  const tag = `s:station,c:${START + second}`;
  const body = `AIVDM,1,1,,A,${armour.join('')},0`;
  return `\\${tag}*${checksum(tag)}\\!${body}*${checksum(body)}\r\n`;
}

function station(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

interface Means {
  readonly key: string;
  readonly position: string | null;
  readonly points: readonly number[];
}
const means = () =>
  system.under.query<Means>(
    `MATCH (m:TransportMeans) OPTIONAL MATCH (m)-[:TRACKED]->(t:Track)
     RETURN m.key AS key, m.position AS position, coalesce(t.points, []) AS points ORDER BY key`,
  );
const seen = async (mmsi: number) => (await means()).find((row) => row.key === `MMSI:${mmsi}`);
const newest = async (mmsi: number) => {
  const found = (await seen(mmsi))?.position;
  return found ? (JSON.parse(found) as { at: string; latitude: number }) : null;
};

describe('AIS over TCP', () => {
  it('makes the lines of several stations positions and tracks, events none', async () => {
    const sockets = await Promise.all([station(), station(), station()]);
    sockets.forEach((socket, index) => {
      // In pieces that end anywhere, as TCP hands them over.
      const text = Array.from({ length: 20 }, (_, i) => position(413_000_001 + index, i * 30, 29.9 + i / 100)).join('');
      for (let at = 0; at < text.length; at += 37) socket.write(text.slice(at, at + 37));
    });
    for (const mmsi of [413_000_001, 413_000_002, 413_000_003]) {
      await until(`the last position of ${mmsi}`, async () => (await newest(mmsi))?.at === '2026-11-21T02:09:30Z');
      expect((await newest(mmsi))?.latitude).toBeCloseTo(30.09, 4);
      expect((await seen(mmsi))?.points.length).toBeGreaterThanOrEqual(6);
    }
    for (const socket of sockets) socket.end();
    expect(await system.under.query('MATCH (e:Event) RETURN e.id')).toEqual([]);
  }); // prettier-ignore

  it('loses no whole line of a station that is cut off in the middle of one', async () => {
    const socket = await station();
    const last = position(413_000_010, 90, 31.3);
    socket.write(position(413_000_010, 30, 31.1) + position(413_000_010, 60, 31.2) + last.slice(0, 58));
    await new Promise<void>((resolve) => socket.write('', () => resolve()));
    socket.destroy();
    await until('the last whole line', async () => (await newest(413_000_010))?.at === '2026-11-21T02:01:00Z');
    // What was left of the broken line is not thrown away in silence: it is an issue.
    const findings = async () => {
      const rows = await system.under.query<{ issues: string }>(
        `MATCH (w:RawMessage {source: 'ais-station'}) WHERE w.issueCount > 0 RETURN w.issues AS issues`,
      );
      return rows.flatMap((row) => JSON.parse(row.issues) as MessageIssue[]);
    };
    await until('the finding', async () => (await findings()).length > 0);
    expect(await findings()).toMatchObject([{ severity: 'ERROR', value: last.slice(0, 58) }]);
    const again = await station();
    again.end(last);
    await until('the line after a new connection', async () => (await newest(413_000_010))?.at === '2026-11-21T02:01:30Z');
  }); // prettier-ignore

  it('does not let noise on one line hide the others', async () => {
    const socket = await station();
    const good = position(413_000_020, 30, 28.5);
    socket.end(`\u0000\u00ff garbage\r\n${good.replace('!AIVDM,1', '!AIVDM,7')}\r\n${'x'.repeat(9000)}\n${position(413_000_020, 60, 28.6)}`);
    await until('the good line', async () => (await newest(413_000_020))?.at === '2026-11-21T02:01:00Z');
  }); // prettier-ignore

  it('never goes back to an older position', async () => {
    const socket = await station();
    socket.end(position(413_000_030, 300, 27.5) + position(413_000_030, 30, 27.1));
    await until(
      'the newest position',
      async () => (await newest(413_000_030))?.at === '2026-11-21T02:05:00Z',
    );
    expect((await seen(413_000_030))?.points).toHaveLength(6);
  });
});
