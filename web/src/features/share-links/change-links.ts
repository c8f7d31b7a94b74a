'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import type { FieldGroup } from '../account/account.graphql.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { groupsIn } from '../account/groups.ts';
import { type Failed, failedWith, textIn } from '../account/problem.ts';
import { RevokeShareLinkDocument, ShareShipmentDocument } from './share-links.graphql.ts';

export type ShareState =
  | Failed
  | { readonly outcome: 'SHARED'; readonly token: string; readonly groups: readonly FieldGroup[] }
  | null;

export async function shareShipment(_: ShareState, form: FormData): Promise<ShareState> {
  const [shipment, until] = [textIn(form, 'shipment'), textIn(form, 'until')];
  if (shipment === '' || until === '') return { outcome: 'FAILED', problem: 'BAD_INPUT' };
  if (Date.parse(until) <= Date.now()) return { outcome: 'FAILED', problem: 'PAST' };
  const answer = await askApi(ShareShipmentDocument, { shipment, groups: groupsIn(form), expiresAt: until });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { shareShipment: made } = answer.data;
  if (made.__typename !== 'NewShareLink') return failedWith(made.code);
  return { outcome: 'SHARED', token: made.token, groups: made.link.groups };
}

export async function revokeLink(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(RevokeShareLinkDocument, { id: textIn(form, 'id') });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { revokeShareLink: gone } = answer.data;
  if (gone.__typename === 'AccountError') return failedWith(gone.code);
  revalidatePath('/[locale]/account/links', 'page');
  return { outcome: 'DONE' };
}
