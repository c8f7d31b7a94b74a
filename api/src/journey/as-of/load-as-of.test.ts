import { OPERATOR } from 'graph-schema/domain/access/asker';
import fc from 'fast-check';
import { claim, container, documentRef, placeRef, transport } from 'graph-schema/domain/claim';
import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import { townsOf } from 'graph-schema/domain/journey/towns';
import { concludeAll } from 'graph-schema/domain/known/conclude-all';
import { standingAt } from 'graph-schema/domain/known/standing-at';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { shipmentId } from 'graph-schema/identity/shipment-id';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import { containerTrips } from 'graph-schema/testing/container-trips';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { describe, expect, it } from 'vitest';
import { AsOfError } from '../../errors.ts';
import { loadAsOf, lookUpAsOf } from './load-as-of.ts';
import { saidGraph, type SaidGraph, type SaidMessage } from './testing/said-graph.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const RUNS = Number(process.env['FC_RUNS'] ?? '60');
const NOW = START + 400 * DAY_MS;
const places = sampleGazetteer;

const readsOf = ({ graph }: SaidGraph) => ({ graph, places, now: () => NOW, asker: OPERATOR });

/** The journey of a consignment by all that was ever said, without looking for what hangs together. */
function byEverything({ said, marks }: SaidGraph, anchor: string, at: number) {
  const { shipments } = concludeAll(standingAt(said, marks, at));
  const facts = shipments.find((one) => one.anchor === anchor && one.claims.length > 0);
  return facts ? deriveJourney({ ...facts, shipmentId: shipmentId(anchor) }, at, getJourneyRules(at), townsOf(places)) : null; // prettier-ignore
}

/** Two boxes with up to four trips each, told within a day, some of it later taken back or replaced by what others said. */
const histories = fc
  .tuple(containerTrips('CSQU3054383', START), containerTrips('TBJU1234565', START))
  .map((boxes) => boxes.flat().map(({ event }) => event))
  .chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.array(fc.integer({ min: 0, max: 60 * 24 }), { minLength: events.length, maxLength: events.length }),
      fc.array(
        fc.record({
          of: fc.nat({ max: events.length - 1 }),
          days: fc.integer({ min: 0, max: 90 }),
          does: fc.constantFrom<'CANCEL' | 'REPLACE'>('CANCEL', 'REPLACE'),
        }),
        { maxLength: 4 },
      ),
    ),
  )
  .map(([events, late, changes]): SaidMessage[] => {
    const at = (index: number) => Date.parse(events[index]?.time.instant ?? '') + (late[index] ?? 0) * 60_000;
    return [
      ...events.map((event, index): SaidMessage => ({ at: at(index), thread: `T${index}`, version: 100, events: [event], does: 'SAY' })),
      ...changes.map(({ of, days, does }, index): SaidMessage => {
        const other = events[(of + 1) % events.length];
        return { at: at(of) + days * DAY_MS, thread: `T${of}`, version: 200 + index, events: does === 'REPLACE' && other ? [other] : [], does };
      }),
    ];
  }); // prettier-ignore

describe('looking back', () => {
  it('answers as whoever knows everything that was ever said', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 0, max: 300 }), async (history, day) => {
        const world = saidGraph(history);
        const at = Math.max(START + day * DAY_MS, Math.min(...history.map((one) => one.at)));
        const anchors = [...new Set([at, NOW].flatMap((t) => concludeAll(standingAt(world.said, world.marks, t)).shipments.map(({ anchor }) => anchor)))]; // prettier-ignore
        const views = await loadAsOf(readsOf(world), anchors.map(shipmentId), at);
        for (const [index, anchor] of anchors.entries()) {
          const view = views[index];
          const expected = byEverything(world, anchor, at);
          if (!view || view instanceof AsOfError || !expected) continue;
          if (view.facts.anchor !== anchor) continue;
          if (view.withdrawn.some(({ reason }) => reason === 'ANOTHER_SHIPMENT')) continue;
          expect(view.journey).toMatchObject(expected);
          compared += 1;
        }
        for (const [index, anchor] of anchors.entries())
          if (byEverything(world, anchor, at)) expect(views[index]).not.toBeInstanceOf(AsOfError);
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 2);
  });

  it('finds by a number what the number led to then', async () => {
    const world = saidGraph(story());
    const hits = async (key: 'CONTAINER:CSQU3054383' | 'BOOKING:8200000017' | 'MASTER_BILL:COSU6400000017', day: number) =>
      ((await lookUpAsOf(readsOf(world), [key], START + day * DAY_MS)).get(key) ?? []).map(({ anchor }) => anchor); // prettier-ignore
    expect(await hits('BOOKING:8200000017', 2)).toEqual(['BOOKING:8200000017']);
    expect(await hits('BOOKING:8200000017', 9)).toEqual(['MASTER_BILL:COSU6400000017']);
    expect(await hits('MASTER_BILL:COSU6400000017', 2)).toEqual([]);
    expect(await hits('CONTAINER:CSQU3054383', 2)).toEqual(['BOOKING:8200000017']);
  });

  it('asks the graph a bounded number of things', async () => {
    const world = saidGraph(story());
    await loadAsOf(readsOf(world), [shipmentId('BOOKING:8200000017')], START + 30 * DAY_MS);
    expect(world.asked.length).toBeLessThanOrEqual(14);
  });
});

const master = documentRef('MASTER_BILL', 'COSU6400000017');
const booking = documentRef('BOOKING', '8200000017');
const other = documentRef('MASTER_BILL', 'COSU6400000024');
const kapok = transport({ mode: 'VESSEL', vesselName: 'KAPOK', vesselImo: '9074729', voyage: '114S' });

function happening(code: EventCode, day: number, more: Partial<TrackingEvent> = {}): TrackingEvent {
  const instant = `${new Date(START + day * DAY_MS).toISOString().slice(0, 19)}Z`;
  const time = { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' } as const; // prettier-ignore
  return claim({ code, classifier: 'ACTUAL', time, place: placeRef({ unLocode: 'CNNBO' }), ...more });
}

function box(reference: string, ...documents: readonly DocumentRef[]): Partial<TrackingEvent> {
  return { equipment: container(reference), documents };
}

/** Each message is received an hour after what it tells of. */
function told(...events: readonly TrackingEvent[]): SaidMessage[] {
  return events.map((event, index) => ({
    at: Date.parse(event.time.instant) + HOUR_MS,
    thread: `T${index}`,
    version: 100,
    events: [event],
    does: 'SAY',
  }));
}

/** Booked, picked up empty, then known by its bill, loaded, sailed. */
function story(): SaidMessage[] {
  return told(
    happening('BOOKING_CONFIRMED', 0, { documents: [booking] }),
    happening('GATED_OUT', 1, { ...box('CSQU3054383', booking), loadState: 'EMPTY' }),
    happening('GATED_IN', 4, { ...box('CSQU3054383'), loadState: 'FULL' }),
    happening('BL_ISSUED', 6, { documents: [master, booking], contents: [container('CSQU3054383')] }),
    happening('LOADED', 7, { ...box('CSQU3054383', master), transport: kapok, loadState: 'FULL' }),
    happening('DEPARTED', 8, { transport: kapok }),
  );
}

const asked = async (history: readonly SaidMessage[], anchor: string, day: number) => {
  const [answer] = await loadAsOf(readsOf(saidGraph(history)), [shipmentId(anchor)], START + day * DAY_MS);
  return answer ?? null;
};
const shown = async (history: readonly SaidMessage[], anchor: string, day: number) => {
  const view = await asked(history, anchor, day);
  if (!view || view instanceof AsOfError) throw view ?? new Error('no such shipment');
  return view;
};

describe('an id', () => {
  it('of a booking answers as the booking before there was a bill, and as the bill after', async () => {
    expect((await shown(story(), 'BOOKING:8200000017', 5)).facts.anchor).toBe('BOOKING:8200000017');
    expect((await shown(story(), 'BOOKING:8200000017', 9)).facts.anchor).toBe('MASTER_BILL:COSU6400000017');
  });

  it('is refused with the first word about it where nobody had told of it', async () => {
    const answer = await asked([...story(), ...told(happening('BL_ISSUED', 20, { documents: [other] }))], 'MASTER_BILL:COSU6400000024', 12); // prettier-ignore
    expect(answer).toBeInstanceOf(AsOfError);
    expect(answer).toMatchObject({ code: 'AS_OF_NOT_YET_KNOWN', from: new Date(START + 20 * DAY_MS + HOUR_MS).toISOString(), to: null }); // prettier-ignore
  });

  it('that nobody has is unknown at any time', async () => {
    const [answer] = await loadAsOf(readsOf(saidGraph(story())), ['shp_none'], START + 5 * DAY_MS);
    expect(answer).toBeNull();
  });
});

describe('an instant', () => {
  it('in the future, or before the first message, is refused and says what can be asked', async () => {
    const world = readsOf(saidGraph(story()));
    const id = [shipmentId('BOOKING:8200000017')];
    await expect(loadAsOf(world, id, NOW + 1)).rejects.toMatchObject({ code: 'AS_OF_IN_FUTURE', to: new Date(NOW).toISOString() }); // prettier-ignore
    await expect(loadAsOf(world, id, START)).rejects.toMatchObject({ code: 'AS_OF_BEFORE_SERVICE', from: new Date(START + HOUR_MS).toISOString() }); // prettier-ignore
  });
});

describe('what is taken back', () => {
  const cancelled: SaidMessage = { at: START + 12 * DAY_MS, thread: 'T4', version: 300, events: [], does: 'CANCEL' }; // prettier-ignore

  it('counts until it was, and is marked', async () => {
    const before = await shown([...story(), cancelled], 'BOOKING:8200000017', 11);
    expect(before.journey.phase).toBe('IN_TRANSIT');
    const loaded = before.journey.logistics.find(({ code }) => code === 'LOADED');
    expect(before.withdrawn).toMatchObject([
      { reason: 'TAKEN_BACK', code: 'LOADED', milestoneId: loaded?.id },
    ]);
    const after = await shown([...story(), cancelled], 'BOOKING:8200000017', 13);
    expect(after.journey.phase).not.toBe('IN_TRANSIT');
    expect(after.withdrawn).toEqual([]);
  });
});

describe('a move that proved to be of another cargo', () => {
  // A wrong bill named the booking of somebody else's box; it is cancelled, and the right bill comes, only on day 40.
  const theirs = documentRef('BOOKING', '8200000024');
  const wrong = happening('BL_ISSUED', 22, { documents: [master, theirs] });
  const history: SaidMessage[] = [
    ...story(),
    ...[happening('GATED_OUT', 21, { ...box('TBJU1234565', theirs), loadState: 'EMPTY', place: placeRef({ unLocode: 'NLRTM' }) }), wrong]
      .flatMap((event) => told(event))
      .map((one, index) => ({ ...one, thread: `W${index}` })),
    { at: START + 40 * DAY_MS, thread: 'W1', version: 300, events: [], does: 'CANCEL' },
    { at: START + 40 * DAY_MS, thread: 'X', version: 1, events: [happening('BL_ISSUED', 39, { documents: [other, theirs] })], does: 'SAY' },
  ]; // prettier-ignore

  it('shows with its code and its time, and with nothing else', async () => {
    const view = await shown(history, 'BOOKING:8200000017', 30);
    const { journey, facts, related } = view;
    const text = JSON.stringify([journey, facts, related]);
    for (const secret of ['NLRTM', 'TBJU1234565']) expect(text).not.toContain(secret);
    expect(view.withdrawn.map(({ reason, code, milestoneId }) => `${reason} ${code} ${milestoneId}`)).toEqual(
      expect.arrayContaining(['ANOTHER_SHIPMENT GATED_OUT null']),
    );
    expect(journey.containers.map(({ reference }) => reference)).toEqual(['CSQU3054383']);
  });
});
