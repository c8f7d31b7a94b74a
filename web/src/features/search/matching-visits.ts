import { compactNumber } from './compact-number.ts';
import type { Visit } from './visits.ts';

/** As many as are shown under the box. */
const SHOWN = 6;

/** The recent ones whose number has what is typed in it; all of them while nothing is. */
export function matchingVisits(visits: readonly Visit[], typed: string): readonly Visit[] {
  const part = compactNumber(typed);
  return visits.filter(({ value }) => compactNumber(value).includes(part)).slice(0, SHOWN);
}
