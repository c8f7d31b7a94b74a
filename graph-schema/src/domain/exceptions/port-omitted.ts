import type { FactClaim } from '../journey/facts.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, isSamePlace, lastOfAll } from './moves.ts';
import { portsPassedBy, type PassedBy } from './port-passed-by.ts';
import { findRule, type ExceptionRule, type ExceptionRules } from './rules.ts';

const AT_THE_PORT: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED', 'ARRIVED', 'BERTHED', 'DISCHARGED']);

/**
 * A ship leaves out a port 甩港 where this cargo was to be loaded or to come off: somebody says so, or it is seen to be beyond it.
 * It opens when that is first heard, and ends when all its boxes have been moved at that port after all, or have come off
 * somewhere else; what nobody said, also when the ship comes there or is told to.
 */
export function portsOmitted(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'PORT_OMITTED', null);
  if (!rule) return [];
  const told = toldOmissions(cargo, rule);
  const seen = portsPassedBy(cargo).map((port) => ({ port, word: told.find((word) => isSame(word, port)) }));
  return [
    ...told.map((word): Episode => {
      const before = seen.find((one) => one.word === word)?.port;
      if (!before) return word;
      // It was known before anybody said it.
      const since = Math.min(before.opensAt, word.opensAt - rule.hours * HOUR_MS);
      const evidence = [...new Set([...word.evidence, ...before.evidence])];
      return { ...word, ...opening(rule, since), evidence };
    }),
    ...seen.filter(({ word }) => !word).map(({ port }): Episode => ({
      rule,
      of: null,
      ...opening(rule, port.opensAt),
      closesAt: port.closesAt,
      subject: { containers: [], place: port.place, run: port.run, document: null },
      evidence: port.evidence,
      closing: port.closing,
      figures: {},
    })),
  ]; // prettier-ignore
}

/** Of one port of one run, and not one after the other. */
function isSame({ subject, opensAt, closesAt }: Episode, port: PassedBy): boolean {
  const isHere = subject.run === port.run && isSamePlace(subject.place, port.place);
  return isHere && port.opensAt <= (closesAt ?? Infinity) && opensAt <= (port.closesAt ?? Infinity);
}

function opening({ hours, worseHours }: ExceptionRule, since: number): Pick<Episode, 'opensAt' | 'worsensAt'> {
  return { opensAt: since + hours * HOUR_MS, worsensAt: worseHours === null ? null : since + worseHours * HOUR_MS };
} // prettier-ignore

function toldOmissions(cargo: Cargo, rule: ExceptionRule): Episode[] {
  const { runOf, facts, boxes, movesOf } = cargo;
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
      ...opening(rule, heardAt),
      closesAt: done && at(done),
      subject: { containers: [], place, run, document: null },
      evidence: claims.map(({ id }) => id).sort(),
      closing: idsOf(done),
      figures: {},
    };
  }); // prettier-ignore
}
