import type { SightKey } from 'graph-schema/domain/access/asker';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { ship, told } from 'graph-schema/testing/journey-story';
import { ningbo } from 'graph-schema/testing/sample-locations';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventUuid } from '../events/event-id.ts';
import { BILL, BOX, contextOf, sampleViews, type SampleGone } from '../events/testing/sample-context.ts';
import type { ToldEntry } from '../feed/told-batch.ts';
import { viewsById } from '../feed/told-to.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { createRestApp } from '../rest/rest-app.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { epcisQueries } from './facade.ts';
import { epcisSubscriptions } from './subscription-form.ts';

const SEA = 'shp_aaaaaaaaaaaaaaaa';
const AT = '2026-11-05T08:00:00Z';
const paper = `MASTER_BILL:${BILL}` as const;
/** What the terminal said before: the box was loaded an hour earlier, and gone out of the gate, which it never was. */
const early = told('TERMINAL', 'LOADED', '2026-10-25 21:48', ningbo, { box: BOX, paper });
const never = told('TERMINAL', 'GATED_OUT', '2026-10-25 20:00', ningbo, { box: BOX, paper });
const estimate = told('CARRIER', 'ARRIVED', '2026-11-29 09:00', ningbo, { classifier: 'ESTIMATED', paper });
/** What the carrier said of the ship before: she left an hour earlier. She is told of by her voyage. */
const kapok = ship('KAPOK', '114S', '9074729');
const voyage = 'VOYAGE:9074729/114S' as const;
const sailed = told('CARRIER', 'DEPARTED', '2026-10-26 05:00', ningbo, {
  on: kapok,
  heard: '2026-10-26T01:00:00Z',
});
const own = told('INTERNAL', 'PASSED', '2026-10-27 10:00', ningbo, { paper });

const idOf = (claim: FactClaim | undefined) => `urn:uuid:${eventUuid(SEA, claim?.id ?? '')}`;
let loaded: FactClaim | undefined;
let gone: SampleGone[];
beforeEach(() => {
  loaded = sampleViews()[0]?.facts.claims.find(({ event }) => event.code === 'LOADED');
  gone = [
    { shipment: SEA, claim: early, at: AT, instead: [loaded?.id ?? ''] },
    { shipment: SEA, claim: never, at: AT },
    ...[estimate, own].map((claim) => ({ shipment: SEA, claim, at: AT })),
  ];
});

describe('what went, asked for', () => {
  async function list(path: string, sight?: SightKey[]): Promise<EpcisEvent[]> {
    const app = createRestApp([epcisQueries], () => contextOf(sampleViews(), sight, gone));
    const response = await app.request(path.startsWith('/') ? path : `/epcis/v2/events?perPage=100&${path}`);
    expect(response.status, await response.clone().text()).toBe(200);
    const body = (await response.json()) as {
      epcisBody: { queryResults: { resultsBody: { eventList: EpcisEvent[] } } };
    };
    return body.epcisBody.queryResults.resultsBody.eventList;
  }
  const ids = (events: readonly EpcisEvent[]) => events.map(({ eventID }) => eventID).sort();
  const [corrected, denied] = [idOf(early), idOf(never)];

  it('is the event once more under its id, with when and why it does not hold, and what holds in its place', async () => {
    const events = await list('EXISTS_errorDeclaration');
    expect(ids(events)).toEqual([corrected, denied].sort());
    const { errorDeclaration, ...event } =
      events.find(({ eventID }) => eventID === corrected) ?? ({} as Partial<EpcisEvent>);
    expect(errorDeclaration).toEqual({
      declarationTime: AT,
      reason: 'incorrect_data',
      correctiveEventIDs: [idOf(loaded)],
    });
    expect(event).toMatchObject({
      type: 'ObjectEvent',
      bizStep: 'loading',
      eventTime: '2026-10-25T21:48:00+08:00',
      recordTime: AT,
      epcList: [`urn:epc:id:bic:${BOX}`],
    });
    expect(event.bizTransactionList).toContainEqual({
      type: 'bol',
      bizTransaction: `urn:throughline:paper:MASTER_BILL:${BILL}`,
    });
    const other = events.find(({ eventID }) => eventID === denied);
    expect(other?.errorDeclaration).toEqual({ declarationTime: AT, reason: 'did_not_occur' });
    expect(await list(`/epcis/v2/events/${encodeURIComponent(denied)}`)).toEqual([other]);
  });

  it.each([
    ['EQ_errorReason=incorrect_data', [corrected]],
    ['EQ_errorReason=urn:epcglobal:cbv:er:did_not_occur', [denied]],
    ['EQ_errorReason=https://ref.gs1.org/cbv/ER-did_not_occur|incorrect_data', [corrected, denied]],
    [`GE_errorDeclarationTime=${AT}`, [corrected, denied]],
    [`GE_errorDeclaration_Time=${AT}`, [corrected, denied]],
    ['GE_errorDeclarationTime=2026-11-05T08:00:01Z', []],
    [`LT_errorDeclarationTime=${AT}`, []],
    ['LT_errorDeclaration_Time=2026-11-05T16:00:01%2B08:00', [corrected, denied]],
    [`GE_recordTime=${AT}`, [corrected, denied]],
    ['EQ_correctiveEventID=urn:uuid:3cecb101-7a1a-43a4-9d62-e88a131651e2', []],
    ['EXISTS_errorDeclaration&EQ_bizStep=loading', [corrected]],
    [`EXISTS_errorDeclaration&MATCH_epc=urn:epc:id:bic:${BOX}&EQ_eventID=${denied}`, [denied]],
  ])('%s', async (query, expected) => expect(ids(await list(query))).toEqual(expected.toSorted()));

  it('at its id is the event as of an instant before it went, and is not there before it was told', async () => {
    const [then] = await list(`/epcis/v2/events/${denied}?asOf=2026-11-01T00:00:00Z`);
    expect(then).toMatchObject({ eventID: denied, recordTime: '2026-10-25T12:00:00Z' });
    expect(then?.errorDeclaration).toBeUndefined();
    const [since] = await list(`/epcis/v2/events/${denied}?asOf=2026-11-06T08:00:00%2B08:00`);
    expect(since?.errorDeclaration).toEqual({ declarationTime: AT, reason: 'did_not_occur' });
    const thenApp = createRestApp([epcisQueries], () => contextOf(sampleViews(), 'ALL', gone));
    expect((await thenApp.request(`/epcis/v2/events/${denied}?asOf=2026-10-25T11:59:59Z`)).status).toBe(404);
  });

  it('at its id is told as of an instant with the rights of today', async () => {
    const member = createRestApp([epcisQueries], () => contextOf(sampleViews(), ['SHIPMENT:shp_bbbbbbbbbbbbbbbb'], gone));
    expect((await member.request(`/epcis/v2/events/${denied}?asOf=2026-11-01T00:00:00Z`)).status).toBe(404);
  }); // prettier-ignore

  it('is found by what holds in its place, and stands in a list among the rest', async () => {
    expect(ids(await list(`EQ_correctiveEventID=${idOf(loaded)}`))).toEqual([corrected]);
    expect(ids(await list(''))).toEqual(expect.arrayContaining([corrected, denied, idOf(loaded)]));
  });

  it('is not told any more when it is said again', async () => {
    gone = [{ shipment: SEA, claim: loaded ?? early, at: AT }];
    expect(await list('EXISTS_errorDeclaration')).toEqual([]);
    expect(ids(await list('EQ_bizStep=loading'))).toEqual([idOf(loaded)]);
  });

  it('of a ship is told of the cargo that was aboard by what was known then', async () => {
    const [departed] = sampleViews()[0]?.facts.claims.filter(({ event }) => event.code === 'DEPARTED') ?? [];
    gone = [{ shipment: SEA, run: voyage, claim: sailed, at: AT, instead: [departed?.id ?? ''] }];
    const [event, ...others] = await list('EXISTS_errorDeclaration');
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      eventID: idOf(sailed),
      bizStep: 'departing',
      eventTime: '2026-10-26T05:00:00+08:00',
      recordTime: AT,
      errorDeclaration: {
        declarationTime: AT,
        reason: 'incorrect_data',
        correctiveEventIDs: [idOf(departed)],
      },
    });
    expect(await list(`/epcis/v2/events/${encodeURIComponent(idOf(sailed))}`)).toEqual([event]);
    // Before the box was loaded, which was heard of when it was, nobody took the ship's word for the cargo's.
    const soon = told('CARRIER', 'DEPARTED', '2026-10-26 05:00', ningbo, {
      on: kapok,
      heard: '2026-10-19T00:00:00Z',
    });
    gone = [{ shipment: SEA, run: voyage, claim: soon, at: '2026-10-20T08:00:00Z' }];
    expect(await list('EXISTS_errorDeclaration')).toEqual([]);
    gone = [{ shipment: SEA, run: 'VOYAGE:9321483/012W', claim: sailed, at: AT }];
    expect(await list('EXISTS_errorDeclaration')).toEqual([]);
  });

  it('is kept from whoever does not see the shipment', async () => {
    expect(await list('EXISTS_errorDeclaration', ['SHIPMENT:shp_bbbbbbbbbbbbbbbb'])).toEqual([]);
  });
});

describe('what went, told to a subscriber', () => {
  function entry(kind: ToldEntry['kind'], claims: readonly FactClaim[], at = AT): ToldEntry {
    return {
      id: `0.1.${kind}`,
      shipment: SEA,
      kind,
      at,
      seq: 1,
      claims,
      codes: [],
      derived: null,
      mergedInto: null,
      keys: [],
    };
  }

  async function called(
    entries: ToldEntry[],
    query: object = {},
    sight: SightKey[] | 'ALL' = 'ALL',
    seen = sampleViews(),
  ): Promise<EpcisEvent[]> {
    const context = contextOf(seen, sight, gone);
    const result = await epcisSubscriptions.tell(entries, {
      ...context,
      webhook: { id: 's', events: JSON.stringify({ queryName: 'all', query }) },
      see: async (_: unknown, ids: readonly string[]) =>
        viewsById(ids, await Promise.all(ids.map((id) => context.shipments.load(id)))),
      mask: (id: string) => `masked ${id}`,
      at: 0,
    } as never);
    const body =
      result &&
      (JSON.parse(result.body) as {
        epcisBody: { queryResults: { resultsBody: { eventList: EpcisEvent[] } } };
      });
    return body ? body.epcisBody.queryResults.resultsBody.eventList : [];
  }
  const brief = (events: readonly EpcisEvent[]) =>
    events.map(({ bizStep, errorDeclaration }) =>
      `${bizStep?.split(':').at(-1)} ${errorDeclaration?.reason ?? ''}`.trim(),
    );

  it('is declared with what came in its place', async () => {
    const events = await called([
      entry('ADDED', loaded ? [loaded] : []),
      entry('WITHDRAWN', [early, never, estimate, own]),
    ]);
    expect(brief(events)).toEqual([
      'loading',
      'departing',
      'loading incorrect_data',
      'GATED_OUT did_not_occur',
    ]);
    expect(events[2]?.errorDeclaration?.correctiveEventIDs).toEqual([events[0]?.eventID]);
  });

  it('is told to whoever asks for its step, or for errors alone', async () => {
    const went = [entry('WITHDRAWN', [early, never])];
    expect(brief(await called(went, { EQ_bizStep: ['loading'] }))).toEqual(['loading incorrect_data']);
    expect(brief(await called(went, { EQ_errorReason: ['did_not_occur'] }))).toEqual([
      'GATED_OUT did_not_occur',
    ]);
    expect(
      await called(went, { EQ_bizTransaction_bol: ['urn:throughline:paper:MASTER_BILL:COSU6499999999'] }),
    ).toEqual([]);
  });

  it('of a ship is declared with the news of her', async () => {
    gone = [{ shipment: SEA, run: voyage, claim: sailed, at: AT }];
    const news = entry('DERIVED', [], '2026-11-05T08:00:01Z');
    expect(brief(await called([news]))).toEqual(['departing did_not_occur']);
    expect(brief(await called([news], {}, [`SHIPMENT:${SEA}`]))).toEqual(['departing did_not_occur']);
    expect(await called([entry('DERIVED', [], '2026-11-07T08:00:00Z')])).toEqual([]);
    expect(await called([entry('DERIVED', [], '2026-11-05T07:59:59Z')])).toEqual([]);
  });

  it('is no error when it was said again', async () => {
    expect(await called([entry('WITHDRAWN', loaded ? [loaded] : [])])).toEqual([]);
  });

  it('names to whoever has a part of the rights only what names papers that he sees', async () => {
    const other = told('TERMINAL', 'GATED_OUT', '2026-10-25 20:30', ningbo, {
      box: BOX,
      paper: 'MASTER_BILL:COSU6499999999',
    });
    gone.push({ shipment: SEA, claim: other, at: AT });
    const went = [entry('WITHDRAWN', [never, other])];
    expect((await called(went, {}, [`SHIPMENT:${SEA}`])).map(({ eventID }) => eventID)).toEqual([
      idOf(never),
    ]);
    expect(await called(went, {}, ['SHIPMENT:shp_bbbbbbbbbbbbbbbb'])).toEqual([]);
    const part = sampleViews().map((view) => ({ ...view, withheld: ['PAPERS'] }) as unknown as ShipmentView);
    expect(await called(went, {}, [`SHIPMENT:${SEA}`], part)).toEqual([]);
  });
});

describe('what was told of the ship', () => {
  const departed = sampleViews()[0]?.facts.claims.find(({ event }) => event.code === 'DEPARTED');

  it('is told of the cargo with the news of her, and not for what the deriver says', async () => {
    const news = { id: '0.1.0', shipment: SEA, kind: 'DERIVED', at: '2026-10-26T03:00:00Z', claims: [], derived: null };
    expect(await steps([news])).toEqual(['departing']);
    expect(await steps([{ ...news, at: '2026-10-28T03:00:00Z' }])).toEqual([]);
    expect(await steps([{ ...news, derived: { parts: ['phase'] } }])).toEqual([]);
  });

  it('before the cargo was put aboard is told with what puts it there, and once', async () => {
    const late = { ...loaded, voices: loaded?.voices.map((voice) => ({ ...voice, receivedAt: '2026-10-27T00:00:00Z' })) } as FactClaim;
    const [sea, ...others] = sampleViews();
    const claims = sea?.facts.claims.map((claim) => (claim.id === late.id ? late : claim)).filter(({ event }) => event.code !== 'DISCHARGED') ?? [];
    const seen = [{ ...sea, facts: { ...sea?.facts, claims } } as ShipmentView, ...others];
    const came = { id: '0.1.0', shipment: SEA, kind: 'ADDED', at: '2026-10-27T00:00:01Z', claims: [late], derived: null };
    expect(departed?.inherited).toBe(true);
    expect(await steps([came], seen)).toEqual(['departing', 'loading']);
    // What came before it put nothing aboard, and what comes after finds it there.
    const issued = claims.filter(({ event }) => event.code === 'BL_ISSUED');
    expect(await steps([{ ...came, claims: issued, at: '2026-10-26T04:00:01Z' }], seen)).toEqual(['BL_ISSUED']);
  });

  async function steps(entries: object[], seen = sampleViews()): Promise<string[]> {
    const context = contextOf(seen);
    const result = await epcisSubscriptions.tell(entries as ToldEntry[], {
      ...context,
      webhook: { id: 's', events: JSON.stringify({ queryName: 'all', query: {} }) },
      see: async (_: unknown, ids: readonly string[]) => viewsById(ids, await Promise.all(ids.map((id) => context.shipments.load(id)))),
      mask: (id: string) => id,
      at: 0,
    } as never);
    const body = result && (JSON.parse(result.body) as { epcisBody: { queryResults: { resultsBody: { eventList: EpcisEvent[] } } } });
    const events = body ? body.epcisBody.queryResults.resultsBody.eventList : [];
    return events.map(({ bizStep }) => bizStep?.split(':').at(-1) ?? '').sort();
  }
}); // prettier-ignore
