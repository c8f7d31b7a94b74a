'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import styles from '../account/account.module.css';
import { Said } from '../account/said.tsx';
import { resendDelivery } from './call-webhook.ts';

/** Sends a dead letter again. */
export function ResendForm({ id }: { readonly id: string }) {
  const t = useTranslations('webhooks');
  const [state, act, isPending] = useActionState(resendDelivery, null);
  return (
    <form action={act} className={styles.act}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={styles.quietButton} disabled={isPending}>
        {t('resend')}
      </button>
      {state?.outcome === 'RESENT' ? (
        <output className={styles.said} data-failed={state.error !== null}>
          {state.error === null ? t('resent') : t('resendFailed', { error: state.error })}
        </output>
      ) : (
        <Said state={state} />
      )}
    </form>
  );
}
