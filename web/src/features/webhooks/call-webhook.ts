'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import { type Failed, failedWith, textIn } from '../account/problem.ts';
import { ResendWebhookDeliveryDocument, TestWebhookDocument } from './webhooks.graphql.ts';

export interface Called {
  readonly outcome: 'CALLED';
  readonly isTaken: boolean;
  readonly status: number | null;
  readonly milliseconds: number;
  readonly error: string | null;
}

export type TestState = Failed | Called | null;

export async function testWebhook(_: TestState, form: FormData): Promise<TestState> {
  const answer = await askApi(TestWebhookDocument, { id: textIn(form, 'id') });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { testWebhook: test } = answer.data;
  if (test.__typename !== 'WebhookTest') return failedWith(test.code);
  const { isTaken, status, error, milliseconds } = test;
  return { outcome: 'CALLED', isTaken, status, error, milliseconds };
}

export type ResendState = Failed | { readonly outcome: 'RESENT'; readonly error: string | null } | null;

export async function resendDelivery(_: ResendState, form: FormData): Promise<ResendState> {
  const answer = await askApi(ResendWebhookDeliveryDocument, { id: textIn(form, 'id') });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { resendWebhookDelivery: sent } = answer.data;
  if (sent.__typename !== 'WebhookDelivery') return failedWith(sent.code);
  revalidatePath('/[locale]/account/webhooks', 'layout');
  return { outcome: 'RESENT', error: sent.state === 'DELIVERED' ? null : (sent.attempts.at(-1)?.error ?? '') };
} // prettier-ignore
