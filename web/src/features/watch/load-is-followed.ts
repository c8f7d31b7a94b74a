import { askApi } from '../../gql/ask-api.ts';
import { isPerson } from '../account/is-person.ts';
import { loadViewer } from '../account/load-viewer.ts';
import { WatchedByDocument } from './watch.graphql.ts';

/** Whether whoever looks follows a shipment by himself; null: he follows nothing, or the API does not answer. */
export async function loadIsFollowed(shipment: string): Promise<boolean | null> {
  const viewer = await loadViewer();
  if (viewer === null || !isPerson(viewer)) return null;
  const answer = await askApi(WatchedByDocument, { shipment });
  return answer.ok ? answer.data.watchLists.some(({ name }) => name === null) : null;
}
