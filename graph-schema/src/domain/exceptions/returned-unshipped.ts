import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

const SAILED: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED', 'ARRIVED', 'DISCHARGED']);

/**
 * Boxes that came to the terminal full, went out again full and came back empty without a carriage between: the cargo was
 * taken back before it sailed 退关. It ends when the box is carried after all.
 */
export function returnedUnshipped(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'RETURNED_UNSHIPPED', null);
  if (!rule) return [];
  return cargo.boxes.flatMap((box): Episode[] => {
    const moves = cargo.movesOf(box).filter((m) => m.transport?.mode !== 'TRUCK' || !SAILED.has(m.code));
    const came = moves.findIndex((m) => m.code === 'GATED_IN' && m.loadState === 'FULL');
    const out = moves.findIndex((m, i) => i > came && m.code === 'GATED_OUT' && m.loadState === 'FULL');
    const back = moves.findIndex((m, i) => i > out && m.code === 'GATED_IN' && m.loadState === 'EMPTY');
    const [taken, empty] = [moves[out], moves[back]];
    if (came === -1 || !taken || !empty || moves.slice(0, back).some((m) => SAILED.has(m.code))) return [];
    const carried = moves.slice(back).find((m) => SAILED.has(m.code)) ?? null;
    return [
      {
        rule,
        of: null,
        opensAt: at(empty) + rule.hours * HOUR_MS,
        worsensAt: rule.worseHours === null ? null : at(empty) + rule.worseHours * HOUR_MS,
        closesAt: carried && at(carried),
        subject: { containers: [box], place: empty.place, run: null, document: null },
        evidence: [...idsOf(taken), ...idsOf(empty)],
        closing: idsOf(carried),
        figures: {},
      },
    ];
  });
}
