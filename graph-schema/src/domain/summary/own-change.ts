import { summaryFor, type OwnSummaries } from './own-summary.ts';
import {
  exceptionChange,
  somethingOf,
  summaryChange,
  type ExceptionChange,
  type SummaryChange,
} from './summary-change.ts';
import type { ShipmentSummary } from './summary.ts';

/** A summary with what organisations with limits of their own read otherwise. */
export interface JudgedSummary {
  readonly summary: ShipmentSummary;
  readonly own: OwnSummaries;
}

/** What became different for anybody, whatever limits he is judged by; null: nothing. */
export function judgedChange(before: JudgedSummary | null, now: JudgedSummary): SummaryChange | null {
  const change = summaryChange(before?.summary ?? null, now.summary);
  const open = (judged: JudgedSummary | null, key: string | null) =>
    judged ? summaryFor(judged.summary, judged.own, key).exceptions : [];
  const changeBy = (key: string | null) => exceptionChange(open(before, key), open(now, key));
  const house = JSON.stringify(changeBy(null));
  const keys = [...new Set([...Object.keys(before?.own ?? {}), ...Object.keys(now.own)])].sort();
  const others = keys.flatMap((key): [string, ExceptionChange][] => {
    const own = changeBy(key);
    return JSON.stringify(own) === house ? [] : [[key, own]];
  });
  if (others.length === 0) return change;
  return { ...(change ?? NOTHING), own: Object.fromEntries(others) };
}

const NOTHING: SummaryChange = { parts: [], opened: [], closed: [], changed: [], of: [], now: {} };

/** The change as those are told it who are judged by the limits of a key (null: by those for everybody); null: nothing changed for them. */
export function changeFor({ own, ...change }: SummaryChange, key: string | null): SummaryChange | null {
  const others = key === null ? undefined : own?.[key];
  return somethingOf(others ? { ...change, ...others } : change);
}
