import { endOf } from '../event-time.ts';
import { isOfEndedRun } from '../journey/ended-runs.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, isSamePlace } from './moves.ts';
import { findRule, type ExceptionRule, type ExceptionRules } from './rules.ts';
import { toldOverTime } from './told-over-time.ts';

/**
 * A step that somebody announced for a time, which passed without word of it: the next one of the cargo, and those that
 * came late in the end. It opens by the time that was told last, and ends when the step is told or announced for later.
 */
export function stepsOverdue(cargo: Cargo, rules: ExceptionRules): Episode[] {
  return cargo.logistics.filter((m) => isNext(m, cargo) || isLate(m)).flatMap((m): Episode[] => {
    const mode = m.transport?.mode ?? null;
    const rule = findRule(rules, 'STEP_OVERDUE', mode);
    return rule ? overdue(m, rule, mode) : [];
  }); // prettier-ignore
}

function isNext(m: Milestone, { next, legs }: Cargo): boolean {
  if (!next || next.basis === 'USUAL_ORDER' || m.classifier === 'ACTUAL') return false;
  if (isOfEndedRun(m, legs ?? [])) return false;
  return m.code === next.code && (m.place === next.place || isSamePlace(m.place, next.place)) && isMeant(m);
}

function isLate(m: Milestone): boolean {
  return m.classifier === 'ACTUAL' && m.expected.length > 0 && isMeant(m);
}

/** Expected of the cargo itself; what its ship does at other ports is none of its steps. */
function isMeant(m: Milestone): boolean {
  const told = m.classifier === 'ACTUAL' ? m.expected : [...m.claims, ...m.expected];
  return told.some((claim) => !claim.inherited);
}

function overdue(m: Milestone, rule: ExceptionRule, of: string | null): Episode[] {
  const done = m.classifier === 'ACTUAL' ? m : null;
  const words = toldOverTime(done ? m.expected : [...m.claims, ...m.expected]);
  const episodes = words.flatMap((word): Episode[] => {
    const due = endOf(word.time);
    const opensAt = Math.max(due + rule.hours * HOUR_MS, word.heardFrom);
    const toldAt = done ? at(done) : Infinity;
    const closesAt = Math.min(word.heardUntil, toldAt);
    if (opensAt >= closesAt) return [];
    return [
      {
        rule,
        of,
        opensAt,
        worsensAt: rule.worseHours === null ? null : Math.max(due + rule.worseHours * HOUR_MS, opensAt),
        closesAt: closesAt === Infinity ? null : closesAt,
        subject: { containers: [], place: m.place, run: m.run, document: null },
        evidence: [word.claim.id],
        closing: closesAt === toldAt ? idsOf(done) : nextWord(words, word.heardUntil),
        figures: { step: m.code, until: new Date(due).toISOString(), limitHours: rule.hours },
      },
    ];
  });
  return joined(episodes);
}

function nextWord(words: ReturnType<typeof toldOverTime>, heardFrom: number): string[] {
  return words.filter((word) => word.heardFrom === heardFrom).map(({ claim }) => claim.id);
}

/** A new time that has passed as well when it is heard ends nothing. */
function joined(episodes: readonly Episode[]): Episode[] {
  const all: Episode[] = [];
  for (const episode of episodes) {
    const last = all.at(-1);
    if (last && last.closesAt === episode.opensAt) {
      all[all.length - 1] = {
        ...last,
        closesAt: episode.closesAt,
        closing: episode.closing,
        evidence: [...last.evidence, ...episode.evidence],
      };
    } else all.push(episode);
  }
  return all;
}
