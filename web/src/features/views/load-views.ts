import { askApi } from '../../gql/ask-api.ts';
import { isPerson } from '../account/is-person.ts';
import { loadViewer } from '../account/load-viewer.ts';
import { SavedViewsDocument, type SavedView } from './views.graphql.ts';

/** The views of whoever looks; null: he is no person, or the API does not answer. */
export async function loadViews(): Promise<readonly SavedView[] | null> {
  const viewer = await loadViewer();
  if (viewer === null || !isPerson(viewer)) return null;
  const answer = await askApi(SavedViewsDocument, {});
  return answer.ok ? answer.data.savedViews : null;
}
