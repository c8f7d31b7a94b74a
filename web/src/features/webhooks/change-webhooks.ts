'use server';

import { getLocale } from 'next-intl/server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { askApi } from '../../gql/ask-api.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { type Failed, failedWith, textIn } from '../account/problem.ts';
import { ENTRIES_MAX, filterIn, KEEP_HOURS } from './choices.ts';
import {
  CreateWebhookDocument,
  DeleteWebhookDocument,
  EnableWebhookDocument,
  PauseWebhookDocument,
  ReplayWebhookDocument,
  RotateWebhookSecretDocument,
} from './webhooks.graphql.ts';

const UNREACHABLE: Failed = { outcome: 'FAILED', problem: 'UNREACHABLE' };
const BAD_INPUT: Failed = { outcome: 'FAILED', problem: 'BAD_INPUT' };
const DONE = { outcome: 'DONE' } as const;

export type SecretState = Failed | { readonly outcome: 'SECRET'; readonly secret: string } | null;
export type NewWebhookState = Failed | { readonly outcome: 'SECRET'; readonly secret: string; readonly id: string } | null; // prettier-ignore

export async function createWebhook(_: NewWebhookState, form: FormData): Promise<NewWebhookState> {
  const [url, description, most] = [textIn(form, 'url'), textIn(form, 'description'), Number(textIn(form, 'entriesMax'))]; // prettier-ignore
  if (url === '') return BAD_INPUT;
  if (!Number.isInteger(most) || most < 1 || most > ENTRIES_MAX) return { outcome: 'FAILED', problem: 'TOO_MUCH' }; // prettier-ignore
  const answer = await askApi(CreateWebhookDocument, { url, description, filter: filterIn(form), entriesMax: most }); // prettier-ignore
  if (!answer.ok) return UNREACHABLE;
  const { createWebhook: made } = answer.data;
  if (made.__typename === 'WebhookError') return failedWith(made.code, made.value);
  revalidatePath('/[locale]/account/webhooks', 'page');
  return { outcome: 'SECRET', secret: made.secret, id: made.webhook.id };
}

export async function rotateSecret(_: SecretState, form: FormData): Promise<SecretState> {
  const hours = KEEP_HOURS.find((one) => String(one) === textIn(form, 'keepHours'));
  if (hours === undefined) return BAD_INPUT;
  const answer = await askApi(RotateWebhookSecretDocument, { id: textIn(form, 'id'), keepHours: hours });
  if (!answer.ok) return UNREACHABLE;
  const { rotateWebhookSecret: made } = answer.data;
  if (made.__typename !== 'WebhookSecret') return failedWith(made.code);
  refresh();
  return { outcome: 'SECRET', secret: made.secret };
}

export async function pauseWebhook(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(PauseWebhookDocument, { id: textIn(form, 'id') });
  return answer.ok ? changed(answer.data.pauseWebhook) : UNREACHABLE;
}

export async function enableWebhook(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(EnableWebhookDocument, { id: textIn(form, 'id'), skip: form.has('skip') });
  return answer.ok ? changed(answer.data.enableWebhook) : UNREACHABLE;
}

/** From a time or behind a cursor; a cursor counts more, since it is the more exact. */
export async function replayWebhook(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const [after, from] = [textIn(form, 'after'), textIn(form, 'fromInstant')];
  if (after === '' && from === '') return BAD_INPUT;
  const answer = await askApi(ReplayWebhookDocument, {
    id: textIn(form, 'id'),
    after: after === '' ? null : after,
    from: after === '' ? from : null,
  });
  if (!answer.ok) return UNREACHABLE;
  const { replayWebhook: done } = answer.data;
  return done.__typename === 'ResyncError' ? { outcome: 'FAILED', problem: 'RESYNC' } : changed(done);
}

export async function deleteWebhook(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(DeleteWebhookDocument, { id: textIn(form, 'id') });
  if (!answer.ok) return UNREACHABLE;
  const { deleteWebhook: gone } = answer.data;
  if (gone.__typename !== 'Webhook') return failedWith(gone.code);
  refresh();
  return redirect(`/${await getLocale()}/account/webhooks`);
}

function changed(done: { readonly __typename: string; readonly code?: string }): ConfirmState {
  if (done.__typename !== 'Webhook') return failedWith(done.code ?? '');
  refresh();
  return DONE;
}

function refresh(): void {
  revalidatePath('/[locale]/account/webhooks', 'layout');
}
