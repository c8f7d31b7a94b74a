import { clocksOf } from '../free-time/derive-free-time.ts';
import type { FreeTimeClock } from '../free-time/free-time-clock.ts';
import { TOLD_ONLY } from '../free-time/terms.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/** Free time that ends, or has ended, while the box is where it costs: the binding clock of each charge and each box. */
export function lastFreeDays(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const clocks = cargo.freeTime ?? clocksOf(cargo, TOLD_ONLY);
  return clocks
    .filter((clock) => clock.binding)
    .flatMap((clock): Episode[] => {
      const { kind, container, endsAt, startedAt, stoppedAt, place } = clock;
      // What only common practice says is worth a notice; it is no term that anybody set, and costs nothing for certain.
      const rule = findRule(rules, 'LAST_FREE_DAY', clock.isConfirmed ? kind : 'UNCONFIRMED');
      // A term told for a ship that has not come is one for another day: the free time begins with the discharge.
      if (!rule || startedAt === null) return [];
      return [
        {
          rule,
          of: kind,
          opensAt: Math.max(endsAt - rule.hours * HOUR_MS, startedAt),
          worsensAt: rule.worseHours === null ? null : endsAt - rule.worseHours * HOUR_MS,
          closesAt: stoppedAt,
          subject: { containers: container === null ? [] : [container], place, run: null, document: null },
          evidence: clock.evidence,
          closing: clock.closing,
          figures: figuresOf(clock),
        },
      ];
    });
}

function figuresOf({ endsAt, basis, tariff, isConfirmed }: FreeTimeClock): Episode['figures'] {
  const until = new Date(endsAt).toISOString();
  if (basis !== 'TARIFF' || tariff === null) return { until };
  return { until, tariff, basis: isConfirmed ? 'TARIFF' : 'UNCONFIRMED' };
}
