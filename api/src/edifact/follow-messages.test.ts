import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import { claimText } from 'graph-schema/identity/claim-text';
import type { Context } from '../context.ts';
import { BOX, contextOf, houseView, sampleViews, type SampleGone } from '../events/testing/sample-context.ts';
import { FeedHub } from '../feed/feed-hub.ts';
import { FakeFeed } from '../feed/testing/fake-feed.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { createRestApp } from '../rest/rest-app.ts';
import { eventUuid } from '../events/event-id.ts';
import { ediFacade } from './facade.ts';

const SEA = 'shp_aaaaaaaaaaaaaaaa';
const log = pino({ level: 'silent' });
const all = sampleViews();
const claims = all.flatMap(({ facts }) => facts.claims);
const gatedIn = claims.find(({ event }) => event.code === 'GATED_IN')?.id ?? '';
const loaded = claims.find(({ event }) => event.code === 'LOADED')?.id ?? '';
const passed = claims.find(({ event }) => event.code === 'PASSED')?.id ?? '';

let feed: FakeFeed;
let hub: FeedHub;
/** Claims that stand no more. */
let gone: Set<string>;
/** Shipments that were merged into the sea cargo. */
let aliases: string[];
/** What was taken back of a ship. */
let ofShip: SampleGone[];
beforeEach(() => {
  feed = new FakeFeed(2);
  hub = new FeedHub(feed, { onFeed: () => () => undefined }, log);
  gone = new Set();
  aliases = [];
  ofShip = [];
});
afterEach(() => hub.close());

function contextNow(sight?: Context['asker']['sight']): Context {
  const views = [...sampleViews(), houseView()].map((view): ShipmentView => ({ ...view, facts: { ...view.facts, claims: view.facts.claims.filter(({ id }) => !gone.has(id)) }, withheld: [], journey: { exceptions: [] } }) as unknown as ShipmentView);
  const context = contextOf(views, sight, ofShip);
  const run = async (statement: { readonly name: string; readonly text: string }, params: { ids: string[] }): Promise<unknown[]> => {
    const found = params.ids?.flatMap((id) => claims.find((claim) => claim.id === id) ?? []) ?? [];
    if (statement.name === 'feedClaims') return found.map(({ id, event }) => ({ id, claim: claimText(event) }));
    if (statement.name === 'listClaimants') return found.map(({ id, voices }) => ({ id, kinds: voices.map(({ source }) => source.kind) }));
    if (statement.name === 'feedShipments') return params.ids.map((id) => ({ id, aliases, numbers: [`CONTAINER:${BOX}`], sight: '[]' }));
    return /^(?:walk|shipNames|goneFromRuns|listKnownRetractions)/.test(statement.name) ? context.graph.run(statement, params as never) : feed.run(statement, params);
  };
  const graph = { run } as unknown as Context['graph'];
  hub = hubOver(graph);
  return { ...context, graph, feed: hub, log, access: { mask: (id: string) => id } } as unknown as Context;
} // prettier-ignore

/** One that has read nothing yet, as that of another process. */
function hubOver(graph: Context['graph']): FeedHub {
  hub.close();
  return new FeedHub(graph, { onFeed: () => () => undefined }, log);
}

/** What one answer tells, `9 LOADED's reference`, and where it says to go on. */
async function ask(path: string, sight?: Context['asker']['sight']) {
  const app = createRestApp([ediFacade], () => contextNow(sight));
  const response = await app.request(path);
  expect([200, 204], await response.clone().text()).toContain(response.status);
  const [, at = '', rel] = /^<([^>]+)>; rel="(\w+)"$/.exec(response.headers.get('link') ?? '') ?? [];
  const told = [...(await response.text()).matchAll(/BGM\+\w+\+(\w+)\+(\d)/g)].map(([, reference = '', as]) => ({ reference, as }));
  return { told, at, rel };
} // prettier-ignore

/** Page by page up to what there is for now. */
async function askAll(path: string, sight?: Context['asker']['sight']) {
  const told: { reference: string; as: string | undefined }[] = [];
  for (let at = path; ;) {
    const page = await ask(at, sight);
    told.push(...page.told);
    if (page.rel !== 'next') return { told, at: page.at, rel: page.rel };
    at = page.at;
  }
}

function happens(kind: FeedEntry['kind'], ...ids: string[]): void {
  if (kind === 'WITHDRAWN') for (const id of ids) gone.add(id);
  if (kind === 'ADDED') for (const id of ids) gone.delete(id);
  feed.append(0, [{ shipment: SEA, kind, ids }]);
}

for (const [name, question] of [
  ['all', '/edi/v1/iftsta?limit=3'],
  ['one box', `/edi/v1/iftsta?limit=3&number=${BOX}`],
  ['one shipment', `/edi/v1/iftsta?limit=3&shipment=${SEA}`],
] as const)
  it(`who polls for ${name} is told the original, then its cancellation, each once, and what comes again`, async () => {
    happens('WITHDRAWN', gatedIn);
    feed.append(1, [{ shipment: SEA, kind: 'WITHDRAWN', ids: [passed] }]);
    const before = await askAll(question);
    expect(before.rel).toBe('monitor');
    expect(new Set(before.told.map(({ as }) => as))).toEqual(new Set(['9']));
    const none = await askAll(before.at);
    expect(none).toMatchObject({ told: [], rel: 'monitor' });

    happens('ADDED', gatedIn);
    const came = await askAll(none.at);
    expect(came.told).toEqual([{ reference: expect.any(String), as: '9' }]);
    const [{ reference } = { reference: '' }] = came.told;
    happens('WITHDRAWN', gatedIn, loaded);
    const went = await askAll(came.at);
    expect(went.told.map(({ as }) => as)).toEqual(['1', '1']);
    expect(went.told.map((one) => one.reference)).toContain(reference);
    expect(before.told.map((one) => one.reference)).toEqual(expect.arrayContaining(went.told.map((one) => one.reference).filter((one) => one !== reference)));
    happens('ADDED', gatedIn);
    const again = await askAll(went.at);
    expect(again.told).toEqual([{ reference, as: '9' }]);
    expect((await askAll(again.at)).told).toEqual([]);
  }); // prettier-ignore

it('what went before anybody polled is cancelled, and what came back since is not', async () => {
  const start = await askAll('/edi/v1/codeco');
  happens('WITHDRAWN', gatedIn);
  happens('ADDED', gatedIn);
  expect((await askAll(start.at)).told).toEqual([{ reference: start.told[0]?.reference, as: '9' }]);
  happens('WITHDRAWN', gatedIn);
  expect((await askAll(start.at)).told).toEqual([{ reference: start.told[0]?.reference, as: '1' }]);
});

it('a page ends within an entry, and the next goes on there', async () => {
  const start = await askAll('/edi/v1/iftsta?limit=1');
  happens('WITHDRAWN', gatedIn, loaded);
  const first = await ask(start.at);
  const second = await ask(first.at);
  expect([first.rel, second.rel, first.told.length, second.told.length]).toEqual(['next', 'monitor', 1, 1]);
  expect(second.told).not.toEqual(first.told);
});

it('what this service alone concluded, and what the asker never saw, is not cancelled', async () => {
  const start = await askAll('/edi/v1/iftsta');
  const rail = await askAll('/edi/v1/iftsta', ['SHIPMENT:shp_bbbbbbbbbbbbbbbb']);
  happens('WITHDRAWN', passed);
  expect((await askAll(start.at)).told).toEqual([]);
  happens('WITHDRAWN', loaded);
  expect((await askAll(rail.at, ['SHIPMENT:shp_bbbbbbbbbbbbbbbb'])).told).toEqual([]);
});

it('a claim that went is cancelled under the shipments that were merged since, too', async () => {
  const start = await askAll('/edi/v1/codeco');
  aliases = ['shp_dddddddddddddddd'];
  happens('WITHDRAWN', gatedIn);
  const { told } = await askAll(start.at);
  expect([new Set(told.map(({ reference }) => reference)).size, told.map(({ as }) => as)]).toEqual([
    2,
    ['1', '1'],
  ]);
  expect(told.map(({ reference }) => reference)).toContain(start.told[0]?.reference);
});

it('what a house takes over of its master is cancelled of the house for who asked for the house alone', async () => {
  const house = 'shp_cccccccccccccccc';
  const [every, own] = [await askAll('/edi/v1/codeco'), await askAll(`/edi/v1/codeco?shipment=${house}`)];
  gone.add(gatedIn);
  feed.append(1, [{ shipment: house, kind: 'WITHDRAWN', ids: [gatedIn] }]);
  expect((await askAll(every.at)).told).toEqual([]);
  expect((await askAll(own.at)).told).toEqual([{ reference: own.told[0]?.reference, as: '1' }]);
});

it('what was told of the ship comes with the news of her, and what is old does not', async () => {
  const start = await askAll('/edi/v1/iftsta');
  const departed = claims.find(({ event, inherited }) => event.code === 'DEPARTED' && inherited);
  const heard = Date.parse(departed?.voices[0]?.receivedAt ?? '');
  feed.append(
    0,
    [{ shipment: SEA, kind: 'DERIVED', ids: [] }],
    new Date(heard + 48 * 3_600_000).toISOString(),
  );
  const late = await askAll(start.at);
  expect(late.told).toEqual([]);
  feed.append(0, [{ shipment: SEA, kind: 'DERIVED', ids: [] }], new Date(heard + 5_000).toISOString());
  const { told } = await askAll(late.at);
  expect(told).toHaveLength(1);
  expect(start.told).toContainEqual(told[0]);
});

it('who comes with a cursor of another feed is told to begin again', async () => {
  const { at } = await askAll('/edi/v1/codeco');
  feed.epoch = 'another';
  const response = await createRestApp([ediFacade], () => contextNow()).request(at);
  expect([response.status, await response.json()]).toMatchObject([410, { code: 'RESYNC' }]);
});

it('what was taken back of a ship is cancelled of the cargo aboard with the news of her', async () => {
  const start = await askAll('/edi/v1/iftsta');
  const departed = claims.find(({ event }) => event.code === 'DEPARTED' && event.transport?.vesselName === 'KAPOK');
  if (!departed) throw new Error('she never left');
  feed.append(0, [{ shipment: SEA, kind: 'DERIVED', ids: [] }]);
  expect((await askAll(start.at)).told.filter(({ as }) => as === '1')).toEqual([]);
  gone.add(departed.id);
  ofShip = [{ shipment: SEA, run: 'VOYAGE:9074729/114S', claim: departed, at: '2026-11-21T09:06:59.000Z' }];
  const { told } = await askAll(start.at);
  expect(told.filter(({ as }) => as === '1')).toEqual([{ reference: eventUuid(SEA, departed.id).replaceAll('-', '').toUpperCase(), as: '1' }]);
}); // prettier-ignore
