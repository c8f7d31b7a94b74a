import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claim, container, documentRef, placeRef, transport } from 'graph-schema/domain/claim';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { concludeAll } from 'graph-schema/domain/known/conclude-all';
import { townPointsOf } from 'graph-schema/domain/town-points';
import { standingAt, type RetractionMark, type SaidClaim } from 'graph-schema/domain/known/standing-at';
import type { ReadMessage } from 'graph-schema/domain/message';
import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { eventId } from 'graph-schema/identity/event-id';
import { containerTrips } from 'graph-schema/testing/container-trips';
import { noisyTrips } from 'graph-schema/testing/noisy-trips';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { graphPicture } from '../testing/graph-picture.ts';
import { openGraphUnderTest, type GraphUnderTest } from '../testing/graph-under-test.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const DAY_MS = 86_400_000;
const RUNS = Number(process.env['FC_RUNS'] ?? '12');

const points = townPointsOf(sampleGazetteer);

let under: GraphUnderTest;
beforeAll(async () => {
  under = await openGraphUnderTest();
});
afterAll(() => under.close());

function said(event: TrackingEvent, thread: string | null = null, version = 0): ReadMessage {
  const attested = [{ event, messageRef: thread, span: { start: 0, end: 1 }, recordedAt: null }];
  return { thread, version, attested, retraction: null };
}

/** The picture of the graph, made of what follows from the claims alone. */
function pictureOf(claims: readonly FactClaim[]): unknown {
  const { shipments, cycles, parked } = concludeAll(claims, points);
  const useOf = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    claims: [...new Map(claims.map((one) => [one.id, one])).values()]
      .map(({ id, event }) => ({ id, code: event.code, parked: parked.get(id) ?? null }))
      .sort(byId),
    cycles: cycles
      .map(({ container: box, from, to, documents, aboard, holds }) => ({
        container: box,
        from,
        to,
        documents,
        aboard: JSON.stringify(aboard),
        holds: [...holds].sort(),
      }))
      .sort(byText),
    shipments: shipments
      .map((shipment) => ({
        anchor: shipment.anchor,
        master: shipment.master,
        documents: shipment.documents,
        carries: shipment.cycles.map(({ id }) => `${useOf.get(id)?.container}@${useOf.get(id)?.from ?? '-'}`).sort(),
        shows: shipment.claims.filter(({ cycleId, inherited }) => cycleId === null && !inherited).map(({ id }) => id).sort(),
        covers: shipment.documents,
      }))
      .sort(byText),
  }; // prettier-ignore
}

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** Lists in one order, whoever sorted them, and times as numbers are written here. */
async function graphAs(): Promise<unknown> {
  const { claims, cycles, shipments } = (await graphPicture(under)) as {
    claims: object[];
    cycles: object[];
    shipments: { carries: string[] }[];
  };
  const carried = shipments.map((shipment) => ({
    ...shipment,
    carries: shipment.carries
      .map((use) => use.replace(/[^@]+$/, (at) => (at === '-' ? at : String(Number(at)))))
      .sort(),
  }));
  return { claims, cycles: [...cycles].sort(byText), shipments: carried.sort(byText) };
}

function fact(event: TrackingEvent): FactClaim {
  return { id: eventId(event), event, cycleId: null, inherited: false, voices: [] };
}

describe('what follows from all claims at once is what the graph concluded step by step', () => {
  it('for boxes with several trips, missing gates and part loads, told in any batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(containerTrips('CSQU3054383', START), containerTrips('TBJU1234565', START)).chain((boxes) => {
          const events = boxes.flat().map(({ event }) => event);
          return fc.tuple(fc.shuffledSubarray(events, { minLength: events.length }), fc.integer({ min: 1, max: 8 }));
        }),
        async ([events, batch]) => {
          await under.clear();
          for (let i = 0; i < events.length; i += batch)
            await under.deliver({ source: 'a', messages: events.slice(i, i + batch).map((e) => said(e)) });
          expect(await graphAs()).toEqual(pictureOf(events.map(fact)));
        },
      ),
      { numRuns: RUNS },
    ); // prettier-ignore
  });

  it('for houses, bookings, a rail note after the ship, and what is told of the ship itself', async () => {
    const events = consolidation();
    await under.clear();
    for (const event of events) await under.deliver({ source: 'a', messages: [said(event)] });
    expect(await graphAs()).toEqual(pictureOf(events.map(fact)));
    const { shipments } = concludeAll(events.map(fact), points);
    expect(shipments.map(({ anchor }) => anchor)).toContain('HOUSE_BILL:HBLA1');
    expect(shipments.flatMap(({ claims }) => claims).filter((one) => one.inherited)).not.toEqual([]);
  });

  it('at every step for bills by sea and by air that are tied, untied, and tied otherwise', async () => {
    const bills = [
      'MASTER_BILL:COSU6400000017', 'MASTER_BILL:COSU6400000025', 'AWB:17612345675', 'AWB:17612345686', 'HOUSE_BILL:HBLA1', 'HAWB:DXB4711',
    ] as const; // prettier-ignore
    const named = fc.array(fc.subarray([...bills], { minLength: 1, maxLength: 3 }), {
      minLength: 3,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(named, fc.array(fc.nat({ max: 2 }), { maxLength: 3 }), async (sets, cancelled) => {
        await under.clear();
        const history = [
          ...inTheBoxOf('MASTER_BILL:COSU6400000017').map((event) => said(event)),
          ...sets.map((set, index) => {
            const time = timeAt(START + (10 + index) * DAY_MS);
            const event = claim({ code: 'BL_ISSUED', classifier: 'ACTUAL', time, documents: set.map(documentOf) });
            return said(event, `T${index}`, 100);
          }),
          ...cancelled.map((of, index): ReadMessage => {
            const [thread, version] = [`T${of}`, 200 + index];
            return { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } };
          }),
        ]; // prettier-ignore
        for (const [index, message] of history.entries()) {
          await under.deliver({ source: 'a', messages: [message] });
          expect(await graphAs()).toEqual(pictureOf(standingAt(saidBy(history), marksOf(history), index)));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('at every step of a history in which messages are cancelled and replaced', async () => {
    await fc.assert(
      fc.asyncProperty(
        containerTrips('CSQU3054383', START).chain((trips) => {
          const events = trips.map(({ event }) => event);
          return fc.tuple(
            fc.constant(events),
            fc.array(fc.record({ of: fc.nat({ max: events.length - 1 }), cancels: fc.boolean() }), {
              maxLength: 4,
            }),
          );
        }),
        async ([events, changes]) => {
          await under.clear();
          const history = [
            ...events.map((event, index) => said(event, `T${index}`, 100)),
            ...changes.map(({ of, cancels }, index): ReadMessage => {
              const retraction = { kind: cancels ? ('CANCEL' as const) : ('REPLACE' as const), thread: `T${of}`, version: 200 + index };
              const event = events[(of + 1) % events.length];
              return cancels || !event ? { thread: `T${of}`, version: 200 + index, attested: [], retraction } : { ...said(event, `T${of}`, 200 + index), retraction };
            }),
          ]; // prettier-ignore
          for (const [index, message] of history.entries()) {
            await under.deliver({ source: 'a', messages: [message] });
            // The past is settled: what counts is each change, and what had been before the first of them.
            if (index < events.length - 1) continue;
            expect(await graphAs()).toEqual(pictureOf(standingAt(saidBy(history), marksOf(history), index)));
          }
        },
      ),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });
});

/** A box that a bill lists, aboard and off its ship. */
function inTheBoxOf(bill: IdentifierKey): TrackingEvent[] {
  const [box, documents] = [container('CSQU3054383'), [documentOf(bill)]];
  const on = transport({ mode: 'VESSEL', vesselName: 'KAPOK', vesselImo: '9074729', voyage: '114S' });
  const moves = (['LOADED', 'DISCHARGED'] as const).map((code, index) =>
    claim({
      code,
      classifier: 'ACTUAL',
      time: timeAt(START + (index + 1) * DAY_MS),
      equipment: box,
      loadState: 'FULL',
      documents,
      transport: on,
    }),
  );
  const listed = claim({
    code: 'BL_ISSUED',
    classifier: 'ACTUAL',
    time: timeAt(START),
    documents,
    contents: [box],
  });
  return [listed, ...moves];
}

/** Claims with their attestations; a message is received at the instant of its place in the history. */
function saidBy(history: readonly ReadMessage[]): SaidClaim[] {
  return history.flatMap(({ attested, thread, version, retraction }, index) =>
    attested.map(({ event, span }): SaidClaim => {
      const source = { id: 'a', name: 'a', nameZh: null, kind: 'TERMINAL' as const, trust: {} };
      const voice = { source, rawId: `a:${index}`, sha256: '', format: 'test', receivedAt: new Date(index).toISOString(), messageRef: thread, span }; // prettier-ignore
      return { id: eventId(event), event, said: [{ voice, thread, version, replaces: retraction?.kind === 'REPLACE' }] }; // prettier-ignore
    }),
  );
}

function marksOf(history: readonly ReadMessage[]): RetractionMark[] {
  return history.flatMap(({ retraction }, index) =>
    retraction
      ? [
          {
            thread: retraction.thread,
            cancelled: retraction.kind === 'CANCEL' ? retraction.version : -1,
            replaced: retraction.kind === 'REPLACE' ? retraction.version : -1,
            receivedAt: new Date(index).toISOString(),
          },
        ]
      : [],
  );
}

describe('boxes of which some messages are wrong', () => {
  it('are cut, and their wrong messages parked, as the graph does it', async () => {
    const events = noisyEvents();
    await under.clear();
    for (let i = 0; i < events.length; i += 40)
      await under.deliver({ source: 'a', messages: events.slice(i, i + 40).map((e) => said(e)) });
    expect(await graphAs()).toEqual(pictureOf(events.map(fact)));
  });
});

/** A master with two houses in two boxes, its booking, a train after the ship, and the ship's own call. */
function consolidation(): TrackingEvent[] {
  const master = documentRef('MASTER_BILL', 'COSU6400000017');
  const booking = documentRef('BOOKING', '8200000017');
  const note = documentRef('RAIL_NOTE', '26638154');
  const on = transport({ mode: 'VESSEL', vesselName: 'KAPOK', vesselImo: '9074729', voyage: '114S' });
  const at = (code: TrackingEvent['code'], day: number, more: Partial<TrackingEvent> = {}) => {
    const time = timeAt(START + day * DAY_MS);
    return claim({ code, classifier: 'ACTUAL', time, place: placeRef({ unLocode: 'CNNBO' }), ...more });
  }; // prettier-ignore
  const box = (reference: string, ...documents: readonly DocumentRef[]) => ({ equipment: container(reference), documents }); // prettier-ignore
  const [one, two] = ['CSQU3054383', 'TBJU1234565'] as const;
  return [
    at('BOOKING_CONFIRMED', 0, { documents: [booking] }),
    at('BL_ISSUED', 6, { documents: [master, booking], contents: [container(one), container(two)] }),
    at('BL_ISSUED', 6, { documents: [documentRef('HOUSE_BILL', 'HBLA1'), master], contents: [container(one)] }),
    at('BL_ISSUED', 6, { documents: [documentRef('HOUSE_BILL', 'HBLB2'), master] }),
    at('DECL_RELEASED', 7, { documents: [documentRef('DECLARATION', '310420261000000014'), documentRef('HOUSE_BILL', 'HBLA1')] }),
    ...[one, two].flatMap((reference) => [
      at('GATED_OUT', 1, { ...box(reference, booking), loadState: 'EMPTY' }),
      at('GATED_IN', 3, { ...box(reference), loadState: 'FULL' }),
      at('LOADED', 5, { ...box(reference, master), transport: on, loadState: 'FULL' }),
      at('DISCHARGED', 20, { ...box(reference, master), transport: on, loadState: 'FULL' }),
    ]),
    at('LOADED', 23, { ...box(one, note), loadState: 'FULL' }),
    at('GATED_IN', 40, { ...box(one), loadState: 'EMPTY' }),
    at('DEPARTED', 5.5, { transport: on }),
    at('ARRIVED', 19, { transport: on }),
  ]; // prettier-ignore
}

/** A dozen boxes of which gates are missing and some messages are of another box or day, and what ties their papers. */
function noisyEvents(): TrackingEvent[] {
  const { claims, together } = noisyTrips(20_260_105, { boxes: 12, missing: 0.05, wrong: 0.05 });
  const moves = claims.map(({ claim: told, box }) => {
    const [vesselName = null, voyage = null] = told.run === null ? [] : splitKey(told.run).value.split('/');
    return claim({
      code: told.code,
      classifier: told.classifier,
      loadState: told.loadState,
      time: timeAt(told.at),
      equipment: container(`CBHU${String(box).padStart(7, '0')}`),
      documents: told.documents.map(documentOf),
      transport: told.run === null ? null : transport({ mode: 'VESSEL', vesselName, voyage }),
    });
  });
  const papers = together.map((pair, index) =>
    claim({
      code: 'BL_ISSUED',
      classifier: 'ACTUAL',
      time: timeAt(START + index),
      documents: pair.map(documentOf),
    }),
  );
  return [...moves, ...papers];
}

function documentOf(key: IdentifierKey): DocumentRef {
  const { scheme, value } = splitKey(key);
  return documentRef(scheme as DocumentRef['scheme'], value);
}

function timeAt(at: number): EventTime {
  const instant = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' };
}
