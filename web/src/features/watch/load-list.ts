import { cache } from 'react';
import { askApi } from '../../gql/ask-api.ts';
import { loadPerson } from '../account/load-viewer.ts';
import { WatchListDocument, type WatchListHead } from './watch.graphql.ts';

/** One list of whoever looks; asked once for all of the page. Null: there is none, or it is another's. */
export const loadList = cache(async (id: string): Promise<WatchListHead | null | 'NO_ANSWER'> => {
  if ((await loadPerson()) === null) return 'NO_ANSWER';
  const answer = await askApi(WatchListDocument, { id });
  return answer.ok ? answer.data.watchList : 'NO_ANSWER';
});
