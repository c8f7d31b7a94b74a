import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, until } from './ingest-process.ts';
import { metric, openIngestUnderTest, type IngestUnderTest } from './ingest-under-test.ts';

// A carrier that is asked, and a station that sends more than it may: from the socket to the graph.
const CARRIER = { id: 'asked-carrier', key: 'key-of-asked-carrier', profile: { kind: 'CARRIER' as const } };
const STATION = {
  id: 'busy-station',
  key: 'key-of-busy-station',
  profile: { kind: 'AIS' as const, messagesPerMinuteMax: 1 },
};
const SENTENCE = '!AIVDM,1,1,,A,16:lOV@P1s8fsO0AQE`3RBnt0000,0*62\r\n';

let system: IngestUnderTest;
let carrier: Server;
let aisPort: number;
/** What the carrier was asked. */
const asked: URL[] = [];

function event(minute: string) {
  return {
    eventID: `6f1c2d3e-0000-4000-8000-0000000001${minute}`,
    eventType: 'EQUIPMENT',
    eventCreatedDateTime: `2026-11-07T01:${minute}:30Z`,
    eventClassifierCode: 'ACT',
    eventDateTime: `2026-11-07T09:${minute}:00+08:00`,
    equipmentEventTypeCode: 'GTIN',
    equipmentReference: 'CSQU3054383',
    emptyIndicatorCode: 'LADEN',
    documentReferences: [{ documentReferenceType: 'TRD', documentReferenceValue: 'COSU6498765432' }],
    transportCall: { UNLocationCode: 'CNNBO', modeOfTransport: 'TRUCK' },
  };
}

beforeAll(async () => {
  const port = await freePort();
  aisPort = await freePort();
  carrier = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    if (request.headers['consumer-key'] !== 'key at the carrier') return response.writeHead(401).end();
    asked.push(url);
    const isFirst = !url.searchParams.has('cursor');
    const isNew = url.searchParams.get('eventCreatedDateTime:gte') === null;
    const headers = {
      'content-type': 'application/json',
      ...(isFirst && isNew ? { 'next-page': 'two' } : {}),
    };
    const minutes = isFirst ? ['10', '11'] : ['12'];
    return response.writeHead(200, headers).end(JSON.stringify(isFirst && !isNew ? [] : minutes.map(event)));
  });
  await new Promise<void>((resolve) => carrier.listen(port, '127.0.0.1', resolve));
  system = await openIngestUnderTest(
    { AIS_PORT: String(aisPort), AIS_SOURCE: STATION.id },
    {
      senders: [CARRIER, STATION],
      prepare(data) {
        writeFileSync(join(data, 'carrier-key'), 'key at the carrier\n');
        const pull = {
          source: CARRIER.id,
          url: `http://127.0.0.1:${port}/v2/events`,
          queries: [{ carrierBookingReference: '6412780350' }],
          keyHeader: 'Consumer-Key',
          keyFile: join(data, 'carrier-key'),
          everySeconds: 0.5,
        };
        writeFileSync(join(data, 'receivers.json'), JSON.stringify({ dcsa: [pull] }));
      },
    },
  );
});
afterAll(async () => {
  await system.close();
  carrier.closeAllConnections();
  await new Promise((resolve) => carrier.close(resolve));
});

const rowsOf = async (source: string) =>
  (await system.rawRows()).filter(({ id }) => id.startsWith(`${source}:`) || id.includes(source));

it('takes the events that a carrier gives page by page, and goes on from the newest', async () => {
  await until('both pages are read', async () => {
    const rows = await rowsOf(CARRIER.id);
    return rows.length === 2 && rows.every(({ outcome }) => outcome === 'READ');
  });
  const rows = await rowsOf(CARRIER.id);
  expect(rows.map(({ format }) => format)).toEqual(['dcsa-tnt-2', 'dcsa-tnt-2']);
  expect(rows.reduce((total, { events }) => total + events, 0)).toBe(3);
  await until('it asks for what is new', () =>
    asked.some(({ searchParams }) => searchParams.has('eventCreatedDateTime:gte')),
  );
  expect(asked[0]?.searchParams.get('carrierBookingReference')).toBe('6412780350');
  const later = asked.find(({ searchParams }) => searchParams.has('eventCreatedDateTime:gte'));
  // Five minutes before the newest event that was made, 01:12:30.
  expect(later?.searchParams.get('eventCreatedDateTime:gte')).toBe('2026-11-07T01:07:30.000Z');
  expect(await rowsOf(CARRIER.id)).toHaveLength(2);
});

it('lets a station that sends more than it may wait, counts that, and loses nothing of it', async () => {
  const socket = connect(aisPort, '127.0.0.1');
  const timer = setInterval(() => socket.write(SENTENCE), 300);
  try {
    await until('its first lines are read', async () =>
      (await rowsOf(STATION.id)).some(({ outcome }) => outcome === 'READ'),
    );
    await until('it is held back', async () => {
      const held = await metric(system.url(), 'throughline_held_back_total', `source="${STATION.id}"`);
      return held > 0;
    });
    // One message a minute: what came since waits where it is.
    expect(await rowsOf(STATION.id)).toHaveLength(1);
  } finally {
    clearInterval(timer);
    socket.destroy();
  }
});
