import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeRef } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { townPointsOf } from 'graph-schema/domain/town-points';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { containerTrips } from 'graph-schema/testing/container-trips';
import { deriveAll, deriving, summaryPicture } from '../../testing/derive-all.ts';
import { graphPicture } from '../../testing/graph-picture.ts';
import { openGraphUnderTest, type GraphUnderTest } from '../../testing/graph-under-test.ts';
import type { Change } from './changes.ts';
import { rebuild } from './rebuild.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const RUNS = Number(process.env['FC_RUNS'] ?? '12');
const now = () => Date.parse('2026-11-21T02:00:00Z');
const points = townPointsOf(sampleGazetteer);

let under: GraphUnderTest;
beforeAll(async () => {
  under = await openGraphUnderTest();
});
afterAll(async () => {
  await under.query(`MATCH (l:GroupLock {name: 'conclusions'}) SET l.rebuild = null`);
  await under.close();
});

/** Damage of every kind that a bug, an old version or a hand in the database may have done to what was concluded or derived. */
const DAMAGES = {
  'cycles lost': `MATCH (y:EquipmentCycle) WHERE y.from IS NULL OR toInteger(y.from / 60000) % 2 = 0 DETACH DELETE y`,
  'cycles hang on no box': `MATCH (:EquipmentCycle)-[of:OF]->() DELETE of`,
  'cycles not carried': `MATCH (:Shipment)-[c:CARRIES]->() DELETE c`,
  'carried twice': `MATCH (s:Shipment)-[:CARRIES]->(y) CREATE (s)-[:CARRIES]->(y)`,
  'papers cover nothing': `MATCH ()-[c:COVERS]->(:Shipment) DELETE c`,
  'an old rule of what was aboard': `MATCH (y:EquipmentCycle) SET y.aboard = '[]'`,
  'other bounds': `MATCH (y:EquipmentCycle) SET y.from = 1, y.to = 2`,
  'claims of another use': `MATCH (y:EquipmentCycle) SET y.holds = y.holds[1..]`,
  'claims parked': `MATCH (e:Event) SET e.parked = 'NO_CYCLE'`,
  'everything withdrawn': `MATCH ()-[a:ATTESTS]->() WHERE a.thread IS NOT NULL SET a.withdrawn = true`,
  'nothing withdrawn': `MATCH ()-[a:ATTESTS]->() SET a.withdrawn = null`,
  'shipments show nothing': `MATCH (s:Shipment) SET s.shows = []`,
  'shipments lost': `MATCH (s:Shipment) DETACH DELETE s`,
  'summaries lost': `MATCH (m:ShipmentSummary) DELETE m`,
  'summaries of an old day': `MATCH (m:ShipmentSummary) SET m.summary = replace(m.summary, '"phase":"', '"phase":"OLD_'), m.phase = 'PRE_BOOKING'`,
  'summaries found by other words': `MATCH (m:ShipmentSummary) SET m.facets = m.facets[1..], m.urgency = 1`,
  'summaries open to nobody': `MATCH (m:ShipmentSummary) SET m.sight = []`,
  'summaries looked at too late': `MATCH (m:ShipmentSummary) SET m.changesAt = null`,
  'summaries of nothing': `CREATE (:ShipmentSummary {id: 'nothing', lane: 0, phase: 'DELIVERED', summary: '{}', facets: [], sight: []})`,
} as const;
type Damage = keyof typeof DAMAGES;

function said(event: TrackingEvent, thread: string, version = 1): ReadMessage {
  const attested = [{ event, messageRef: thread, span: { start: 0, end: 1 }, recordedAt: null }];
  return { thread, version, attested, retraction: null };
}

function cancels(thread: string): ReadMessage {
  return { thread, version: 2, attested: [], retraction: { kind: 'CANCEL', thread, version: 2 } };
}

/** Trips of two boxes told in any order, each claim in a thread of its own, some taken back before or after. */
const histories = fc
  .tuple(containerTrips('CSQU3054383', START), containerTrips('TBJU1234565', START))
  .chain(([a, b]) => {
    const told = [...a, ...b].map(({ event }, index) => said(event, `T${index}`));
    return fc
      .subarray(told.map((_, index) => index), { maxLength: 3 })
      .map((taken) => [...told, ...taken.map((index) => cancels(`T${index}`))]);
  })
  .chain((messages) => fc.shuffledSubarray(messages, { minLength: messages.length })); // prettier-ignore

async function live(messages: readonly ReadMessage[]): Promise<void> {
  await under.clear();
  for (let i = 0; i < messages.length; i += 3)
    await under.deliver({ source: 'a', messages: messages.slice(i, i + 3) });
  await deriveAll(under, now);
}

async function picture(): Promise<unknown> {
  return [await graphPicture(under), await summaryPicture(under)];
}

async function rebuilt(): Promise<{ changes: Change[]; slices: number }> {
  const changes: Change[] = [];
  const { slices } = await rebuild({
    graph: under.graph,
    now,
    points,
    ...deriving,
    onChange: (change) => changes.push(change),
  });
  return { changes, slices };
}

function idsOf(): Promise<{ of: string; id: string }[]> {
  return under.query(
    `MATCH (s:Shipment) WHERE size(s.documents) > 0 RETURN s.anchor AS of, s.id AS id
     UNION ALL MATCH (i)<-[:OF]-(y:EquipmentCycle) RETURN i.key + toString(y.from) AS of, y.id AS id`,
  );
}

function feed(): Promise<{ lane: number; seq: number; entries: string }[]> {
  return under.query(`MATCH (f:FeedBatch) RETURN f.lane AS lane, f.seq AS seq, f.entries AS entries ORDER BY lane, seq`);
} // prettier-ignore

const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('a rebuild from the facts', () => {
  it('gives what live operation gave, whatever was damaged, and nothing is different the second time', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.subarray(Object.keys(DAMAGES) as Damage[], { minLength: 1, maxLength: 4 }),
        async (messages, damages) => {
          await live(messages);
          const before = await picture();
          for (const damage of damages) await under.query(DAMAGES[damage]);
          await rebuilt();
          expect(await picture()).toEqual(before);
          expect((await rebuilt()).changes).toEqual([]);
        },
      ),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it.each((Object.keys(DAMAGES) as Damage[]).map((damage) => [damage] as const))(
    'mends "%s", names what was different, and keeps the ids that stand',
    async (damage) => {
      const [messages = []] = fc.sample(histories, { numRuns: 1, seed: 20_261_121 });
      await live(messages);
      const [before, ids] = [await picture(), await idsOf()];
      await under.query(DAMAGES[damage]);
      const isDamaged = JSON.stringify(await picture()) !== JSON.stringify(before);
      // An id was minted at first sight, by what was known then: of what is lost altogether it may be another one.
      const left = await under.query<{ id: string }>(`MATCH (n:Shipment|EquipmentCycle) RETURN n.id AS id`);
      const kept = ids.filter(({ id }) => left.some((one) => one.id === id));
      const { changes } = await rebuilt();
      expect(changes.length > 0).toBe(isDamaged);
      expect(await picture()).toEqual(before);
      expect(sorted(await idsOf())).toEqual(expect.arrayContaining(sorted(kept)));
    },
  );

  it('changes nothing and tells nothing where all stands as it should', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (messages) => {
        await live(messages);
        const [before, ids, told] = [await picture(), await idsOf(), await feed()];
        expect((await rebuilt()).changes).toEqual([]);
        expect(await picture()).toEqual(before);
        expect(sorted(await idsOf())).toEqual(sorted(ids));
        expect(await feed()).toEqual(told);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it('tells of the shipments that read differently, and of no others', async () => {
    const [messages = []] = fc.sample(histories, { numRuns: 1, seed: 7 });
    await live(messages);
    const told = await feed();
    const [victim] = await under.query<{ id: string; shipments: string[] }>(
      `MATCH (y:EquipmentCycle)<-[:CARRIES]-(s:Shipment) WITH y, collect(DISTINCT s.id) AS shipments LIMIT 1
       SET y.aboard = '[]', y.holds = y.holds[1..] RETURN y.id AS id, shipments`,
    );
    await rebuilt();
    const named = (await feed())
      .slice(0)
      .filter((batch) => !told.some((old) => old.lane === batch.lane && old.seq === batch.seq))
      .flatMap(({ entries }) => (JSON.parse(entries) as { shipment: string }[]).map(({ shipment }) => shipment));
    expect([...new Set(named)].sort()).toEqual([...(victim?.shipments ?? [])].sort());
  }); // prettier-ignore

  it('names what is stored of a journey otherwise, and writes what live operation wrote; what waits to be derived is no difference', async () => {
    const then = () => START + 10 * 86_400_000;
    const all = { graph: under.graph, now: then, points, ...deriving };
    const told = async () => {
      const changes: Change[] = [];
      await rebuild({ ...all, onChange: (change) => changes.push(change) });
      return changes;
    };
    const [messages = []] = fc.sample(histories, { numRuns: 1, seed: 5 });
    await live(messages);
    await deriveAll(under, then);
    const stored = await summaryPicture(under);
    expect(await told()).toEqual([]);
    const [lost] = await under.query<{ id: string }>(
      `MATCH (m:ShipmentSummary) WITH m, m.id AS id ORDER BY id LIMIT 1 DELETE m RETURN id`,
    );
    const [late] = await under.query<{ id: string }>(
      `MATCH (m:ShipmentSummary) WHERE m.changesAt IS NOT NULL SET m.changesAt = m.changesAt + 1, m.phase = 'DELIVERED' RETURN m.id AS id`,
    );
    expect(await told()).toEqual(
      expect.arrayContaining([
        { kind: 'SUMMARY', id: lost?.id, how: 'missing' },
        { kind: 'SUMMARY', id: late?.id, how: 'derived otherwise: phase, changesAt' },
      ]),
    );
    expect(await summaryPicture(under)).toEqual(stored);
    const loaded = messages.flatMap(({ attested }) => attested).find(({ event }) => event.code === 'LOADED')?.event;
    if (!loaded) throw new Error('nothing loaded');
    await under.deliver({ source: 'b', messages: [said({ ...loaded, classifier: 'ESTIMATED', code: 'DISCHARGED', place: placeRef({ unLocode: 'NLRTM' }) }, 'X')] });
    expect(await told()).toEqual([]);
    const written = await summaryPicture(under);
    expect(written).not.toEqual(stored);
    await deriveAll(under, then);
    expect(await summaryPicture(under)).toEqual(written);
  }); // prettier-ignore

  it('goes on where it was cut off', async () => {
    const [messages = []] = fc.sample(histories, { numRuns: 1, seed: 11 });
    await live(messages);
    const before = await picture();
    await under.query(DAMAGES['cycles lost']);
    await under.query(DAMAGES['papers cover nothing']);
    const cutOff = (after: number) => {
      let steps = 0;
      return rebuild({
        points,
        ...deriving,
        graph: under.graph,
        now,
        onStep() {
          steps += 1;
          if (steps === after) throw new Error('cut off');
        },
      });
    };
    await expect(cutOff(3)).rejects.toThrow('cut off');
    await expect(cutOff(2)).rejects.toThrow('cut off');
    const last = await rebuild({ graph: under.graph, now, points, ...deriving });
    expect(last.resumed).toBe(true);
    expect(await picture()).toEqual(before);
    expect(await rebuild({ graph: under.graph, now, points, ...deriving })).toMatchObject({
      resumed: false,
      changes: 0,
    });
  });

  it('stands aside for messages that come meanwhile, and misses none of them', async () => {
    const [messages = []] = fc.sample(histories, { numRuns: 1, seed: 13 });
    await live(messages);
    const expected = await picture();
    const half = Math.floor(messages.length / 2);
    await live(messages.slice(0, half));
    await under.query(DAMAGES['cycles not carried']);
    await Promise.all([
      rebuild({ graph: under.graph, now, points, ...deriving }),
      under.deliver({ source: 'a', messages: messages.slice(half) }),
    ]);
    await rebuild({ graph: under.graph, now, points, ...deriving });
    expect(await picture()).toEqual(expected);
  });
});

it('an id that went on under another paper is not given twice, and an alias answers for itself again', async () => {
  await under.clear();
  const [trip = []] = fc.sample(containerTrips('CSQU3054383', START), { numRuns: 1, seed: 3 });
  const bill = trip.find(({ event }) => event.code === 'BL_ISSUED')?.event;
  const booking = bill?.documents.find(({ scheme }) => scheme === 'BOOKING');
  const master = bill?.documents.find(({ scheme }) => scheme === 'MASTER_BILL');
  if (!bill || !booking || !master) throw new Error('no bill generated');
  const alone = (code: 'BOOKING_CONFIRMED' | 'BL_ISSUED', document: typeof booking) =>
    ({ ...bill, code, documents: [document] }); // prettier-ignore
  await under.deliver({ source: 'a', messages: [said(alone('BOOKING_CONFIRMED', booking), 'B')] });
  await under.deliver({ source: 'a', messages: [said(alone('BL_ISSUED', master), 'M')] });
  await under.deliver({ source: 'a', messages: [said(bill, 'T')] });
  const answers = () =>
    under.query<{ anchor: string; heir: string | null }>(
      `MATCH (s:Shipment) WHERE size(s.documents) > 0
       RETURN s.anchor AS anchor, head([(s)-[:MERGED_INTO]->(h) | h.anchor]) AS heir ORDER BY anchor`,
    );
  expect(await answers()).toEqual([{ anchor: expect.stringMatching(/^MASTER_BILL/) as string, heir: null }]);
  await under.deliver({ source: 'a', messages: [cancels('T')] });
  expect(await answers()).toEqual([
    { anchor: expect.stringMatching(/^BOOKING/) as string, heir: null },
    { anchor: expect.stringMatching(/^MASTER_BILL/) as string, heir: null },
  ]);
  // Another cargo elsewhere holds the id that a new anchor would get: it gets another one.
  await under.deliver({ source: 'a', messages: [cancels('B'), cancels('M')] });
  await under.query(
    `MATCH (s:Shipment) SET s.documents = ['MASTER_BILL:ELSEWHERE'], s.anchor = 'MASTER_BILL:ELSEWHERE'`,
  );
  await under.deliver({ source: 'a', messages: [said(alone('BL_ISSUED', master), 'N')] });
  const rows = await under.query<{ anchor: string }>(`MATCH (s:Shipment) RETURN s.anchor AS anchor`);
  expect(rows.filter(({ anchor }) => anchor === 'MASTER_BILL:ELSEWHERE')).toHaveLength(2);
  expect(rows).toHaveLength(3);
});
