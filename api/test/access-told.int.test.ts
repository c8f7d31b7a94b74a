import { listWaitingMatters } from 'graph-schema/cypher/feed/alert-matters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DcsaEvent } from '../src/dcsa/event-schemas.ts';
import type { EpcisEvent } from '../src/epcis/epcis-event.ts';
import {
  bodiesOf,
  callAt,
  entriesCalled,
  openListener,
  TOLD_CODES,
  type Called,
} from './testing/access/called.ts';
import { masked, type SaidEntry } from './testing/access/contents.ts';
import { secretsFrom } from './testing/access/found.ts';
import { byShipment, cursorOf, expectedOf, polled } from './testing/access/followed.ts';
import { listedFor, seenBy } from './testing/access/model.ts';
import { ASKED_MS, BEGINNING, NOW, SEED, START_MS } from './testing/access/moment.ts';
import { sheetOf } from './testing/access/sheet-rows.ts';
import { joinCapped, startAccessWorld, type AccessWorld } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { openSmtpServer, type SmtpServer } from './testing/smtp-server.ts';
import type { WebhookReceiver } from './testing/webhook-receiver.ts';

/** The wall clock of the API, which is put forward so that letters are due. */
let ahead = 0;
const MINUTE = 60_000;
let smtp: SmtpServer;
let listener: WebhookReceiver;
let world: AccessWorld;
/** One of each kind of those who ask, and some of those whose programs see less; whoever is called is told what came after that. */
const called: Called[] = [];
let all: readonly SaidEntry[];
let news: readonly SaidEntry[];

beforeAll(async () => {
  smtp = await openSmtpServer(() => 250);
  listener = await openListener();
  world = await startAccessWorld(SEED, { wall: () => Date.now() + ahead, smtpUrl: smtp.url });
  const capped = (await joinCapped(world)).filter(({ asking }) => asking.cap?.length !== 3);
  const generated = world.members.filter(({ asking }) => asking.holds.length > 1).slice(0, 3);
  for (const [index, member] of [...world.members.slice(0, 16), ...generated, ...capped].entries())
    called.push(await callAt(listener, member, index, world));
  const from = await cursorOf(world.operator);
  await world.tellNews();
  news = await polled(world.operator, from);
  const { feedCursor } = await world.operator.need<{ feedCursor: string }>(`{ feedCursor(at: "${BEGINNING}") }`);
  all = await polled(world.operator, feedCursor);
}, START_MS); // prettier-ignore
afterAll(async () => {
  await world.stop();
  await smtp.close();
  await listener.close();
});

const happenings = (entries: readonly SaidEntry[], codes: readonly string[]) =>
  entries.flatMap(({ kind, claims }) =>
    kind === 'ADDED' ? claims.filter(({ code }) => codes.includes(code)) : [],
  );
/** As whoever of the organisation asks, whatever its program may see. */
const asPeople = ({ member, person }: Called) => ({ asking: { ...member.asking, cap: null }, by: person });
const isGateIn = (event: DcsaEvent) =>
  event.eventType === 'EQUIPMENT' && event.equipmentEventTypeCode === 'GTIN';
const eventsIn = (body: string): EpcisEvent[] =>
  (JSON.parse(body) as { epcisBody: { queryResults: { resultsBody: { eventList: EpcisEvent[] } } } })
    .epcisBody.queryResults.resultsBody.eventList;

/** What was called is what is told to whoever asks; what a master and its house repeat, he is told once, of either. */
function expectTold<E extends { readonly eventID: string }>(heard: readonly E[], asked: readonly E[], name: string): void {
  const bare = (event: E) => JSON.stringify({ ...event, eventID: null, documentReferences: null, bizTransactionList: null });
  const told = new Map(asked.map((event) => [event.eventID, event]));
  for (const event of heard) {
    const same = told.get(event.eventID);
    if (same) expect(same, name).toEqual(event);
    else expect(asked.map(bare), name).toContain(bare(event));
  }
} // prettier-ignore

/** How much the letters to somebody tell, of those in a state; null: of all. */
async function inLetters({ person }: Called, wanted: string | null = null): Promise<number> {
  const { alertLetters } = await person.need<{ alertLetters: { state: string; matters: number }[] }>('{ alertLetters { state matters } }');
  return alertLetters.filter(({ state }) => wanted === null || state === wanted).reduce((sum, { matters }) => sum + matters, 0);
} // prettier-ignore

describe(`who is told what by whom he does not ask (seed ${SEED})`, () => {
  it('by a webhook of his organisation: the entries and fields that the model says, claim by claim', async () => {
    let told = 0;
    for (const one of called) {
      const expected = byShipment(await expectedOf(asPeople(one), news, world));
      const heard = () => (entriesCalled(listener, one).length >= expected.length ? entriesCalled(listener, one) : null);
      expect(byShipment(masked(await eventually(one.member.name, heard), all)), one.member.name).toEqual(expected);
      told += expected.length;
    }
    expect(told).toBeGreaterThan(news.length);
  }, ASKED_MS); // prettier-ignore

  it('by subscriptions of DCSA and EPCIS: events of what the key that made them shows, as they are told to whoever asks', async () => {
    for (const one of called) {
      const { name, by } = one.member;
      const expected = happenings(await expectedOf(one.member, news, world), ['GATED_IN']);
      // Of a box in which a master and its houses are seen it is told once.
      const boxes = [...new Set(expected.map(({ equipmentReference }) => equipmentReference))].sort();
      const dcsa = () => bodiesOf(listener, 'dcsa', one).flatMap((body) => JSON.parse(body) as DcsaEvent[]);
      const inDcsa = () => [...new Set(dcsa().flatMap((event) => (event.eventType === 'EQUIPMENT' && isGateIn(event) ? [event.equipmentReference] : [])))].sort();
      await eventually(`${name} in DCSA`, () => (inDcsa().length >= boxes.length ? true : null));
      expect(inDcsa(), name).toEqual(boxes);
      const asked = (await (await by.get('/v2/events?limit=1000')).json()) as DcsaEvent[];
      expectTold(dcsa(), asked, name);

      const epcis = () => bodiesOf(listener, 'epcis', one).flatMap(eventsIn);
      const inEpcis = () => [...new Set(epcis().filter(({ bizStep }) => bizStep?.endsWith('GATED_IN')).flatMap(({ epcList }) => epcList?.map((epc) => epc.slice(-11)) ?? []))].sort();
      await eventually(`${name} in EPCIS`, () => (inEpcis().length >= boxes.length ? true : null));
      expect(inEpcis(), name).toEqual(boxes);
      const pages = eventsIn(await (await by.get('/epcis/v2/events?perPage=1000')).text());
      expectTold(epcis(), pages, name);
      const said = [...bodiesOf(listener, 'dcsa', one), ...bodiesOf(listener, 'epcis', one)].join();
      expect(secretsFrom(one.member, world).filter((secret) => said.includes(secret)), name).toEqual([]);
    }
  }, ASKED_MS); // prettier-ignore

  it('by letter: what happened, once each, as far as the model says, and no number that is not shown', async () => {
    const { accounts } = world.system.access;
    const due = new Map<Called, number>();
    for (const one of called) {
      const matters = happenings(await expectedOf(asPeople(one), news, world), TOLD_CODES).length;
      due.set(one, matters);
      const { alertRules } = await one.person.need<{ alertRules: { id: string }[] }>('{ alertRules { id } }');
      await eventually(`what ${one.member.name} is to be told`, async () => {
        const found = await accounts.read(listWaitingMatters, { reader: one.user, rules: alertRules.map(({ id }) => id), limit: 100 });
        return found.length + (await inLetters(one)) >= matters ? true : null;
      });
    }
    ahead += 2 * MINUTE;
    for (const [one, matters] of due) {
      await eventually(`the letters of ${one.member.name}`, async () => ((await inLetters(one, 'DELIVERED')) >= matters ? true : null));
      expect(await inLetters(one), one.member.name).toBe(matters);
      const text = smtp.letters.filter(({ to }) => to === one.address).map((letter) => `${letter.subject} ${letter.text}`).join();
      const bare = text.replaceAll(/[\s-]/g, '');
      const hidden = secretsFrom({ ...one.member, ...asPeople(one) }, world).filter((secret) => bare.includes(secret.replaceAll(/[\s-]/g, '')));
      expect(hidden, one.member.name).toEqual([]);
    }
    expect([...due.values()].filter((matters) => matters === 0).length).toBeGreaterThan(0);
    expect([...due.values()].filter((matters) => matters > 0).length).toBeGreaterThan(3);
  }, ASKED_MS); // prettier-ignore

  it('and over the façades and as files, asked for: events and rows of what is seen, and no number of anything else', async () => {
    for (const member of world.some) {
      const listed = world.shipments.filter((one) => listedFor(member.asking, one, NOW));
      const csv = await (await member.by.get('/export/shipments.csv')).text();
      expect(csv.trimEnd().split('\r\n').length - 1, member.name).toBe(listed.length);
      const sheet = sheetOf(Buffer.from(await (await member.by.get('/export/shipments.xlsx')).arrayBuffer()));
      expect(sheet.split('<row>').length - 2, member.name).toBe(listed.length);
      const whole = await (await member.by.get('/export/shipments.csv?with=cargo')).text();
      expect(whole.trimEnd().split('\r\n').length - 1, member.name).toBe(listed.length);
      const told = [csv, sheet, whole];
      // Everybody's has the same name.
      const headers = { 'content-type': 'application/json', ...member.by.credentials };
      const kept = await fetch(new URL('/epcis/v2/queries', world.system.url), { method: 'POST', headers, body: '{"name":"all","query":{}}' });
      expect(kept.status, member.name).toBe(201);
      const epcis = ['/epcis/v2/events?perPage=1000', '/epcis/v2/epcs?perPage=1000', '/epcis/v2/queries/all/events?perPage=1000'];
      const dcsa = ['/v2/events?limit=1000', '/v3/events?limit=1000', `/v3/events?limit=1000&asOf=${new Date(NOW).toISOString()}`];
      for (const path of [...dcsa, ...epcis, '/edi/v1/iftsta?limit=1000', '/edi/v1/codeco?limit=1000']) {
        const answer = await member.by.get(path);
        expect(answer.ok, `${member.name} ${path} ${answer.status}`).toBe(true);
        told.push(await answer.text());
      }
      const secrets = secretsFrom(member, world);
      for (const [index, text] of told.entries())
        expect(secrets.filter((secret) => text.includes(secret)), `${member.name} ${index}`).toEqual([]);
      const moves = (await (await member.by.get('/v2/events?limit=1000&eventType=EQUIPMENT')).json()) as DcsaEvent[];
      const boxes = new Set(world.shipments.flatMap((one) => (one.box.terminal && seenBy(member.asking, one, NOW) ? [one.box.box] : [])));
      const gatedIn = moves.flatMap((event) => (event.eventType === 'EQUIPMENT' && isGateIn(event) ? [event.equipmentReference] : []));
      expect(new Set(gatedIn), member.name).toEqual(boxes);
      for (const { number, cargo } of world.shipments.filter((one) => one.cargo?.master === null && one.box.way === 'SEA')) {
        const events = await (await member.by.get(`/v2/events?transportDocumentReference=${number}`)).json() as unknown[];
        expect(events.length > 0, `${member.name} ${number}`).toBe(cargo !== null && !secrets.includes(number));
      }
    }
  }, ASKED_MS); // prettier-ignore
});
