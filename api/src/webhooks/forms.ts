import type { WebhookForm } from 'graph-schema/domain/feed/webhook';
import { dcsaCallbacks } from '../dcsa/callback-form.ts';
import { epcisSubscriptions } from '../epcis/subscription-form.ts';
import { standardForm } from './standard-form.ts';
import type { FormOfCalls } from './webhook-form.ts';

/** All forms in which webhooks are called. */
export const FORMS: Readonly<Record<WebhookForm, FormOfCalls>> = {
  STANDARD: standardForm,
  DCSA_2: dcsaCallbacks,
  EPCIS_2: epcisSubscriptions,
};

/** The form of a stored webhook. */
export function formOf({ form }: { readonly form: string }): FormOfCalls {
  return FORMS[form as WebhookForm];
}
