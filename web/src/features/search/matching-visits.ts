import type { Visit } from './visits.ts';

/** As many as are shown under the box. */
const SHOWN = 6;

/** The recent ones whose number has what is typed in it; all of them while nothing is. */
export function matchingVisits(visits: readonly Visit[], typed: string): readonly Visit[] {
  const part = compact(typed);
  return visits.filter(({ value }) => compact(value).includes(part)).slice(0, SHOWN);
}

function compact(text: string): string {
  return text.toUpperCase().replace(/[\s\-./]/g, '');
}
