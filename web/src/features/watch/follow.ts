'use server';

import { askApi } from '../../gql/ask-api.ts';
import { textIn, type Failed } from '../account/problem.ts';
import { failedIn, UNREACHABLE } from './list-problem.ts';
import { AddToWatchListDocument, RemoveFromWatchListDocument } from './watch.graphql.ts';

export type FollowState = Failed | { readonly outcome: 'DONE'; readonly isFollowed: boolean } | null;

/** What a person follows by himself. */
const FOLLOWED = 'followed';

/** Follows a shipment, or follows it and all numbers that lead to it no more. */
export async function follow(_: FollowState, form: FormData): Promise<FollowState> {
  const shipments = [textIn(form, 'shipment')];
  const isWanted = textIn(form, 'to') === 'FOLLOW';
  const variables = { id: FOLLOWED, shipments };
  const answer = isWanted
    ? await askApi(AddToWatchListDocument, variables)
    : await askApi(RemoveFromWatchListDocument, variables);
  if (!answer.ok) return UNREACHABLE;
  const done = 'addToWatchList' in answer.data ? answer.data.addToWatchList : answer.data.removeFromWatchList;
  if (done.__typename !== 'WatchAddition' && done.__typename !== 'WatchList') {
    return failedIn(done.code);
  }
  if (done.__typename === 'WatchAddition' && done.rows[0]?.outcome === 'NOT_FOUND') return failedIn('NOT_FOUND');
  return { outcome: 'DONE', isFollowed: isWanted };
} // prettier-ignore
