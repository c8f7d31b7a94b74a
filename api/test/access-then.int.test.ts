import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DcsaEvent } from '../src/dcsa/event-schemas.ts';
import type { Member } from './testing/access/accounts.ts';
import { filtersOf } from './testing/access/filters.ts';
import { expectedLists, listsOf, secretsFrom } from './testing/access/found.ts';
import { askedJourney, happenedIn, isShown } from './testing/access/journeys.ts';
import { ALL_GROUPS, seenBy, shipmentsOf, type ToldShipment } from './testing/access/model.ts';
import { ASKED_MS, BEGINNING, NOW, SEED, START_MS } from './testing/access/moment.ts';
import { isBroadcast, positionsAt, reportPositions } from './testing/access/positions.ts';
import { PORT_BEHIND } from './testing/access/told-cargo.ts';
import { THEN } from './testing/access/told-messages.ts';
import { joinCapped, startAccessWorld, type AccessWorld } from './testing/access/world.ts';

const TODAY = new Date(NOW).toISOString();
const UNKNOWN_ID = 'shp_0000000000000000';

let world: AccessWorld;
let everybody: readonly Member[];
beforeAll(async () => {
  world = await startAccessWorld(SEED);
  everybody = [...world.some, ...(await joinCapped(world))];
  await reportPositions(world);
}, START_MS);
afterAll(() => world.stop());

/** The cargo as it had been told then: it was instructed, and nothing else was known; with the rights of today. */
function asThen({ box, number, cargo }: ToldShipment): ToldShipment | null {
  const bare = {
    ...box,
    terminal: null,
    cargos: box.cargos.map((one) => ({ ...one, declared: null, transit: null })),
  };
  return (
    shipmentsOf([bare]).find((one) => one.number === number && (cargo === null) === (one.cargo === null)) ??
    null
  );
}

/** Whether a filter by what is known today finds what it was then. */
function isFound(then: ToldShipment, fits: (shipment: ToldShipment) => boolean): boolean {
  const today = world.shipments.find(
    ({ number, box }) => number === then.number && box.bill === then.box.bill,
  );
  // Of its box and its run it is what it is today; of papers that came later nothing.
  return fits({ ...then, box: today?.box ?? then.box });
}

describe(`who looks back at what, with the rights of today (seed ${SEED})`, () => {
  it(
    'as of today, which tells the same in lists: one of each kind of filter',
    async () => {
      const all = filtersOf(world.shipments);
      const filters = [...new Map(all.map((one) => [one.field, one])).values(), ...all.slice(0, 4)];
      for (const member of everybody) {
        const lists = await listsOf(member, filters, world, TODAY);
        expect(lists, member.name).toEqual(expectedLists(member, filters, world));
      }
    },
    ASKED_MS,
  );

  it('in lists: by what was known then, in what is seen of it today, and no filter tells of more', async () => {
    const filters = filtersOf(world.shipments);
    for (const member of everybody) {
      const lists = await listsOf(member, filters, world, THEN);
      const expected = filters.map(({ fits, group }) =>
        world.shipments
          .filter((one) => {
            const then = asThen(one);
            // What was found is what it was then; who finds it is who sees it today.
            return then && isFound(then, fits) && expectedLists(member, [{ field: '', value: '', asked: '', group, fits: (other) => other === one }], world)[0] !== '';
          })
          .map(({ number }) => number).sort().join(' '),
      );
      const named = (texts: readonly string[]) => texts.map((text, index) => `${filters[index]?.field} ${filters[index]?.value}: ${text}`);
      expect(named(lists), member.name).toEqual(named(expected));
    }
  }, ASKED_MS); // prettier-ignore

  it('at one shipment: what is withheld today is withheld, what came later is not known, and of nothing is told that it was', async () => {
    for (const member of everybody)
      for (const shipment of world.shipments) {
        const name = `${member.name} of ${shipment.number}`;
        const seen = seenBy(member.asking, shipment, NOW);
        const id = world.idOf(shipment);
        const shown = await askedJourney(member.by, id, THEN);
        if (!seen) {
          expect(shown, name).toEqual(await askedJourney(member.by, UNKNOWN_ID, THEN));
          expect(await askedJourney(member.by, id, BEGINNING), name).toEqual(shown);
          continue;
        }
        const whole = await askedJourney(world.operator, id, THEN);
        expect(isShown(shown), name).toBe(isShown(whole) && asThen(shipment) !== null);
        if (!isShown(shown)) continue;
        expect(shown.withheld, name).toEqual(ALL_GROUPS.filter((group) => !seen.groups.has(group)));
        const happened = happenedIn(shown);
        for (const later of ['LOADED', 'DECL_RECEIVED', 'TRANSIT_RELEASED']) if (shipment.box.way === 'SEA') expect(happened, name).not.toContain(later);
        expect(happened.includes('SI_SUBMITTED'), name).toBe(shipment.box.way === 'SEA' && seen.groups.has('PAPERS'));
        expect(secretsFrom(member, world).filter((secret) => JSON.stringify(shown).includes(secret)), name).toEqual([]);
        // At the instant of today it is what it is today.
        expect(await askedJourney(member.by, id, TODAY), name).toEqual(await askedJourney(member.by, id));
      }
  }, ASKED_MS); // prettier-ignore

  it('over façades: events of what is seen that were known then, and no number of anything else', async () => {
    for (const member of everybody) {
      const secrets = secretsFrom(member, world);
      for (const path of ['/v2/events?limit=1000', '/v3/events?limit=1000', '/epcis/v2/events?perPage=1000', '/edi/v1/iftsta?limit=1000', '/edi/v1/codeco?limit=1000']) {
        const answer = await member.by.get(`${path}&asOf=${THEN}`);
        expect(answer.ok, `${member.name} ${path} ${answer.status}`).toBe(true);
        const text = await answer.text();
        expect(secrets.filter((secret) => text.includes(secret)), `${member.name} ${path}`).toEqual([]);
        if (path.startsWith('/epcis'))
          for (const one of world.shipments.filter(({ box, cargo }) => box.way === 'SEA' && cargo !== null))
            expect(text.includes(one.number), `${member.name} of ${one.number}`).toBe(!secrets.includes(one.number));
        if (!path.startsWith('/v2')) continue;
        const events = JSON.parse(text) as DcsaEvent[];
        const isLoad = (event: DcsaEvent) => event.eventType === 'EQUIPMENT' && event.equipmentEventTypeCode === 'LOAD' && event.eventClassifierCode === 'ACT';
        const atSea = events.filter((event) => isLoad(event) && world.shipments.some(({ box }) => box.way === 'SEA' && event.eventType === 'EQUIPMENT' && box.box === event.equipmentReference));
        expect(atSea, member.name).toEqual([]);
      }
    }
  }, ASKED_MS); // prettier-ignore

  it('at a port and at a map: as little as today', async () => {
    const RUNS = 'query ($code: ID!, $asOf: DateTime) { port(code: $code) { ... on Port { now(asOf: $asOf) { runs { id shipments } waiting { count } standing { count } } } } }';
    interface AtPort { readonly port: { readonly now: { readonly runs: readonly { readonly id: string; readonly shipments: number }[] } } }
    const then = await positionsAt(world.operator, TODAY);
    expect(then.length).toBeGreaterThan(1);
    const all = await world.operator.need<AtPort>(RUNS, { code: PORT_BEHIND, asOf: THEN });
    for (const member of everybody) {
      expect(await positionsAt(member.by, TODAY), member.name).toEqual(then.filter(({ id }) => isBroadcast(id)));
      const { port } = await member.by.need<AtPort>(RUNS, { code: PORT_BEHIND, asOf: THEN });
      const whole = world.shipments.filter((one) => one.box.way === 'SEA' && !one.box.isLongAgo && one.cargo && seenBy(member.asking, one, NOW)?.isHereOnly === false);
      expect(port.now.runs.map(({ shipments }) => shipments), member.name).toEqual(whole.length > 0 ? [whole.length] : []);
    }
    expect(all.port.now.runs).toHaveLength(1);
  }, ASKED_MS); // prettier-ignore
});
