import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { Cargo } from './cargo.ts';
import { at, idsOf, isSamePlace, lastOfAll } from './moves.ts';
import { toldOverTime, type Word } from './told-over-time.ts';

/** A port of this cargo that its ship passed by: it called at a later port of its schedule, and not there before. */
export interface PassedBy {
  readonly run: IdentifierKey;
  readonly place: PlaceRef;
  /** Epoch milliseconds: when it was heard that the ship is beyond it. */
  readonly opensAt: number;
  readonly closesAt: number | null;
  readonly evidence: readonly string[];
  readonly closing: readonly string[];
}

const CALLS: ReadonlySet<string> = new Set(['ARRIVED', 'BERTHED', 'DEPARTED']);
const AT_THE_PORT: ReadonlySet<string> = new Set([...CALLS, 'LOADED', 'DISCHARGED']);

/**
 * Nobody says that the call is omitted; the ship has come to where it was to come after it, and the time told for the port has
 * passed. A port that is still told for later is called out of order, and one that the ship comes to after all was.
 */
export function portsPassedBy(cargo: Cargo): PassedBy[] {
  const { facts, runOf, overtaken = [] } = cargo;
  const ofRun = new Map<IdentifierKey, FactClaim[]>();
  for (const claim of facts.claims) {
    const run = AT_THE_PORT.has(claim.event.code) && claim.event.place ? runOf(claim) : null;
    if (run && !claim.event.transport?.train && !claim.event.transport?.flight)
      ofRun.set(run, [...(ofRun.get(run) ?? []), claim]);
  }
  return [...ofRun].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([run, claims]) => {
    const isLeft = overtaken.some((plan) => plan.run === run && plan.by !== null && plan.by !== run);
    if (isLeft) return [];
    const ports = new Map<string, PlaceRef>();
    for (const { event, inherited } of claims)
      if (!inherited && event.classifier !== 'ACTUAL' && event.place?.unLocode) ports.set(event.place.unLocode, event.place);
    return [...ports.values()].flatMap((place) => passedBy(cargo, run, place, claims));
  }); // prettier-ignore
}

function passedBy(
  cargo: Cargo,
  run: IdentifierKey,
  place: PlaceRef,
  claims: readonly FactClaim[],
): PassedBy[] {
  const isThere = ({ event }: FactClaim) => isSamePlace(event.place, place);
  const called = claims.filter((claim) => isThere(claim) && isActual(claim)).sort(byTime);
  const found: PassedBy[] = [];
  for (const word of wordsOf(claims.filter(isThere))) {
    const beyond = claims
      .filter((claim) => isActual(claim) && CALLS.has(claim.event.code) && !isThere(claim))
      .filter((claim) => timeOf(claim) > word.at && isLaterPort(claim, word, claims))
      .sort((a, b) => heardOf(a) - heardOf(b) || (a.id < b.id ? -1 : 1))[0];
    if (!beyond || called.some((claim) => timeOf(claim) <= timeOf(beyond))) continue;
    const opensAt = Math.max(heardOf(beyond), word.heardFrom);
    const came = called[0] ? { at: timeOf(called[0]), closing: [called[0].id] } : null;
    const off = goneBy(cargo, run, opensAt, place);
    if (off && at(off) <= opensAt) continue;
    const ends = [
      ...(came ? [came] : []),
      ...(off ? [{ at: at(off), closing: idsOf(off) }] : []),
      ...(word.heardUntil < Infinity ? [{ at: word.heardUntil, closing: nextWord(claims, word) }] : []),
    ].sort((a, b) => a.at - b.at);
    const closesAt = ends[0]?.at ?? null;
    if (closesAt !== null && closesAt <= opensAt) continue;
    found.push({ run, place, opensAt, closesAt, evidence: [word.claim.id, beyond.id], closing: ends[0]?.closing ?? [] }); // prettier-ignore
  }
  return joined(found);
}

/** What was told of when the ship comes there; of its departure where nobody tells more. */
function wordsOf(claims: readonly FactClaim[]): Word[] {
  const comes = toldOverTime(claims.filter(({ event }) => event.code === 'ARRIVED' || event.code === 'BERTHED' || event.code === 'DISCHARGED')); // prettier-ignore
  return comes.length > 0 ? comes : toldOverTime(claims);
}

/** Whether its schedule had the ship there after the port, by the word for that call that came true best. */
function isLaterPort(call: FactClaim, word: Word, claims: readonly FactClaim[]): boolean {
  const there = claims.filter(({ event }) => CALLS.has(event.code) && isSamePlace(event.place, call.event.place));
  const words = toldOverTime(there).filter(({ heardFrom }) => heardFrom < heardOf(call));
  const off = (one: Word) => Math.abs(one.at - timeOf(call));
  const [nearest] = [...words].sort((a, b) => off(a) - off(b) || (a.claim.id < b.claim.id ? -1 : 1));
  return nearest !== undefined && nearest.at > word.at;
} // prettier-ignore

const HANDED_OVER: ReadonlySet<string> = new Set(['DELIVERED', 'STRIPPED']);

/** All of it is off that ship or out of that port, be it told without the ship; or aboard another from there, or from anywhere since. */
function goneBy({ boxes, movesOf }: Cargo, run: IdentifierKey, since: number, place: PlaceRef): Milestone | null {
  return lastOfAll(boxes.length > 0 ? boxes : [null], (box) =>
    movesOf(box).find(
      (m) =>
        (m.code === 'DISCHARGED' && (m.run === run || isSamePlace(m.place, place))) ||
        (m.code === 'GATED_OUT' && m.loadState !== 'EMPTY' && isSamePlace(m.place, place)) ||
        HANDED_OVER.has(m.code) ||
        (m.code === 'LOADED' && m.run !== run && (at(m) > since || isSamePlace(m.place, place))),
    ) ?? null,
  );
} // prettier-ignore

function nextWord(claims: readonly FactClaim[], { heardUntil }: Word): string[] {
  const said = claims.filter(({ voices }) =>
    voices.some((voice) => Date.parse(voice.receivedAt) === heardUntil),
  );
  return said.filter((claim) => !isActual(claim)).map(({ id }) => id).sort(); // prettier-ignore
}

/** A new time that has passed as well when it is heard ends nothing. */
function joined(found: readonly PassedBy[]): PassedBy[] {
  const all: PassedBy[] = [];
  for (const one of found) {
    const last = all.at(-1);
    if (last && last.closesAt === one.opensAt)
      all[all.length - 1] = { ...last, closesAt: one.closesAt, closing: one.closing };
    else all.push(one);
  }
  return all;
}

function isActual({ event }: FactClaim): boolean {
  return event.classifier === 'ACTUAL';
}

function timeOf({ event }: FactClaim): number {
  return Date.parse(event.time.instant);
}

function heardOf({ voices }: FactClaim): number {
  return Math.min(...voices.map(({ receivedAt }) => Date.parse(receivedAt)));
}

function byTime(a: FactClaim, b: FactClaim): number {
  return timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1);
}
