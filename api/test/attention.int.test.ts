import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { eventually } from './testing/deadline.ts';
import { openLiveStream, type LiveStream } from './testing/live-stream.ts';
import { ANCHOR, startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
const COFFEE = 'COSU6415530971';
/** Duty is due since 03:41 on the 18th; three days without payment make it an exception. */
const STUCK_FROM = '2026-11-21T03:41:00.000Z';

/** The service clock: it stands where a test sets it. */
let now = Date.parse(ANCHOR);
const setClock = (instant: string) => {
  now = Date.parse(instant);
};

let system: SampleSystem;
const open: LiveStream<Update>[] = [];
beforeAll(async () => {
  system = await startSampleSystem(
    async (url) => url,
    () => now,
  );
}, START_MS);
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
});
afterAll(() => system.stop());

interface Journey {
  readonly changesAt: string | null;
  readonly exceptions: readonly {
    readonly kind: string;
    readonly of: string | null;
    readonly openedAt: string;
    readonly closedAt: string | null;
    readonly actor: string;
  }[];
  readonly containers: readonly {
    readonly reference: string;
    readonly parked: readonly {
      readonly reason: string;
      readonly against: readonly string[];
      readonly milestone: {
        readonly id: string;
        readonly code: string;
        readonly voices: readonly { readonly source: { readonly id: string }; readonly evidence: { readonly span: string } }[];
      };
    }[];
    readonly steps: readonly { readonly code: string; readonly voices: readonly { readonly eventId: string }[] }[];
  }[];
} // prettier-ignore

interface Update {
  readonly journeyUpdated: { readonly shipment: { readonly journey: Journey } };
}

interface Found {
  readonly lookup: { readonly shipments: readonly { readonly shipment: { readonly id: string; readonly journey: Journey } }[] };
} // prettier-ignore

const JOURNEY = `journey {
  changesAt
  exceptions { kind of openedAt closedAt actor }
  containers {
    reference
    parked { reason against milestone { id code voices { source { id } evidence { span } } } }
    steps { code voices { eventId } }
  }
}`;

async function find(number: string) {
  const query = `query ($number: String!) { lookup(number: $number) { shipments { shipment { id ${JOURNEY} } } } }`;
  const answer = await ask<Found>(system.url, query, { number });
  const shipment = answer.data?.lookup.shipments[0]?.shipment;
  if (!shipment) throw new Error(JSON.stringify(answer));
  return shipment;
}

const journeyOf = ({ journeyUpdated }: Update) => journeyUpdated.shipment.journey;
const openOnes = ({ exceptions }: Journey) => exceptions.filter(({ closedAt }) => closedAt === null);

describe('an open page', () => {
  it('shows that something has lasted too long at the instant at which it has', async () => {
    setClock('2026-11-21T03:40:59Z');
    const { id } = await find(COFFEE);
    const stream = openLiveStream<Update>(
      'graphql-ws',
      system.url,
      `subscription ($id: ID!) { journeyUpdated(id: $id) { ... on JourneyUpdate { shipment { ${JOURNEY} } } } }`,
      { id },
    );
    open.push(stream);
    const first = journeyOf(await stream.until('the first answer', () => true));
    expect(openOnes(first)).toEqual([]);
    expect(first.changesAt).toBe(STUCK_FROM);

    setClock(STUCK_FROM);
    const pushed = await stream.until('the exception', (u) => openOnes(journeyOf(u)).length > 0);
    expect(openOnes(journeyOf(pushed))).toEqual([
      { kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE', openedAt: STUCK_FROM, closedAt: null, actor: 'DECLARANT' },
    ]);
  }); // prettier-ignore
});

/** A gate move of a box that is at sea that day, told under somebody else's bill. */
const IMPOSSIBLE = `UNB+UNOA:2+NGBTERM+CARRIERX+261105:0900+0900'
UNH+1+CODECO:D:95B:UN:ITG14'
BGM+36+GO2611050900+9'
NAD+CF+COSU:160:20'
EQD+CN+CBHU3804175+22G1:102:5++3+5'
RFF+BM:COSU6499999990'
DTM+7:202611050900:203'
LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ'
CNT+16:1'
UNT+9+1'
UNZ+1+0900'
`;

describe('a message that cannot be true', () => {
  it('is listed with its box: why it fits no trip, who said it, and what speaks against it', async () => {
    setClock(ANCHOR);
    await system.deliver('ningbo-terminal', IMPOSSIBLE);
    const box = await eventually('it is written', async () => {
      const { journey } = await find(COFFEE);
      return journey.containers.find(({ parked }) => parked.length > 0) ?? null;
    });
    expect(box.reference).toBe('CBHU3804175');
    expect(box.parked).toMatchObject([
      { reason: 'CONTRADICTED', milestone: { code: 'GATED_OUT', voices: [{ source: { id: 'ningbo-terminal' } }] } },
    ]); // prettier-ignore
    expect(box.parked[0]?.milestone.voices[0]?.evidence.span).toContain('EQD+CN+CBHU3804175');
    const against = new Set(box.parked[0]?.against);
    const codes = box.steps.filter(({ voices }) => voices.some(({ eventId }) => against.has(eventId)));
    expect(codes.map(({ code }) => code)).toEqual(['LOADED', 'DISCHARGED']);
    const shown = box.steps.flatMap(({ voices }) => voices.map(({ eventId }) => eventId));
    expect(shown).not.toContain(box.parked[0]?.milestone.id);
  });
});
