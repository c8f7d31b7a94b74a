import { isoInstant } from '../instant-text.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Cargo } from './cargo.ts';
import { boxesOf, connectionsOf, type Connection, type Inbound } from './connections.ts';
import { oddsOfMissing, type OddsBasis } from './connection-odds.ts';
import { cutOffAt } from './cut-off.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, isSamePlace, lastOfAll } from './moves.ts';
import { findRule, transferHours, type ExceptionRule, type ExceptionRules } from './rules.ts';
import { wordAt, type Word } from './told-over-time.ts';

/**
 * Connections that may be missed, or are 中转脱班. Beforehand: by the ETA of what brings the cargo, how far such words were
 * off in the past, and when the next carriage leaves, less the time that a transfer takes. As a fact: it came, or has not
 * come, when the other had gone. It ends when it is aboard, is in time after all, or is planned on another run.
 */
export function missedConnections(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const [risk, missed] = [
    findRule(rules, 'MISSED_CONNECTION', 'AT_RISK'),
    findRule(rules, 'MISSED_CONNECTION', 'MISSED'),
  ];
  if (!risk && !missed) return [];
  return connectionsOf(cargo).flatMap((connection) => {
    const known = whatHappened(cargo, connection, rules);
    const fact = missed ? missedAsFact(connection, known, missed) : null;
    const before = risk ? atRisk(cargo, connection, known, { risk, rules, fact }) : [];
    return fact ? [...before, fact] : before;
  });
}

interface Known {
  readonly arrived: Milestone | null;
  /** Aboard what it was planned on, all of it. */
  readonly aboard: Milestone | null;
  /** Gone from there on something else. */
  readonly other: Milestone | null;
  readonly cutOff: { readonly endsAt: number; readonly claimId: string } | null;
  readonly transferMs: number;
}

const LEAVES: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED']);
const COMES: ReadonlySet<string> = new Set(['ARRIVED', 'BERTHED', 'DISCHARGED', 'CHECKED_IN']);

function whatHappened(cargo: Cargo, connection: Connection, rules: ExceptionRules): Known {
  const { place, inbound, onward } = connection;
  const boxes = boxesOf(cargo, connection);
  const first = (is: (m: Milestone) => boolean) =>
    lastOfAll(
      boxes,
      (box) => cargo.movesOf(box).find((m) => isSamePlace(m.place, place) && m.run !== null && is(m)) ?? null,
    );
  return {
    arrived: first((m) => m.run === inbound.run && COMES.has(m.code)),
    aboard: first((m) => m.run === onward.run && LEAVES.has(m.code)),
    other: first((m) => m.run !== onward.run && LEAVES.has(m.code)),
    cutOff: cutOffAt(cargo, rules, place),
    transferMs: transferHours(rules, inbound.mode, onward.mode) * HOUR_MS,
  };
}

function missedAsFact(connection: Connection, known: Known, rule: ExceptionRule): Episode | null {
  const { arrived, aboard, other } = known;
  const { departures, replacedBy, left } = connection;
  if (aboard) return null;
  const cameAt = arrived && at(arrived);
  const departs = departures.at(-1);
  const isTooLate = (departsAt: number) => cameAt === null || cameAt > departsAt - known.transferMs;
  const opensAt =
    left && isTooLate(timeOf(left))
      ? timeOf(left)
      : !left && departs && cameAt !== null && cameAt > departs.at
        ? cameAt
        : null;
  if (opensAt === null || !departs) return null;
  const ends = [
    ...(other ? [{ at: at(other), ids: idsOf(other) }] : []),
    ...(replacedBy ? [{ at: replacedBy.at, ids: [replacedBy.claimId] }] : []),
  ].sort((a, b) => a.at - b.at);
  const [end] = ends;
  return {
    rule,
    of: 'MISSED',
    opensAt: opensAt + rule.hours * HOUR_MS,
    worsensAt: rule.worseHours === null ? null : opensAt + rule.worseHours * HOUR_MS,
    closesAt: end?.at ?? null,
    subject: subjectOf(connection),
    evidence: [...(left ? [left.id] : [departs.claim.id]), ...idsOf(arrived)],
    closing: end?.ids ?? [],
    figures: {
      ...carriages(connection),
      departs: isoInstant(left ? timeOf(left) : departs.at),
      ...(arrived ? { arrives: arrived.time.instant } : {}),
    },
  };
}

/** How it stands from an instant on. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly odds: number;
  readonly basis: OddsBasis;
  readonly arrival: Inbound;
  readonly departure: Word;
  readonly neededAt: number;
  /** It began because time passed, not because anything was told. */
  readonly isByTime: boolean;
}

interface RiskRules {
  readonly risk: ExceptionRule;
  readonly rules: ExceptionRules;
  readonly fact: Episode | null;
}

function atRisk(cargo: Cargo, connection: Connection, known: Known, { risk, rules, fact }: RiskRules): Episode[] {
  const { aboard, other, arrived } = known;
  const { replacedBy } = connection;
  const ends = [
    ...(aboard ? [{ at: at(aboard), ids: idsOf(aboard) }] : []),
    ...(other ? [{ at: at(other), ids: idsOf(other) }] : []),
    ...(replacedBy ? [{ at: replacedBy.at, ids: [replacedBy.claimId] }] : []),
    ...(fact ? [{ at: fact.opensAt, ids: fact.evidence }] : []),
  ].sort((a, b) => a.at - b.at);
  const end = ends[0] ?? { at: Infinity, ids: [] };
  const stretches = stretchesOf(cargo, connection, known, rules).filter(({ from }) => from < end.at);
  const risky = stretches.map((one) => ({ ...one, from: Math.max(one.from, one.departure.at - risk.hours * HOUR_MS), until: Math.min(one.until, end.at) }))
    .filter((one) => one.odds >= (risk.limit ?? 1) && one.from < one.until);
  const groups: Stretch[][] = [];
  for (const one of risky) {
    const last = groups.at(-1);
    if (last?.at(-1)?.until === one.from) last.push(one);
    else groups.push([one]);
  }
  return groups.map((group): Episode => {
    const [first] = group as [Stretch, ...Stretch[]];
    const last = group.at(-1) ?? first;
    const shown = group.findLast((one) => !one.isByTime) ?? first;
    const worse = group.slice(group.findLastIndex((one) => one.odds < (risk.worseLimit ?? 2)) + 1)[0];
    const closedBy = last.until === end.at ? end.ids : last.until === (arrived && at(arrived)) ? idsOf(arrived) : wordsFrom(connection, last.until);
    return {
      rule: risk,
      of: 'AT_RISK',
      opensAt: first.from,
      worsensAt: worse ? worse.from : null,
      closesAt: last.until === Infinity ? null : last.until,
      subject: subjectOf(connection),
      evidence: [...new Set([shown.arrival.claimId, shown.departure.claim.id])],
      closing: closedBy,
      figures: figuresOf(connection, shown),
      ...(last === shown ? {} : { later: { at: last.from, figures: figuresOf(connection, last) } }),
    };
  });
} // prettier-ignore

function stretchesOf(cargo: Cargo, connection: Connection, known: Known, rules: ExceptionRules): Stretch[] {
  const { arrivals, departures } = connection;
  const cameAt = known.arrived ? at(known.arrived) : Infinity;
  const turns = [...arrivals, ...departures].map(({ heardFrom }) => heardFrom).concat(Number.isFinite(cameAt) ? [cameAt] : []);
  const instants = [...new Set(turns)].sort((a, b) => a - b);
  return instants.flatMap((from, index): Stretch[] => {
    const until = instants[index + 1] ?? Infinity;
    const arrival = arrivals.findLast((word) => word.heardFrom <= from);
    const departure = wordAt(departures, from);
    if (!arrival || !departure) return [];
    const neededAt = Math.min(departure.at - known.transferMs, known.cutOff?.endsAt ?? Infinity);
    const one = { from, until, arrival, departure, neededAt, isByTime: false };
    if (from >= cameAt) return [{ ...one, odds: cameAt <= neededAt ? 0 : 1, basis: 'ARRIVED' as const }];
    const aheadHours = Math.max(0, (arrival.at - from) / HOUR_MS);
    const past = cargo.facts.pastErrors?.(arrival.source, aheadHours, from) ?? null;
    const house = Math.max(rules.etaBand.hoursMin, (aheadHours * rules.etaBand.percent) / 100);
    const band = past ?? { p10Hours: -house, p90Hours: house };
    const odds = Math.round(oddsOfMissing({ arrivesAt: arrival.at, band, neededAt }) * 100) / 100;
    const basis: OddsBasis = past && past.closed > 0 ? 'PAST_ERRORS' : 'HOUSE_BAND';
    const passed = { ...one, odds: 1, basis: 'PASSED' as const, isByTime: true };
    if (neededAt <= from) return [{ ...passed, isByTime: false }];
    if (neededAt >= until) return [{ ...one, odds, basis }];
    return [{ ...one, until: neededAt, odds, basis }, { ...passed, from: neededAt }];
  });
} // prettier-ignore

function figuresOf(
  connection: Connection,
  { odds, basis, arrival, departure, neededAt }: Stretch,
): Episode['figures'] {
  return {
    odds,
    oddsBasis: basis,
    ...carriages(connection),
    arrives: isoInstant(arrival.at),
    departs: isoInstant(departure.at),
    until: isoInstant(neededAt),
  };
}

function carriages({ inbound, onward }: Connection): Episode['figures'] {
  return {
    inbound: inbound.run,
    onward: onward.run,
    ...(inbound.name === null ? {} : { inboundName: inbound.name }),
    ...(onward.name === null ? {} : { onwardName: onward.name }),
  };
}

function wordsFrom({ arrivals, departures }: Connection, heardFrom: number): string[] {
  const words = [
    ...arrivals.filter((word) => word.heardFrom === heardFrom).map(({ claimId }) => claimId),
    ...departures.filter((word) => word.heardFrom === heardFrom).map(({ claim }) => claim.id),
  ];
  return [...new Set(words)];
}

function subjectOf({ box, place, onward }: Connection): Episode['subject'] {
  return { containers: box === null ? [] : [box], place, run: onward.run, document: null };
}

function timeOf({ event }: FactClaim): number {
  return Date.parse(event.time.instant);
}
