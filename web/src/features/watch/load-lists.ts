import { askApi } from '../../gql/ask-api.ts';
import { isPerson } from '../account/is-person.ts';
import { loadViewer } from '../account/load-viewer.ts';
import { WatchListsDocument, type WatchListSummary } from './watch.graphql.ts';

/** The lists of whoever looks; none of whoever is no person, or where the API does not answer. */
export async function loadLists(): Promise<readonly WatchListSummary[]> {
  const viewer = await loadViewer();
  if (viewer === null || !isPerson(viewer)) return [];
  const answer = await askApi(WatchListsDocument, {});
  return answer.ok ? answer.data.watchLists : [];
}
