import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { openCuttableProxy, type CuttableProxy } from './testing/cuttable-proxy.ts';
import { eventually } from './testing/deadline.ts';
import { openLiveStream, type LiveStream, type Transport } from './testing/live-stream.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
/** Within this time a deriver has taken up what was told. */
const DERIVED_MS = 2500;
let system: SampleSystem;
let redis: CuttableProxy;
const open: LiveStream<Update>[] = [];

beforeAll(async () => {
  system = await startSampleSystem(async (url) => {
    redis = await openCuttableProxy(url);
    return redis.url;
  });
}, START_MS);
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
});
afterAll(async () => {
  await system.stop();
  await redis.close();
});

interface Update {
  readonly journeyUpdated: {
    readonly __typename: string;
    readonly code?: string;
    readonly cursor?: string;
    readonly shipment?: {
      readonly id: string;
      readonly journey: {
        readonly phase: string;
        readonly containers: readonly {
          readonly reference: string;
          readonly last: { readonly code: string; readonly time: { readonly local: string } } | null;
        }[];
        readonly livePosition: {
          readonly latitude: number;
          readonly longitude: number;
          readonly means: string;
          readonly name: string | null;
          readonly basis: string;
          readonly source: { readonly id: string } | null;
        } | null;
      };
    };
  };
}

const FOLLOW = `subscription ($id: ID!) {
  journeyUpdated(id: $id) {
    __typename
    ... on Error { code }
    ... on JourneyUpdate {
      cursor
      shipment { id journey {
        phase
        containers { reference last { code time { local } } }
        livePosition { latitude longitude means name basis source { id } }
      } }
    }
  }
}`;

function follow(transport: Transport, id: string): LiveStream<Update> {
  const stream = openLiveStream<Update>(transport, system.url, FOLLOW, { id });
  open.push(stream);
  return stream;
}

async function shipmentOf(number: string): Promise<string> {
  const query = 'query ($number: String!) { lookup(number: $number) { shipments { shipment { id } } } }';
  const answer = await ask<{ lookup: { shipments: { shipment: { id: string } }[] } }>(system.url, query, {
    number,
  });
  const id = answer.data?.lookup.shipments[0]?.shipment.id;
  if (!id) throw new Error(`${number} is not in the sample world`);
  return id;
}

const lastOf = ({ journeyUpdated }: Update, box: string) =>
  journeyUpdated.shipment?.journey.containers.find((c) => c.reference === box)?.last;

/** A full box out of the gate at Ningbo, on the wire as a terminal sends it. */
function gateOut(box: string, hhmm: string): string {
  return `UNB+UNOA:2+NGBTERM+CARRIERX+261121:${hhmm}+${hhmm}'
UNH+1+CODECO:D:95B:UN:ITG14'
BGM+36+GO261121${hhmm}+9'
NAD+CF+COSU:160:20'
EQD+CN+${box}+22G1:102:5++3+5'
RFF+BM:COSU6415530971'
DTM+7:20261121${hhmm}:203'
LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ'
CNT+16:1'
UNT+9+1'
UNZ+1+${hhmm}'
`;
}

describe.each([
  {
    transport: 'graphql-ws',
    box: 'CBHU3804175',
    at: '1650',
    // AIS message 1 of SAMPLE MERIDIAN at 33.9 N 26.4 E, 09:05 UTC.
    position: '\\s:tlsample1,c:1795251900*16\\!AIVDM,1,1,,A,177ngwP02c1pnH0CIM8;Qa<00000,0*77\r\n',
    seen: [33.9, 26.4],
  },
  {
    transport: 'SSE',
    box: 'CBHU3804220',
    at: '1655',
    // The same ship a minute later, at 34.1 N 26.1 E.
    position: '\\s:tlsample1,c:1795251960*10\\!AIVDM,1,1,,A,177ngwP02c1oNO0CPip;Qa<00000,0*3A\r\n',
    seen: [34.1, 26.1],
  },
] as const)('a journey followed over $transport', ({ transport, box, at, position, seen }) => {
  it('is answered at once, and again when a terminal tells something', async () => {
    const id = await shipmentOf('COSU6415530971');
    const stream = follow(transport, id);
    const first = await stream.until('the first answer', () => true);
    expect(first.journeyUpdated).toMatchObject({ __typename: 'JourneyUpdate', shipment: { id } });
    expect(lastOf(first, box)?.code).toBe('INSPECTED');

    await system.deliver('ningbo-terminal', gateOut(box, at));
    const changed = await stream.until('the gate-out', (u) => lastOf(u, box)?.code === 'GATED_OUT');
    expect(lastOf(changed, box)?.time.local).toBe(`2026-11-21T16:${at.slice(2)}:00`);
    expect(changed.journeyUpdated.cursor).not.toBe(first.journeyUpdated.cursor);
    // One fact is one answer, also after what is kept of the shipment was derived anew.
    const again = stream.until('another answer', () => true).catch(() => null);
    expect(await Promise.race([again, setTimeout(DERIVED_MS, null)])).toBeNull();
  });

  it('begins with what is now, when it is followed again', async () => {
    const again = follow(transport, await shipmentOf('COSU6415530971'));
    const first = await again.until('the first answer', () => true);
    expect(lastOf(first, box)?.code).toBe('GATED_OUT');
  });

  it('moves with its ship', async () => {
    const stream = follow(transport, await shipmentOf('COSU6412780350'));
    const first = await stream.until('the first answer', () => true);
    const before = first.journeyUpdated.shipment?.journey.livePosition;
    expect(before?.longitude).toBeGreaterThan(seen[1]);

    await system.deliver('ais-station', position);
    const moved = await stream.until(
      'the new position',
      (u) => u.journeyUpdated.shipment?.journey.livePosition?.longitude !== before?.longitude,
    );
    const now = moved.journeyUpdated.shipment?.journey.livePosition;
    expect(now?.latitude).toBeCloseTo(seen[0], 4);
    expect(now?.longitude).toBeCloseTo(seen[1], 4);
  });

  it('that does not exist is a typed error, and the end', async () => {
    const stream = follow(transport, 'no-such-shipment');
    const answer = await stream.until('the error', () => true);
    expect(answer.journeyUpdated).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    await stream.ended();
  });
});

describe.each([
  {
    means: 'AIRCRAFT', number: '172-26114686', name: 'CV9737', source: 'adsb-receivers', seen: [55.5, 30.25],
    says: JSON.stringify({
      now: 1_795_252_015, messages: 4, aircraft: [{ hex: '4d03f7', flight: 'CLX9737 ', r: 'LX-TLN', lat: 55.5, lon: 30.25, seen_pos: 0.5, gs: 470, track: 271 }],
    }),
  },
  {
    means: 'TRUCK', number: '8211240963', name: '浙A7L602', source: 'truck-platform', seen: [30.01, 121.2],
    says: JSON.stringify([{ plateNo: '浙A7L602', lat: 30.01, lng: 121.2, speed: 62, direction: 95, gpsTime: '2026-11-21 17:06:30' }]),
  },
  {
    means: 'CONTAINER', number: 'COSU6417702388', name: 'CSNU6190340', source: 'box-telematics', seen: [32.71, 109.2],
    says: JSON.stringify([{
      metadata: { eventID: '5e1d0000-0000-4000-8000-00000000feed', eventCreatedDateTime: '2026-11-21T09:06:40Z', eventType: 'IOT' },
      payload: {
        eventClassifierCode: 'ACT', eventDateTime: '2026-11-21T09:06:40Z', iotEventTypeCode: 'DETC', iotEventCode: 'LOC',
        geoLocation: { latitude: 32.71, longitude: 109.2 }, equipmentReference: 'CSNU6190340',
      },
    }]),
  },
  {
    // Stations told of it some hours ago; its own receiver tells where it is now.
    means: 'TRAIN', number: '26638154', name: '1418', source: 'sample-railway-platform', before: 'LAST_SEEN', seen: [52.6, 62.4],
    says: JSON.stringify([{
      trainNumber: 1418, departureDate: '2026-11-17', timestamp: '2026-11-21T09:06:30.000Z', location: { type: 'Point', coordinates: [62.4, 52.6] }, speed: 72,
    }]),
  },
])('a journey whose $means reports', ({ means, number, name, source, before = 'REPORTED', seen, says }) => {
  it('moves with it, and says whose position it is and who reported it', async () => {
    const stream = follow('graphql-ws', await shipmentOf(number));
    const first = await stream.until('the first answer', () => true);
    expect(first.journeyUpdated.shipment?.journey.livePosition).toMatchObject({
      means, name, basis: before, source: { id: source },
    }); // prettier-ignore

    await system.deliver(source, says);
    const [latitude, longitude] = seen;
    const moved = await stream.until(
      'the new position',
      (u) => u.journeyUpdated.shipment?.journey.livePosition?.longitude === longitude,
    );
    expect(moved.journeyUpdated.shipment?.journey.livePosition).toMatchObject({
      latitude, means, name, basis: 'REPORTED', source: { id: source },
    }); // prettier-ignore
  });
}); // prettier-ignore

describe('a journey followed while Redis is killed and comes back', () => {
  it('shows what was told meanwhile, though no nudge came', async () => {
    const box = 'CBHU3804175';
    const stream = follow('graphql-ws', await shipmentOf('COSU6415530971'));
    await stream.until('the first answer', () => true);

    await redis.cut();
    await system.deliver('ningbo-terminal', gateOut(box, '1700').replace('+3+5\'', '+3+4\'').replace('BGM+36', 'BGM+34')); // prettier-ignore
    const query = 'query ($number: String!) { lookup(number: $number) { shipments { shipment { journey { containers { reference last { time { local } } } } } } } }'; // prettier-ignore
    await eventually('ingest has written it', async () => {
      const answer = await ask(system.url, query, { number: 'COSU6415530971' });
      return JSON.stringify(answer).includes('2026-11-21T17:00:00') ? true : null;
    });
    await redis.restore();

    const changed = await stream.until('what was missed', (u) => lastOf(u, box)?.code === 'GATED_IN');
    expect(lastOf(changed, box)?.time.local).toBe('2026-11-21T17:00:00');
  });
});
