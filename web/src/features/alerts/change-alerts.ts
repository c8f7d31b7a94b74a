'use server';

import { getLocale } from 'next-intl/server';
import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { type Failed, failedWith, textIn } from '../account/problem.ts';
import { ruleIn } from './alert-choices.ts';
import {
  ChangeAlertRuleDocument,
  CreateAlertRuleDocument,
  DeleteAlertRuleDocument,
  EnableAlertRuleDocument,
  PauseAlertRuleDocument,
  SaveAlertAddressDocument,
} from './alerts.graphql.ts';

const UNREACHABLE: Failed = { outcome: 'FAILED', problem: 'UNREACHABLE' };
const DONE = { outcome: 'DONE' } as const;

/** Letters go, from now on all of them, to the address of the form, in the language of its page. */
export async function createRule(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const rule = ruleIn(form);
  if (Number.isNaN(rule.etaHours)) return { outcome: 'FAILED', problem: 'BAD_INPUT' };
  const language = (await getLocale()) === 'zh-CN' ? 'ZH_CN' : 'EN';
  const saved = await askApi(SaveAlertAddressDocument, { address: textIn(form, 'address'), language });
  if (!saved.ok) return UNREACHABLE;
  if (saved.data.saveAlertAddress.__typename === 'AlertError')
    return failedIn(saved.data.saveAlertAddress.code);
  const answer = await askApi(CreateAlertRuleDocument, rule);
  return answer.ok ? changed(answer.data.createAlertRule) : UNREACHABLE;
}

export async function changeRule(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const rule = ruleIn(form);
  if (Number.isNaN(rule.etaHours)) return { outcome: 'FAILED', problem: 'BAD_INPUT' };
  const answer = await askApi(ChangeAlertRuleDocument, { ...rule, id: textIn(form, 'id') });
  return answer.ok ? changed(answer.data.changeAlertRule) : UNREACHABLE;
}

export async function pauseRule(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(PauseAlertRuleDocument, { id: textIn(form, 'id') });
  return answer.ok ? changed(answer.data.pauseAlertRule) : UNREACHABLE;
}

export async function enableRule(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(EnableAlertRuleDocument, { id: textIn(form, 'id') });
  return answer.ok ? changed(answer.data.enableAlertRule) : UNREACHABLE;
}

export async function deleteRule(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(DeleteAlertRuleDocument, { id: textIn(form, 'id') });
  return answer.ok ? changed(answer.data.deleteAlertRule) : UNREACHABLE;
}

interface Done {
  readonly __typename: string;
  readonly code?: string;
  readonly value?: string | null;
}

function changed(done: Done): ConfirmState {
  if (done.__typename !== 'AlertRule') return failedIn(done.code ?? '', done.value ?? null);
  revalidatePath('/[locale]/account/alerts', 'page');
  return DONE;
}

/** Too much is too much for rules. */
function failedIn(code: string, value: string | null = null): Failed {
  return code === 'TOO_MUCH' ? { outcome: 'FAILED', problem: 'TOO_MANY_RULES' } : failedWith(code, value);
}
