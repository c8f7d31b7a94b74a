import { localDate } from '../../time/wall-clock.ts';
import { groupMilestones, type MilestoneGroup } from './group-milestones.ts';
import type { Milestone } from './shipment.graphql.ts';

/** One local day of the shared axis; both lines may have something on it, one at least has. */
export interface AxisDay {
  readonly key: string;
  /** `2026-11-21`, local to where it happened. */
  readonly date: string;
  readonly side: 'AHEAD' | 'BEHIND';
  readonly logistics: readonly MilestoneGroup[];
  readonly documents: readonly MilestoneGroup[];
  /** Whole days without news between this day and the next older one; 0 where they follow each other. */
  readonly quietDaysBelow: number;
}

/** The two lines on one time axis, newest on top; `ahead` ends where `behind` begins. */
export interface SharedAxis {
  readonly ahead: readonly AxisDay[];
  readonly behind: readonly AxisDay[];
}

const dayMs = 86_400_000;

/** `now` is the service's time, epoch milliseconds. A day that holds both is split, so that the line "now" runs between. */
export function shareAxis(
  logistics: readonly Milestone[],
  documents: readonly Milestone[],
  now: number,
): SharedAxis {
  const all = [...logistics, ...documents].toSorted(newestFirst);
  const days: { date: string; side: AxisDay['side']; milestones: Milestone[] }[] = [];
  for (const milestone of all) {
    const date = localDate(milestone.time);
    // What has happened is behind, even where the reader's copy of the clock lags a little.
    const isAhead = milestone.classifier !== 'ACTUAL' && Date.parse(milestone.time.instant) > now;
    const side = isAhead ? 'AHEAD' : 'BEHIND';
    const last = days.at(-1);
    if (last && last.date === date && last.side === side) last.milestones.push(milestone);
    else days.push({ date, side, milestones: [milestone] });
  }
  const drawn = days.map((day, index): AxisDay => {
    const older = days[index + 1];
    return {
      key: `${day.side}:${day.date}:${day.milestones[0]?.id ?? index}`,
      date: day.date,
      side: day.side,
      logistics: groupMilestones(day.milestones.filter((one) => one.dimension === 'LOGISTICS')),
      documents: groupMilestones(day.milestones.filter((one) => one.dimension === 'DOCUMENT')),
      quietDaysBelow: older && older.side === day.side ? quietDays(day.date, older.date) : 0,
    };
  });
  return {
    ahead: drawn.filter((day) => day.side === 'AHEAD'),
    behind: drawn.filter((day) => day.side === 'BEHIND'),
  };
}

function newestFirst(a: Milestone, b: Milestone): number {
  return b.time.instant.localeCompare(a.time.instant) || a.id.localeCompare(b.id);
}

function quietDays(newer: string, older: string): number {
  const days = Math.round((Date.parse(newer) - Date.parse(older)) / dayMs) - 1;
  return Math.max(0, days);
}
