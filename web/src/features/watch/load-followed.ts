'use server';

import { askApi } from '../../gql/ask-api.ts';
import { FollowedDocument, type FollowedEntry } from './watch.graphql.ts';

/** What whoever asks follows by himself, the newest first. */
export async function loadFollowed(): Promise<readonly FollowedEntry[]> {
  const answer = await askApi(FollowedDocument, {});
  return (answer.ok && answer.data.watchList?.entries.entries) || [];
}
