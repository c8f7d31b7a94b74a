import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { containerTrips } from 'graph-schema/testing/container-trips';
import { graphPicture } from '../testing/graph-picture.ts';
import { openGraphUnderTest, type GraphUnderTest, type TestDelivery } from '../testing/graph-under-test.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const RUNS = Number(process.env['FC_RUNS'] ?? '12');

let under: GraphUnderTest;
beforeAll(async () => {
  under = await openGraphUnderTest();
});
afterAll(() => under.close());

function said(event: TrackingEvent, thread: string | null = null, version = 0): ReadMessage {
  const attested = [{ event, messageRef: thread, span: { start: 0, end: 1 }, recordedAt: null }];
  return { thread, version, attested, retraction: null };
}

async function pictureAfter(deliveries: readonly TestDelivery[]): Promise<unknown> {
  await under.clear();
  for (const delivery of deliveries) await under.deliver(delivery);
  return graphPicture(under);
}

describe('P2: same facts, any order, any repetition, any batching: the same graph', () => {
  it('gives one picture however the claims are batched, shuffled and repeated by two sources', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .tuple(containerTrips('CSQU3054383', START), containerTrips('TBJU1234565', START))
          .chain(([a, b]) => {
            const events = [...a, ...b].map((c) => c.event);
            return fc.tuple(
              fc.constant(events),
              fc.shuffledSubarray(events, { minLength: events.length }),
              fc.subarray(events),
              fc.integer({ min: 1, max: 5 }),
              fc.boolean(),
            );
          }),
        async ([events, shuffled, repeated, batch, repeatFirst]) => {
          const atOnce = await pictureAfter([{ source: 'a', messages: events.map((e) => said(e)) }]);
          const deliveries: TestDelivery[] = [];
          for (let i = 0; i < shuffled.length; i += batch) {
            deliveries.push({ source: 'a', messages: shuffled.slice(i, i + batch).map((e) => said(e)) });
          }
          // Repetitions come before and after: the last word may be a paper that ties others together.
          const again = { source: 'b', messages: repeated.map((e) => said(e)) };
          if (repeatFirst) deliveries.unshift(again);
          else deliveries.push(again);
          expect(await pictureAfter(deliveries)).toEqual(atOnce);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('P4: a cancelled or replaced message leaves what never sending it would have left', () => {
  it('in any order of arrival of the message, its cancellation and its replacement', async () => {
    await fc.assert(
      fc.asyncProperty(
        containerTrips('CSQU3054383', START).chain((claims) => {
          const events = claims.map((c) => c.event);
          return fc.tuple(
            fc.constant(events),
            fc.integer({ min: 0, max: events.length - 1 }),
            fc.boolean(),
            fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
          );
        }),
        async ([events, index, replace, order]) => {
          const rest = events.filter((_, i) => i !== index);
          const victim = events[index];
          if (!victim) return;
          const wrong: TrackingEvent = {
            ...victim,
            time: { ...victim.time, instant: '2026-02-02T02:02:00Z' },
          };
          const deliveries: TestDelivery[] = [
            { source: 'a', messages: rest.map((e) => said(e)) },
            { source: 'a', messages: [said(wrong, 'T1', 100)] },
            {
              source: 'a',
              messages: [
                replace
                  ? {
                      ...said(victim, 'T1', 200),
                      retraction: { kind: 'REPLACE', thread: 'T1', version: 200 },
                    }
                  : {
                      thread: 'T1',
                      version: 200,
                      attested: [],
                      retraction: { kind: 'CANCEL', thread: 'T1', version: 200 },
                    },
              ],
            },
          ];
          const never = await pictureAfter([
            { source: 'a', messages: (replace ? events : rest).map((e) => said(e)) },
          ]);
          const after = await pictureAfter(order.flatMap((i) => deliveries[i] ?? []));
          expect(after).toEqual(never);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('lets the other voice stand, keeps the same bytes cancelled, and restores by a newer message', async () => {
    const [first] = fc.sample(containerTrips('CSQU3054383', START), 1)[0] ?? [];
    if (!first) throw new Error('no claim generated');
    const event = first.event;
    const stands = async () => {
      const rows = await under.query<{ sources: string[] }>(
        `MATCH (w:RawMessage)-[a:ATTESTS]->(:Event) WHERE a.withdrawn IS NULL OR NOT a.withdrawn
         RETURN collect(DISTINCT w.source) AS sources`,
      );
      return rows[0]?.sources.sort();
    };
    await under.clear();
    const message = { source: 'terminal', messages: [said(event, 'T1', 100)] };
    await under.deliver(message);
    await under.deliver({ source: 'carrier', messages: [said(event, 'X9', 50)] });
    const cancel: ReadMessage = {
      thread: 'T1',
      version: 200,
      attested: [],
      retraction: { kind: 'CANCEL', thread: 'T1', version: 200 },
    };
    await under.deliver({ source: 'terminal', messages: [cancel] });
    expect(await stands()).toEqual(['carrier']);
    await under.deliver(message);
    expect(await stands()).toEqual(['carrier']);
    await under.deliver({ source: 'terminal', messages: [said(event, 'T1', 300)] });
    expect(await stands()).toEqual(['carrier', 'terminal']);
  });
});

describe('P3 on the graph', () => {
  it('never lets two shipments hold the same claim of one box', async () => {
    await fc.assert(
      fc.asyncProperty(containerTrips('CSQU3054383', START), async (claims) => {
        await under.clear();
        for (const { event } of claims) await under.deliver({ source: 'a', messages: [said(event)] });
        const shared = await under.query(
          `MATCH (y:EquipmentCycle) UNWIND y.holds AS e WITH e, count(DISTINCT y) AS cycles WHERE cycles > 1 RETURN e`,
        );
        expect(shared).toEqual([]);
        const truth = new Map(
          claims.map((c) => [c.event.time.instant + c.event.code + c.event.classifier, c.trip]),
        );
        const rows = await under.query<{ shipment: string; claims: string[] }>(
          `MATCH (s:Shipment)-[:CARRIES]->(y:EquipmentCycle) UNWIND y.holds AS id MATCH (e:Event {id: id}) RETURN s.id AS shipment, collect(e.claim) AS claims`,
        );
        for (const row of rows) {
          const trips = new Set(
            row.claims.map((text) => {
              const event = JSON.parse(text) as TrackingEvent;
              return truth.get(event.time.instant + event.code + event.classifier);
            }),
          );
          expect(trips.size, row.shipment).toBe(1);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
