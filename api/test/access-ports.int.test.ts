import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { seenBy, type Seen, type ToldShipment } from './testing/access/model.ts';
import { ASKED_MS, NOW, SEED, START_MS } from './testing/access/moment.ts';
import { PORT, PORT_BEHIND } from './testing/access/told-cargo.ts';
import { joinCapped, startAccessWorld, type AccessWorld } from './testing/access/world.ts';

/** Boxes are off their ship at the port where it goes, and stand there. */
let world: AccessWorld;
let everybody: readonly Member[];
beforeAll(async () => {
  world = await startAccessWorld(SEED, { isLanded: true });
  everybody = [...world.some, ...(await joinCapped(world))];
}, START_MS); // prettier-ignore
afterAll(() => world.stop());

interface Now {
  readonly runs: readonly { readonly id: string; readonly shipments: number; readonly containers: number }[];
  readonly standing: readonly {
    readonly count: number;
    readonly place: { readonly facility: string | null };
  }[];
}

const NOW_AT = `query ($code: ID!) { port(code: $code) { ... on Port { now { runs { id shipments containers } standing { count place { facility } } } } } }`;

async function nowAt(by: Somebody, code: string): Promise<Now> {
  return (await by.need<{ port: { now: Now } }>(NOW_AT, { code })).port.now;
}

/** Shipments that somebody sees, with as much as he sees. */
function shownTo({ asking }: Member): [ToldShipment, Seen][] {
  return world.shipments.flatMap((one): [ToldShipment, Seen][] => {
    const seen = seenBy(asking, one, NOW);
    return seen ? [[one, seen]] : [];
  });
}

const boxesOf = (shipments: readonly ToldShipment[]) =>
  new Set(shipments.flatMap(({ box }) => box.box ?? []));
describe(`who sees what of a port (seed ${SEED})`, () => {
  it('of ships: as much cargo with each as he sees on it, and no ship without', async () => {
    for (const port of [PORT, PORT_BEHIND]) {
      const all = await nowAt(world.operator, port);
      for (const member of everybody) {
        const { runs } = await nowAt(member.by, port);
        const whole = shownTo(member).filter(([, { isHereOnly }]) => !isHereOnly);
        const shown = boxesOf(whole.map(([shipment]) => shipment));
        expect(all.runs.map(({ id }) => id), member.name).toEqual(expect.arrayContaining(runs.map(({ id }) => id)));
        for (const { id, shipments, containers } of runs) {
          expect(shipments, `${member.name} ${id}`).toBeLessThanOrEqual(whole.length + shownTo(member).length);
          expect(containers, `${member.name} ${id}`).toBeLessThanOrEqual(Math.max(shown.size, boxesOf(shownTo(member).map(([one]) => one)).size));
        }
        if (shownTo(member).length === 0) expect(runs, member.name).toEqual([]);
      }
    }
  }, ASKED_MS); // prettier-ignore

  it('of yards: the boxes that he sees come off there, each once', async () => {
    const all = await nowAt(world.operator, PORT_BEHIND);
    const landed = boxesOf(world.shipments.filter(({ box }) => box.landed));
    expect(all.standing.map(({ count }) => count)).toEqual([landed.size]);
    for (const member of everybody) {
      const { standing } = await nowAt(member.by, PORT_BEHIND);
      const atQuay = (shipment: ToldShipment, { isHereOnly }: Seen) =>
        !isHereOnly || member.asking.holds.includes(`FACILITY:${PORT_BEHIND}/${shipment.box.landed}`);
      const seen = boxesOf(shownTo(member).flatMap(([one, how]) => (one.box.landed && atQuay(one, how) ? [one] : [])));
      expect(standing.map(({ count }) => count), member.name).toEqual(seen.size > 0 ? [seen.size] : []);
    }
  }, ASKED_MS); // prettier-ignore

  it('in the list of ports: those on the way of what he sees, with how much of it goes by there', async () => {
    const PORTS = '{ ports { port { place { unLocode } } shipments } }';
    for (const member of everybody) {
      const { ports } = await member.by.need<{ ports: { port: { place: { unLocode: string } }; shipments: number }[] }>(PORTS);
      const seen = shownTo(member);
      const counts = new Map(ports.map(({ port, shipments }) => [port.place.unLocode, shipments]));
      for (const [port, count] of counts) expect(count, `${member.name} ${port}`).toBeLessThanOrEqual(seen.length);
      if (seen.length === 0) expect(ports, member.name).toEqual([]);
      // Of a master nobody says where it goes: it is by the port where a terminal tells that it was loaded.
      const atSea = seen.filter(([{ box, cargo }, { isHereOnly }]) => box.way === 'SEA' && !isHereOnly && (cargo ?? box.terminal));
      const here = seen.filter(([{ box }, { isHereOnly }]) => isHereOnly && (box.way === 'SEA') && box.terminal !== null && member.asking.holds.includes(`FACILITY:${PORT}/${box.terminal}`));
      expect(counts.get(PORT) ?? 0, member.name).toBe(atSea.length + here.length);
    }
  }, ASKED_MS); // prettier-ignore
});
