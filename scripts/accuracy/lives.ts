import { containerCheckDigit } from '../../graph-schema/src/codes/iso6346.ts';
import { PORTS, STATIONS } from './geography.ts';
import type { Random } from './random.ts';
import { HOUR_MS, type Life, type Papers, type Use } from './truth.ts';
import { carryAtHome, carryBySea, offHire, repositionEmpty, swapOut, type Waiting } from './uses.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const OWNERS = ['CARRIER', 'CARRIER', 'CARRIER', 'LESSOR', 'LESSOR', 'SHIPPER'] as const;
const PREFIXES = { CARRIER: 'TLNU', LESSOR: 'CBHU', SHIPPER: 'TBJU' } as const;
const STATION_TOWNS = STATIONS.map(([town]) => town);

/** A box that takes over the cargo of a damaged one. */
interface Heir {
  readonly waiting: Waiting;
  readonly papers: Papers;
}

/** Numbers of boxes, uses and papers, so that no two worlds beside each other share one. */
export class Numbers {
  #boxes: number;
  #uses: number;

  constructor(first: number) {
    this.#boxes = first;
    this.#uses = first * 8;
  }

  box(owner: Life['owner']): string {
    const first10 = `${PREFIXES[owner]}${String((this.#boxes += 1)).padStart(6, '0')}`;
    return `${first10}${containerCheckDigit(first10) % 10}`;
  }

  use(): number {
    return (this.#uses += 1);
  }
}

/** The lives of that many boxes, and of those that take over from damaged ones. */
export function livesOf(boxes: number, random: Random, numbers: Numbers): Life[] {
  const heirs: Heir[] = [];
  const lives: Life[] = [];
  for (let i = 0; i < boxes; i += 1) lives.push(liveOn(random.one(OWNERS), null, random, numbers, heirs));
  for (const heir of heirs) lives.push(liveOn('CARRIER', heir, random, numbers, null));
  return lives;
}

function liveOn(
  owner: Life['owner'],
  heir: Heir | null,
  random: Random,
  numbers: Numbers,
  heirs: Heir[] | null,
): Life {
  const uses: Use[] = [];
  let waiting: Waiting = heir?.waiting ?? {
    at: START + Math.floor(random.between(0, 40 * 1440)) * 60_000,
    town: random.chance(0.15) ? random.one([...STATION_TOWNS] as [never, ...never[]]) : random.one(PORTS),
    where: owner === 'SHIPPER' ? 'OWN_YARD' : 'DEPOT',
  };
  const count = random.one([2, 3, 3, 3, 4, 4]);
  for (let left = count; left > 0; left -= 1) {
    const papers = left === count ? (heir?.papers ?? null) : null;
    const { use, next } = nextUse(waiting, owner, papers, random, numbers, heirs);
    uses.push(use);
    const idleHours = next.where === 'DEPOT' ? random.between(8, 40 * 24) : random.between(3, 6 * 24);
    waiting = { ...next, at: next.at + Math.round(idleHours * 60) * 60_000 };
  }
  return { box: numbers.box(owner), owner, uses };
}

function nextUse(
  waiting: Waiting,
  owner: Life['owner'],
  inherited: Papers | null,
  random: Random,
  numbers: Numbers,
  heirs: Heir[] | null,
): { use: Use; next: Waiting } {
  const id = numbers.use();
  const draw = waiting.where === 'DEPOT' && !inherited ? random.next() : 1;
  if (draw < 0.05) {
    const { moves, next } = carryAtHome(waiting, random);
    return { use: { id, kind: 'CABOTAGE', papers: null, moves }, next };
  }
  const byRail = STATION_TOWNS.some((station) => station.unLocode === waiting.town.unLocode);
  if (draw < 0.09 && !byRail) {
    const { moves, next } = repositionEmpty(waiting, random);
    return { use: { id, kind: 'EMPTY_REPOSITIONING', papers: null, moves }, next };
  }
  if (draw < 0.12 && owner === 'LESSOR') {
    const { moves, next } = offHire(waiting, random);
    return { use: { id, kind: 'OFF_HIRE', papers: null, moves }, next };
  }
  const papers = inherited ?? papersOf(id, byRail, random);
  if (draw > 0.12 && draw < 0.14 && heirs && !byRail) {
    const { moves, next } = swapOut(waiting, random);
    const at = (moves.at(-1)?.at ?? waiting.at) - 24 * HOUR_MS;
    heirs.push({ waiting: { at, town: waiting.town, where: 'DEPOT' }, papers });
    return {
      use: { id, kind: 'SWAPPED_OUT', papers: { ...papers, bills: [], splitFrom: null }, moves },
      next,
    };
  }
  const way = {
    viaHub: random.chance(0.2),
    byRail,
    isRolled: random.chance(0.05),
    isReturned: owner !== 'SHIPPER' && random.chance(0.9),
  };
  const { moves, next } = carryBySea(waiting, way, random);
  const kind = byRail ? 'RAIL_AND_SEA' : way.viaHub ? 'TRANSSHIPMENT' : 'SEA';
  return { use: { id, kind, papers, moves }, next };
}

function papersOf(id: number, byRail: boolean, random: Random): Papers {
  const number = String(id).padStart(8, '0');
  const bill = `TLNE${number}`;
  const draw = random.next();
  const parts = draw < 0.06 ? ['A', 'B'] : draw < 0.08 ? ['A', 'B', 'C'] : draw < 0.11 ? ['P', 'Q'] : [];
  return {
    booking: `TLNE9${number}`,
    bills: parts.length > 0 ? parts.map((part) => `${bill}${part}`) : [bill],
    splitFrom: parts[0] === 'P' ? bill : null,
    railNote: byRail ? `RN${number}` : null,
  };
}
