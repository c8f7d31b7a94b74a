import type { FactClaim } from '../journey/facts.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, isSamePlace, lastOfAll } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

const AT_THE_PORT: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED', 'ARRIVED', 'BERTHED', 'DISCHARGED']);

/**
 * A ship leaves out a port 甩港 where this cargo was to be loaded or to come off. It opens when that is first heard, and
 * ends when all its boxes have been moved at that port after all, or have come off somewhere else.
 */
export function portsOmitted(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const { runOf, facts, boxes, movesOf } = cargo;
  const rule = findRule(rules, 'PORT_OMITTED', null);
  if (!rule) return [];
  const meant = facts.claims.filter(
    ({ event, inherited }) =>
      !inherited && event.place !== null && event.classifier !== 'ACTUAL' && AT_THE_PORT.has(event.code),
  );
  const omitted = new Map<string, FactClaim[]>();
  for (const claim of facts.claims) {
    const { code, place } = claim.event;
    const run = runOf(claim);
    if (code !== 'CALL_OMITTED' || !place || run === null) continue;
    const isOurs = meant.some((plan) => runOf(plan) === run && isSamePlace(plan.event.place, place));
    const key = `${run}|${place.unLocode ?? place.raw}`;
    if (isOurs) omitted.set(key, [...(omitted.get(key) ?? []), claim]);
  }
  return [...omitted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, claims]): Episode => {
    const [first] = claims as [FactClaim, ...FactClaim[]];
    const { place } = first.event;
    const run = runOf(first);
    const heardAt = Math.min(...claims.flatMap(({ voices }) => voices.map((v) => Date.parse(v.receivedAt))));
    const done = lastOfAll(boxes.length > 0 ? boxes : [null], (box) =>
      movesOf(box).find(
        (m) =>
          at(m) > heardAt &&
          ((m.run === run && AT_THE_PORT.has(m.code) && isSamePlace(m.place, place)) ||
            m.code === 'DISCHARGED' ||
            (m.code === 'LOADED' && m.run !== run)),
      ) ?? null,
    );
    return {
      rule,
      of: null,
      opensAt: heardAt + rule.hours * HOUR_MS,
      worsensAt: rule.worseHours === null ? null : heardAt + rule.worseHours * HOUR_MS,
      closesAt: done && at(done),
      subject: { containers: [], place, run, document: null },
      evidence: claims.map(({ id }) => id).sort(),
      closing: idsOf(done),
      figures: {},
    };
  }); // prettier-ignore
}
