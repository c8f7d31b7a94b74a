import type { ListSort } from 'graph-schema/cypher/search/page-summaries';
import type { ListOrdering } from './cursor.ts';

/** What lists may be asked to be sorted by, and which way each goes where nobody says. */
export const SORTS = {
  URGENCY: { sort: 'urgency', isDescending: true },
  PHASE: { sort: 'progress', isDescending: false },
  CHANGED: { sort: 'changedAt', isDescending: true },
  DEPARTURE: { sort: 'departedAt', isDescending: true },
  ARRIVAL: { sort: 'arrivesAt', isDescending: false },
  DECLARED: { sort: 'declaredAt', isDescending: true },
  RELEASED: { sort: 'releasedAt', isDescending: true },
} as const satisfies Readonly<Record<string, { sort: ListSort; isDescending: boolean }>>;
export type SortName = keyof typeof SORTS;
export const SORT_NAMES = Object.keys(SORTS) as [SortName, ...SortName[]];

export type Direction = 'ASCENDING' | 'DESCENDING';

export function orderingOf(by: SortName, direction: Direction | null | undefined): ListOrdering {
  const usual: ListOrdering = SORTS[by];
  return direction ? { ...usual, isDescending: direction === 'DESCENDING' } : usual;
}
