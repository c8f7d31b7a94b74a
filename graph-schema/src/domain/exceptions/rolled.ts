import { placeOf, type Milestone } from '../journey/milestone.ts';
import { isPart } from '../journey/parts.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { mayBeOfSameCargo } from '../journey/taken-instead.ts';
import { departurePlansOf, type DeparturePlan, type PlannedMode } from './departure-plans.ts';
import { boxesConcerned, type Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, isSamePlace, lastOfAll } from './moves.ts';
import { findRule, type ExceptionRule, type ExceptionRules } from './rules.ts';

/**
 * Cargo left behind for a later ship, train or flight. Somebody says so; or one who had planned it on one now plans it on another
 * that leaves later by at least the rule's hours, be it from another port; or it is loaded on such a one without a word. It
 * closes when it leaves. How much later is too late each mode has its own row for: ships sail by the week, flights by the day.
 */
export function rolled(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const ofTold = findRule(rules, 'ROLLED', 'TOLD');
  const told = ofTold ? toldRolls(cargo, ofTold) : [];
  const all = departurePlansOf(cargo.facts.claims, cargo.runOf);
  const modes = new Set(all.map(({ mode }) => mode));
  const inferred = [...modes].flatMap((mode) => {
    const rule = findRule(rules, 'ROLLED', OF[mode]);
    const plans = all.filter((plan) => plan.mode === mode);
    return rule ? [...replanned(cargo, plans, rule), ...loadedLater(cargo, mode, plans, rule)] : [];
  });
  const apart = inferred.filter((roll) => !told.some((word) => isSameRoll(word, roll)));
  const joined = told.map((word) => {
    const same = inferred.filter((roll) => isSameRoll(word, roll));
    const evidence = [...word.evidence, ...same.flatMap((roll) => roll.evidence)];
    return { ...word, evidence, figures: same[0]?.figures ?? word.figures };
  });
  return [...joined, ...apart];
}

const OF: Readonly<Record<PlannedMode, string>> = {
  VESSEL: 'REPLANNED',
  BARGE: 'BARGE_REPLANNED',
  RAIL: 'TRAIN_REPLANNED',
  AIR: 'FLIGHT_REPLANNED',
};

function toldRolls(cargo: Cargo, rule: ExceptionRule): Episode[] {
  const rolls = cargo.logistics.filter((m) => m.classifier === 'ACTUAL' && m.code === 'ROLLED');
  return rolls.map((roll) => {
    const boxes = roll.containers.length > 0 ? roll.containers : boxesConcerned(cargo, null);
    const opensAt = at(roll) + rule.hours * HOUR_MS;
    const sailed = lastOfAll(boxes, (box) => sailedAfter(cargo, box, at(roll), roll.place));
    return {
      ...worsening(rule, opensAt),
      of: 'TOLD',
      opensAt,
      closesAt: sailed && at(sailed),
      subject: { containers: roll.containers, place: roll.place, run: roll.run, document: null },
      evidence: idsOf(roll),
      closing: idsOf(sailed),
      figures: {},
    };
  });
}

function replanned(cargo: Cargo, plans: readonly DeparturePlan[], rule: ExceptionRule): Episode[] {
  const rolls = new Map<string, Episode>();
  for (const missed of plans) {
    const next = plans
      .filter(
        (plan) =>
          isOf(plan, missed) &&
          (isSamePlace(plan.place, missed.place) || isFromElsewhere(cargo, missed, plan)) &&
          plan.firstSaidAt > missed.firstSaidAt &&
          plan.run !== missed.run,
      )
      .sort(
        (a, b) => a.firstSaidAt - b.firstSaidAt || a.leavesAt - b.leavesAt || (a.run < b.run ? -1 : 1),
      )[0];
    // Whoever names the former ship again has taken the other back.
    if (!next || next.lastSaidAt < missed.lastSaidAt) continue;
    if (next.leavesAt - missed.leavesAt < rule.hours * HOUR_MS) continue;
    const meant = boxesConcerned(cargo, missed.box);
    const took = (box: string | null) => loadsAt(cargo, box, missed.place).some((m) => m.run === missed.run);
    const boxes = meant.filter((box) => !took(box));
    if (boxes.length === 0) continue;
    const opensAt = next.firstSaidAt;
    const sailed = lastOfAll(boxes, (box) => sailedAfter(cargo, box, opensAt, next.place));
    const isWhole = missed.box === null && boxes.length === meant.length;
    const roll = episodeOf(rule, missed, next, opensAt, sailed, isWhole ? [] : boxes);
    // Others who tell of the same roll later are further evidence of it.
    const key = [placeOf(missed.place), missed.box, missed.run, next.run].join('|');
    const before = rolls.get(key);
    const [first, other] = before && before.opensAt <= opensAt ? [before, roll] : [roll, before];
    rolls.set(key, { ...first, evidence: [...first.evidence, ...(other?.evidence ?? [])] });
  }
  return [...rolls.values()];
}

/** Nobody planned the run that took it, and the one that was planned had left long before. Of flights the departure alone is told. */
function loadedLater(
  cargo: Cargo,
  mode: PlannedMode,
  plans: readonly DeparturePlan[],
  rule: ExceptionRule,
): Episode[] {
  const code = mode === 'AIR' ? 'DEPARTED' : 'LOADED';
  return boxesConcerned(cargo, null).flatMap((box): Episode[] => {
    const loads = cargo
      .movesOf(box)
      .filter((m) => m.code === code && m.transport?.mode === mode && !isPart(m));
    return loads.flatMap((load): Episode[] => {
      const here = plans.filter((p) => (p.box ?? box) === box && isSamePlace(p.place, load.place));
      if (load.run === null || here.some((plan) => plan.run === load.run)) return [];
      const [missed] = here
        .filter((plan) => plan.firstSaidAt < at(load) && !loads.some((m) => m.run === plan.run))
        .sort((a, b) => b.leavesAt - a.leavesAt || (a.run < b.run ? -1 : 1));
      if (!missed || at(load) - missed.leavesAt < rule.hours * HOUR_MS) return [];
      return [episodeOf(rule, missed, { run: load.run, leavesAt: at(load), ids: idsOf(load) }, missed.leavesAt, load, [box])]; // prettier-ignore
    });
  });
}

function episodeOf(
  rule: ExceptionRule,
  missed: DeparturePlan,
  next: Pick<DeparturePlan, 'run' | 'leavesAt' | 'ids'>,
  opensAt: number,
  sailed: Milestone | null,
  boxes: readonly (string | null)[],
): Episode {
  const delayHours = Math.round((next.leavesAt - missed.leavesAt) / HOUR_MS);
  return {
    ...worsening(rule, opensAt),
    of: OF[missed.mode],
    opensAt,
    closesAt: sailed && at(sailed),
    subject: {
      containers: boxes.filter((box) => box !== null),
      place: missed.place,
      run: missed.run,
      document: null,
    },
    evidence: [...missed.ids, ...next.ids],
    closing: idsOf(sailed),
    figures: { from: missed.run, to: next.run, delayHours },
  };
}

function worsening(rule: ExceptionRule, opensAt: number): Pick<Episode, 'rule' | 'worsensAt'> {
  return { rule, worsensAt: rule.worseHours === null ? null : opensAt + rule.worseHours * HOUR_MS };
}

function isOf(plan: DeparturePlan, other: DeparturePlan): boolean {
  const isSame = plan.source === other.source && plan.box === other.box;
  return isSame && mayBeOfSameCargo(plan.papers, other.papers);
}

/** A ship from another port instead, where the carriage was to begin: at a hub that was changed nothing is left behind. */
function isFromElsewhere({ overtaken, facts }: Cargo, missed: DeparturePlan, next: DeparturePlan): boolean {
  const isTaken = overtaken?.some(({ run, by }) => run === missed.run && by === next.run) ?? false;
  return (
    isTaken &&
    !facts.claims.some(
      ({ event, inherited }) =>
        !inherited && BROUGHT.has(event.code) && event.transport && isSamePlace(event.place, missed.place),
    )
  );
}

const BROUGHT: ReadonlySet<string> = new Set(['ARRIVED', 'DISCHARGED', 'CHECKED_IN']);

function loadsAt(cargo: Cargo, box: string | null, place: PlaceRef | null): Milestone[] {
  return cargo
    .movesOf(box)
    .filter(
      (m) =>
        (m.code === 'LOADED' || m.code === 'DEPARTED') &&
        m.transport !== null &&
        m.transport.mode !== 'TRUCK' &&
        (place === null || isSamePlace(m.place, place)),
    );
}

function sailedAfter(
  cargo: Cargo,
  box: string | null,
  from: number,
  place: PlaceRef | null,
): Milestone | null {
  return loadsAt(cargo, box, place).find((m) => at(m) > from) ?? null;
}

/** Told of one roll: of boxes in common, at one port where both name one, and not one after the other. */
function isSameRoll(told: Episode, other: Episode): boolean {
  const [a, b] = [told.subject, other.subject];
  const boxes = [a.containers, b.containers];
  const ofSameBoxes = boxes.some((list) => list.length === 0) || a.containers.some((box) => b.containers.includes(box)); // prettier-ignore
  const isHere = !a.place || !b.place || isSamePlace(a.place, b.place);
  return ofSameBoxes && isHere && overlap(told, other) && overlap(other, told);
}

function overlap(a: Episode, b: Episode): boolean {
  return a.opensAt <= (b.closesAt ?? Infinity);
}
