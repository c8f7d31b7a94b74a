import { isoInstant } from '../instant-text.ts';
import { splitKey } from '../identifier.ts';
import type { FactClaim, Silence, SourceHeard, Voice } from '../journey/facts.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { idsOf } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';
import { waitsFor, type Wait } from './waits-for.ts';

/**
 * Sources that this cargo depends on and that were not heard for longer than their freshness expectation: what they would
 * have told was not known. Of the ship that it is aboard, the positions. It is over as soon as they are heard again, or the
 * cargo waits for them no more.
 */
export function silentSources(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const { heard, positions } = cargo.facts;
  if (!heard && !positions) return [];
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
    if (!rule || !known) return [];
    const waits = waitsFor(cargo, source, own);
    return silencesOf(known).flatMap((silence) => {
      const at = { expectedAt: silence.from + known.silentAfterMinutes * 60_000, since: silence.from };
      const opensAt = at.expectedAt + rule.hours * HOUR_MS;
      const claim = heardUntil(own, id, silence.from);
      const waited = claim ? waits.filter(({ from, until }) => from < silence.until && until > opensAt) : [];
      return waited.map(({ from, until, closing }) => {
        const isHeard = silence.until <= until;
        const wait = { from, until: isHeard ? silence.until : until, closing: isHeard ? receivedAt(own, id, silence.until) : closing };
        return episodeOf({ rule, of: source.kind, ...at, name: source.name, key: id, claim, wait });
      });
    });
  }); // prettier-ignore
}

/** Those that are over, and the one that began with the last word: it lasts unless the source is heard. */
function silencesOf({ silences = [], lastReceivedAt }: SourceHeard): Silence[] {
  return [...silences, { from: lastReceivedAt, until: Infinity }];
}

/** What it said last of this cargo before it fell silent. */
function heardUntil(claims: readonly FactClaim[], source: string, until: number): FactClaim | undefined {
  const said = claims.flatMap((claim) => {
    const at = Math.max(...receiptsOf(claim, source).filter((one) => one <= until));
    return Number.isFinite(at) ? [{ claim, at }] : [];
  });
  return said.sort((a, b) => b.at - a.at || (a.claim.id < b.claim.id ? -1 : 1))[0]?.claim;
}

function receivedAt(claims: readonly FactClaim[], source: string, at: number): string[] {
  return claims.filter((claim) => receiptsOf(claim, source).includes(at)).map(({ id }) => id).sort(); // prettier-ignore
}

function receiptsOf({ voices }: FactClaim, source: string): number[] {
  return voices.filter((voice) => voice.source.id === source).map((voice) => Date.parse(voice.receivedAt));
}

/** Ships from their departure with the cargo until they bring it: before and after, nobody asks where they are. */
function silentShips({ facts, legs = [], logistics, runOf }: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'SILENT_SOURCE', 'AIS');
  if (!rule || !facts.positions) return [];
  return legs.flatMap(({ id, state, transport, departure, arrival }): Episode[] => {
    const key = transport?.vesselImo ? (`VESSEL:${transport.vesselImo}` as const) : null;
    const seenAt = key && facts.positions?.get(key);
    if (state === 'PLANNED' || !key || seenAt == null) return [];
    const claim = facts.claims.filter((one) => runOf(one) === id && one.event.classifier === 'ACTUAL').sort((a, b) => timeOf(b) - timeOf(a) || (a.id < b.id ? -1 : 1))[0];
    const name = transport?.vesselName ?? splitKey(key).value;
    const aboardFrom = departure.actual ? Date.parse(departure.actual.instant) : -Infinity;
    const came = arrival.actual ? Date.parse(arrival.actual.instant) : Infinity;
    const arrived = logistics.filter((m) => m.run === id && Date.parse(m.time.instant) === came);
    const gaps = [...(facts.gaps?.get(key) ?? []), { from: seenAt, until: Infinity }];
    return gaps.flatMap((gap): Episode[] => {
      const opensAt = Math.max(gap.from + rule.hours * HOUR_MS, aboardFrom);
      const isSeen = gap.until <= came;
      const until = isSeen ? gap.until : came;
      if (opensAt >= until) return [];
      // What ends a gap is a position, which is no claim.
      const wait = { from: aboardFrom, until, closing: isSeen ? [] : arrived.flatMap(idsOf) };
      return [episodeOf({ rule, of: 'AIS', expectedAt: gap.from, since: gap.from, name, key, claim, wait })];
    });
  }); // prettier-ignore
}

interface Unheard {
  readonly rule: Episode['rule'];
  readonly of: string;
  readonly expectedAt: number;
  readonly since: number;
  readonly name: string;
  readonly key: string;
  readonly claim: FactClaim | undefined;
  /** From when the cargo waited for word, and until it came or was waited for no more. */
  readonly wait: Wait;
}

function episodeOf({ rule, of, expectedAt, since, name, key, claim, wait }: Unheard): Episode {
  const figures = { source: name, since: isoInstant(since) };
  const ends = Number.isFinite(wait.until);
  return {
    rule,
    of,
    opensAt: Math.max(expectedAt + rule.hours * HOUR_MS, wait.from),
    worsensAt: rule.worseHours === null ? null : expectedAt + rule.worseHours * HOUR_MS,
    closesAt: ends ? wait.until : null,
    subject: { containers: [], place: null, run: null, document: null },
    evidence: claim ? [claim.id] : [],
    closing: wait.closing,
    figures,
    ...(ends ? { later: { at: wait.until, figures: { ...figures, until: isoInstant(wait.until) } } } : {}),
    apart: key,
  };
}

function timeOf({ event }: FactClaim): number {
  return Date.parse(event.time.instant);
}
