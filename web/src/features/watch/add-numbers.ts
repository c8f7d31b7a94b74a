'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import { textIn, type Failed } from '../account/problem.ts';
import { failedIn, LIST_FULL, UNREACHABLE } from './list-problem.ts';
import type { SaidNumber } from './numbers-in.ts';
import { AddToWatchListDocument, type AddedRow } from './watch.graphql.ts';

/** Why one of many is not followed, as the page can say it; ROUNDED: its sheet has kept only the beginning of it. */
export type NotAdded = SaidNumber &
  Pick<AddedRow, 'number' | 'repairs'> & {
    readonly why: 'NO_NUMBER' | 'NOT_OF_CARGO' | 'WRONG_CHECK_DIGIT' | 'ROUNDED';
  };

export type AddState =
  | Failed
  | {
      readonly outcome: 'ADDED';
      readonly added: number;
      readonly there: number;
      readonly notAdded: readonly NotAdded[];
    }
  | null;

/** As many as the API takes at once. */
const AT_ONCE = 5000;

export async function addNumbers(_: AddState, form: FormData): Promise<AddState> {
  const said = JSON.parse(textIn(form, 'numbers') || '[]') as readonly SaidNumber[];
  const rounded = JSON.parse(textIn(form, 'rounded') || '[]') as readonly SaidNumber[];
  if (said.length + rounded.length === 0) return { outcome: 'FAILED', problem: 'NO_NUMBERS' };
  if (said.length > AT_ONCE) return LIST_FULL;
  const id = textIn(form, 'id');
  const answer = await askApi(AddToWatchListDocument, { id, numbers: said.map((one) => one.said) });
  if (!answer.ok) return UNREACHABLE;
  const { addToWatchList: done } = answer.data;
  if (done.__typename !== 'WatchAddition') return failedIn(done.code);
  revalidatePath('/[locale]/watch', 'layout');
  const count = (outcome: AddedRow['outcome']) => done.rows.filter((row) => row.outcome === outcome).length;
  const notAdded = done.rows.flatMap((row, index): NotAdded[] => {
    const why = row.outcome === 'WRONG_CHECK_DIGIT' ? row.outcome : row.why;
    const one = said[index];
    return why === null || !one ? [] : [{ ...one, why, number: row.number, repairs: row.repairs }];
  });
  const cut = rounded.map((one): NotAdded => ({ ...one, why: 'ROUNDED', number: null, repairs: [] }));
  return {
    outcome: 'ADDED',
    added: count('ADDED'),
    there: count('ALREADY_THERE'),
    notAdded: [...notAdded, ...cut].sort((left, right) => left.row - right.row),
  };
}
