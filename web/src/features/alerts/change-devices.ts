'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { type Failed, failedWith, textIn } from '../account/problem.ts';
import { DeleteAlertDeviceDocument, SaveAlertDeviceDocument } from './alerts.graphql.ts';
import type { Subscribed } from './this-device.ts';

const UNREACHABLE: Failed = { outcome: 'FAILED', problem: 'UNREACHABLE' };

export async function saveDevice(device: Subscribed & { readonly name: string }): Promise<ConfirmState> {
  const answer = await askApi(SaveAlertDeviceDocument, device);
  return answer.ok ? changed(answer.data.saveAlertDevice) : UNREACHABLE;
}

export async function deleteDevice(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(DeleteAlertDeviceDocument, { id: textIn(form, 'id') });
  return answer.ok ? changed(answer.data.deleteAlertDevice) : UNREACHABLE;
}

function changed(done: { readonly __typename: string; readonly code?: string }): ConfirmState {
  if (done.__typename !== 'AlertDevice') return failedIn(done.code ?? '');
  revalidatePath('/[locale]/account/alerts', 'page');
  return { outcome: 'DONE' };
}

/** Too much is too much for devices. */
function failedIn(code: string): Failed {
  return code === 'TOO_MUCH' ? { outcome: 'FAILED', problem: 'TOO_MANY_DEVICES' } : failedWith(code);
}
