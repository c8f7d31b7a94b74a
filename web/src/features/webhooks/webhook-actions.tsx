'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import styles from '../account/account.module.css';
import { ConfirmForm } from '../account/confirm-form.tsx';
import { Said } from '../account/said.tsx';
import { Secret } from '../account/secret.tsx';
import { testWebhook } from './call-webhook.ts';
import { deleteWebhook, enableWebhook, pauseWebhook, rotateSecret } from './change-webhooks.ts';
import { KEEP_HOURS } from './choices.ts';
import type { Webhook } from './webhooks.graphql.ts';

/** What an administrator does with a webhook. */
export function WebhookActions({ webhook }: { readonly webhook: Webhook }) {
  const t = useTranslations('webhooks');
  const account = useTranslations('account');
  return (
    <section className={styles.part} aria-label={account('actions')}>
      <TestForm id={webhook.id} />
      {webhook.form === 'STANDARD' ? <RotateForm id={webhook.id} /> : null}
      <div className={styles.act}>
        {webhook.state === 'ENABLED' ? <PauseForm id={webhook.id} /> : <EnableForm webhook={webhook} />}
        <ConfirmForm
          action={deleteWebhook}
          id={webhook.id}
          words={t('delete')}
          label={t('delete')}
          sure={t('deleteSure')}
          confirm={t('confirmDelete')}
        />
      </div>
    </section>
  );
}

function TestForm({ id }: { readonly id: string }) {
  const t = useTranslations('webhooks');
  const [state, act, isPending] = useActionState(testWebhook, null);
  return (
    <form action={act} className={styles.act}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={styles.quietButton} disabled={isPending}>
        {t('test')}
      </button>
      {state?.outcome === 'CALLED' ? (
        <output className={styles.said} data-failed={!state.isTaken} data-testid="tested">
          {t(state.isTaken ? 'tested' : 'testFailed', {
            status: state.status === null ? t('noStatus') : String(state.status),
            milliseconds: state.milliseconds,
            error: state.error ?? '',
          })}
        </output>
      ) : (
        <Said state={state} />
      )}
    </form>
  );
}

function RotateForm({ id }: { readonly id: string }) {
  const t = useTranslations('webhooks');
  const [state, act, isPending] = useActionState(rotateSecret, null);
  return (
    <>
      <form action={act} className={styles.act}>
        <input type="hidden" name="id" value={id} />
        <button type="submit" className={styles.quietButton} disabled={isPending}>
          {t('rotate')}
        </button>
        <label className={styles.choice}>
          {t('keepHours')}
          <select name="keepHours" className={styles.quietButton}>
            {KEEP_HOURS.map((hours) => (
              <option key={hours} value={hours}>
                {t('hours', { count: hours })}
              </option>
            ))}
          </select>
        </label>
        <Said state={state} />
      </form>
      {state?.outcome === 'SECRET' ? (
        <Secret key={state.secret} title={t('rotated')} text={state.secret} />
      ) : null}
    </>
  );
}

function PauseForm({ id }: { readonly id: string }) {
  const t = useTranslations('webhooks');
  const [state, act, isPending] = useActionState(pauseWebhook, null);
  return (
    <form action={act} className={styles.act}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={styles.quietButton} disabled={isPending}>
        {t('pause')}
      </button>
      <Said state={state} />
    </form>
  );
}

function EnableForm({ webhook: { id, state: now } }: { readonly webhook: Webhook }) {
  const t = useTranslations('webhooks');
  const [state, act, isPending] = useActionState(enableWebhook, null);
  return (
    <form action={act} className={styles.act}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={styles.quietButton} disabled={isPending}>
        {t('enable')}
      </button>
      {now === 'DISABLED' ? (
        <label className={styles.choice}>
          <input type="checkbox" name="skip" />
          {t('skip')}
        </label>
      ) : null}
      <Said state={state} />
    </form>
  );
}
