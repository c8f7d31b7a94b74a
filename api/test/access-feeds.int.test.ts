import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './testing/access/accounts.ts';
import { claimFor, masked, type SaidClaim, type SaidEntry } from './testing/access/contents.ts';
import { ediSince, feedOf, secretsFrom } from './testing/access/found.ts';
import { byShipment, cursorOf, expectedOf, followedExceptions, followedFeed, followedPort, movesIn, newsIn, polled } from './testing/access/followed.ts'; // prettier-ignore
import { askedJourney, followJourney, happenedIn, isShown } from './testing/access/journeys.ts';
import { seenBy, type ToldShipment } from './testing/access/model.ts';
import { ASKED_MS, BEGINNING, NOW, SEED, START_MS } from './testing/access/moment.ts';
import { followPositions, isBroadcast, reportPositions } from './testing/access/positions.ts';
import { PORT } from './testing/access/told-cargo.ts';
import { joinCapped, startAccessWorld, type AccessWorld } from './testing/access/world.ts';

let world: AccessWorld;
let everybody: readonly Member[];
/** Where each began to follow, before there was news; and all that whoever sees all was told from the beginning, and since. */
const began = new Map<Member, string>();
let all: readonly SaidEntry[];
let news: readonly SaidEntry[];
/** Who follows the first shipment from before the news. */
const following = new Map<Member, ReturnType<typeof followJourney>>();

const first = (): ToldShipment => {
  const [shipment] = world.shipments;
  if (!shipment) throw new Error('there is cargo');
  return shipment;
};
const isFirstSeenBy = ({ asking }: Member) => seenBy(asking, first(), NOW) !== null;

beforeAll(async () => {
  world = await startAccessWorld(SEED);
  everybody = [...world.some, ...(await joinCapped(world))];
  await reportPositions(world);
  for (const member of everybody) began.set(member, await cursorOf(member.by));
  const from = await cursorOf(world.operator);
  for (const member of everybody.filter(isFirstSeenBy)) following.set(member, followJourney(member.by, world.idOf(first())));
  for (const followed of following.values()) await followed.next();
  await world.tellNews();
  news = await polled(world.operator, from);
  const { feedCursor } = await world.operator.need<{ feedCursor: string }>(`{ feedCursor(at: "${BEGINNING}") }`);
  all = await polled(world.operator, feedCursor);
}, START_MS); // prettier-ignore
afterAll(async () => {
  for (const followed of following.values()) await followed.close();
  await world.stop();
});

/** Claims of a shipment that stand, as whoever sees all was told them. */
function claimsOf(shipment: ToldShipment): SaidClaim[] {
  const of = all.filter(({ shipmentId }) => shipmentId === world.idOf(shipment));
  const gone = new Set(of.flatMap(({ kind, claims }) => (kind === 'WITHDRAWN' ? claims.map(({ id }) => id) : [])));
  return of.flatMap(({ kind, claims }) => (kind === 'ADDED' ? claims : [])).filter(({ id }) => !gone.has(id));
} // prettier-ignore

/** What happened of a shipment that somebody sees, by the model; that a device was heard is a position, and no step. */
function happenedFor({ asking }: Member, shipment: ToldShipment): string[] {
  const seen = seenBy(asking, shipment, NOW);
  const shown = seen ? claimsOf(shipment).flatMap((claim) => claimFor(claim, shipment, seen) ?? []) : [];
  const happened = shown.filter(({ classifier, code }) => classifier === 'ACTUAL' && code !== 'DETECTED');
  return [...new Set(happened.map(({ code }) => code))].sort();
}

const referencesIn = (interchange: string) =>
  [...interchange.matchAll(/BGM\+[^+]*\+([^+']+)/g)].map(([, reference = '']) => reference);

describe(`who is told what as it comes (seed ${SEED})`, () => {
  it('in the feed, asked for and pushed: the entries and fields that the model says, claim by claim', async () => {
    let told = 0;
    for (const member of everybody) {
      const after = began.get(member) ?? '';
      const expected = byShipment(await expectedOf(member, news, world));
      expect(byShipment(masked(await polled(member.by, after), all)), member.name).toEqual(expected);
      expect(byShipment(masked(await followedFeed(member.by, after, expected.length), all)), member.name).toEqual(expected);
      told += expected.length;
    }
    expect(told).toBeGreaterThan(news.length);
  }, ASKED_MS); // prettier-ignore

  it(
    'of exceptions: those that the model says, as they open, change and close',
    async () => {
      for (const member of everybody) {
        const expected = byShipment(newsIn(await expectedOf(member, news, world)));
        const told = await followedExceptions(member.by, began.get(member) ?? '', expected.length);
        expect(byShipment(told), member.name).toEqual(expected);
      }
    },
    ASKED_MS,
  );

  it(
    'of a port: moves and papers there, as far as the model says',
    async () => {
      for (const member of everybody) {
        const expected = byShipment(movesIn(await expectedOf(member, news, world), PORT));
        const told = byShipment(
          await followedPort(member.by, PORT, began.get(member) ?? '', expected.length),
        );
        const bare = <T extends { claim: SaidClaim }>(moves: readonly T[]) => moves.map(({ claim, ...rest }) => ({ ...rest, claim: { ...claim, id: '' } })); // prettier-ignore
        expect(bare(told), member.name).toEqual(bare(expected));
      }
    },
    ASKED_MS,
  );

  it('of one journey: what is asked for and what is followed are the same, with what happened by the model; else none', async () => {
    for (const member of everybody)
      for (const shipment of world.shipments) {
        const name = `${member.name} of ${shipment.number}`;
        const followed = followJourney(member.by, world.idOf(shipment));
        const shown = await followed.next();
        await followed.close();
        expect(shown, name).toEqual(await askedJourney(member.by, world.idOf(shipment)));
        expect(isShown(shown) ? happenedIn(shown) : null, name).toEqual(seenBy(member.asking, shipment, NOW) ? happenedFor(member, shipment) : null);
      }
  }, ASKED_MS); // prettier-ignore

  it(
    'of one journey that was followed before the news: them, as far as the model says',
    async () => {
      expect(following.size).toBeGreaterThan(3);
      for (const [member, followed] of following) {
        const should = happenedFor(member, first());
        let happened: string[] = [];
        while (happened.join() !== should.join()) {
          const shown = await followed.next(10_000);
          happened = isShown(shown) ? happenedIn(shown) : [];
          expect(should, `${member.name} is told more`).toEqual(expect.arrayContaining(happened));
        }
        expect(happened, member.name).toContain('GATED_IN');
      }
    },
    ASKED_MS,
  );

  it('of positions: ships to all, boxes and trucks to whoever sees all; of a journey to whom its positions are shown', async () => {
    const there = await followPositions(world.operator);
    const atSea = there.filter(isBroadcast);
    expect([atSea.length, there.length]).toEqual([1, 3]);
    for (const { name, by } of everybody) expect(await followPositions(by), name).toEqual(atSea);
    const whole = await askedJourney(world.operator, world.idOf(first()));
    const positions = isShown(whole) ? whole.journey.livePositions : [];
    expect(positions).not.toEqual([]);
    for (const member of everybody.filter(isFirstSeenBy)) {
      const shown = await askedJourney(member.by, world.idOf(first()));
      const seen = seenBy(member.asking, first(), NOW);
      const should = seen?.groups.has('POSITIONS') && !seen.isHereOnly ? positions : [];
      expect(isShown(shown) ? shown.journey.livePositions : null, member.name).toEqual(should);
    }
  }, ASKED_MS); // prettier-ignore

  it('from the beginning on, in the feed and the interchanges that follow it: of what is seen, and no number tells of more', async () => {
    for (const member of world.some) {
      const shown = world.shipments.filter((one) => seenBy(member.asking, one, NOW));
      const { ids, text } = await feedOf(member, null);
      expect([...ids].sort(), member.name).toEqual(shown.map(world.idOf).sort());
      const told = [text, await ediSince(member, 'iftsta'), await ediSince(member, 'codeco')];
      for (const secret of secretsFrom(member, world)) expect(told.join(), member.name).not.toContain(secret);
      // Whoever follows from the beginning on has what the list says that stands.
      for (const [index, name] of (['iftsta', 'codeco'] as const).entries()) {
        const standing = await (await member.by.get(`/edi/v1/${name}?limit=1000`)).text();
        expect(referencesIn(told[index + 1] ?? ''), `${member.name} ${name}`).toEqual(expect.arrayContaining(referencesIn(standing)));
      }
      for (const one of world.shipments) {
        const byNumber = await feedOf(member, [one.number]);
        const fitting = shown.filter((other) => (other.number === one.number || (one.number === other.box.bill && other.box === one.box)) && seenBy(member.asking, other, NOW)?.groups.has('PAPERS'));
        expect([...byNumber.ids].sort(), `${member.name} by ${one.number}`).toEqual(fitting.map(world.idOf).sort());
      }
    }
  }, ASKED_MS); // prettier-ignore
});
