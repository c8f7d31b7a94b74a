import { getLocale } from 'next-intl/server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { askApi } from '../../gql/ask-api.ts';
import { PATH_HEADER } from '../access/safe-path.ts';
import { type Viewer, ViewerDocument } from './account.graphql.ts';
import { isPerson } from './is-person.ts';

/** Who looks at the page; asked once for all of it. Null: the API does not answer. */
export const loadViewer = cache(async (): Promise<Viewer | null> => {
  const answer = await askApi(ViewerDocument, {});
  return answer.ok ? answer.data.viewer : null;
});

/** The same for pages of persons: everybody else is led to where one signs in. */
export async function loadPerson(): Promise<Viewer | null> {
  const viewer = await loadViewer();
  if (viewer === null || isPerson(viewer)) return viewer;
  const page = (await headers()).get(PATH_HEADER);
  return redirect(`/${await getLocale()}/sign-in${page ? `?next=${encodeURIComponent(page)}` : ''}`);
}
