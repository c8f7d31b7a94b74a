import type { Viewer } from '../account/account.graphql.ts';
import { isPerson } from '../account/is-person.ts';

/** Pages of whoever runs the service: to everybody else there are none. */
const OF_OPERATORS = ['sources', 'messages', 'parked', 'consumers'] as const;
export type FootPage = (typeof OF_OPERATORS)[number] | 'codes';

/** What the foot of a page leads to; null: it is not known who looks, or the page is kept for whoever comes next. */
export function footPages(viewer: Pick<Viewer, 'kind' | 'seesAll'> | null): readonly FootPage[] {
  if (viewer === null || !isPerson(viewer)) return [];
  return viewer.seesAll ? [...OF_OPERATORS, 'codes'] : ['codes'];
}
