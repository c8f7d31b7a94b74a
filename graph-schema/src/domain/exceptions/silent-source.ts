import { splitKey } from '../identifier.ts';
import type { FactClaim, Voice } from '../journey/facts.ts';
import { lastSaid } from '../journey/milestone.ts';
import type { Phase } from '../journey/phase.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { isSamePlace } from './moves.ts';
import { findRule, type ExceptionRule, type ExceptionRules } from './rules.ts';

/** Nobody waits for news of such a cargo any more. */
const OVER: ReadonlySet<Phase> = new Set<Phase>(['DELIVERED', 'COMPLETED', 'CANCELLED']);

/**
 * Sources that this cargo depends on now and that have not been heard for longer than their freshness expectation: what they
 * would tell is not known. Of the ship that it is aboard, the positions. It is over as soon as they are heard.
 */
export function silentSources(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const { heard, positions } = cargo.facts;
  if ((!heard && !positions) || OVER.has(cargo.phase ?? 'UNKNOWN')) return [];
  return [...silentSenders(cargo, rules), ...silentShips(cargo, rules)];
}

function silentSenders(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const { heard, claims } = cargo.facts;
  const told = new Map<string, { source: Voice['source']; claims: FactClaim[] }>();
  for (const claim of claims) {
    for (const { source } of claim.voices) {
      if (!heard?.has(source.id)) continue;
      const of = told.get(source.id) ?? { source, claims: [] };
      of.claims.push(claim);
      told.set(source.id, of);
    }
  }
  return [...told].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, { source, claims: own }]): Episode[] => {
    const rule = findRule(rules, 'SILENT_SOURCE', source.kind);
    const known = heard?.get(id);
    if (!rule || !known || !dependsOn(cargo, source, own)) return [];
    const last = own.sort((a, b) => lastSaid(b) - lastSaid(a) || (a.id < b.id ? -1 : 1))[0];
    const expectedAt = known.lastReceivedAt + known.silentAfterMinutes * 60_000;
    return [episodeOf(rule, source.kind, { expectedAt, since: known.lastReceivedAt, name: source.name, key: id, claim: last })];
  }); // prettier-ignore
}

/** Its railway no more once the train has come; a terminal only while the cargo is there. */
function dependsOn(
  { legs = [], movesOf, boxes, runOf }: Cargo,
  { kind }: Voice['source'],
  claims: readonly FactClaim[],
): boolean {
  if (kind === 'TERMINAL') {
    const places = (boxes.length > 0 ? boxes : [null]).map((box) => movesOf(box).at(-1)?.place ?? null);
    return claims.some(({ event }) => places.some((place) => isSamePlace(place, event.place)));
  }
  if (kind !== 'RAIL' && kind !== 'AIRLINE') return true;
  const open = new Set(legs.filter(({ state }) => state !== 'DONE').map(({ id }) => id));
  return claims.some((claim) => open.has(runOf(claim) ?? ''));
}

function silentShips({ facts, legs = [], runOf }: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'SILENT_SOURCE', 'AIS');
  if (!rule || !facts.positions) return [];
  return legs.flatMap(({ id, state, transport }): Episode[] => {
    const key = transport?.vesselImo ? (`VESSEL:${transport.vesselImo}` as const) : null;
    const seenAt = key && facts.positions?.get(key);
    if (state !== 'UNDERWAY' || !key || seenAt == null) return [];
    const claim = facts.claims.filter((one) => runOf(one) === id && one.event.classifier === 'ACTUAL').sort((a, b) => timeOf(b) - timeOf(a) || (a.id < b.id ? -1 : 1))[0];
    const name = transport?.vesselName ?? splitKey(key).value;
    return [episodeOf(rule, 'AIS', { expectedAt: seenAt, since: seenAt, name, key, claim })];
  }); // prettier-ignore
}

interface Silence {
  readonly expectedAt: number;
  readonly since: number;
  readonly name: string;
  readonly key: string;
  readonly claim: FactClaim | undefined;
}

function episodeOf(
  rule: ExceptionRule,
  of: string,
  { expectedAt, since, name, key, claim }: Silence,
): Episode {
  return {
    rule,
    of,
    opensAt: expectedAt + rule.hours * HOUR_MS,
    worsensAt: rule.worseHours === null ? null : expectedAt + rule.worseHours * HOUR_MS,
    closesAt: null,
    subject: { containers: [], place: null, run: null, document: null },
    evidence: claim ? [claim.id] : [],
    closing: [],
    figures: { source: name, since: new Date(since).toISOString() },
    apart: key,
  };
}

function timeOf({ event }: FactClaim): number {
  return Date.parse(event.time.instant);
}
