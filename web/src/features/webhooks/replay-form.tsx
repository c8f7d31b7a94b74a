'use client';

import { useTranslations } from 'next-intl';
import styles from '../account/account.module.css';
import { Said } from '../account/said.tsx';
import { useSubmit } from '../account/use-submit.ts';
import { replayWebhook } from './change-webhooks.ts';

/** Has everything sent again that followed a time or a cursor. */
export function ReplayForm({ id }: { readonly id: string }) {
  const t = useTranslations('webhooks');
  const { state, submit, isPending } = useSubmit(replayWebhook, withInstant);
  return (
    <details className={styles.fresh} data-testid="replay">
      <summary>{t('replay')}</summary>
      <form onSubmit={submit} className={styles.form}>
        <p className={styles.hint}>{t('replayLead')}</p>
        <input type="hidden" name="id" value={id} />
        <div className={styles.fields}>
          <label className={styles.field}>
            {t('from')}
            <input type="datetime-local" name="from" />
            <small>{t('fromHint')}</small>
          </label>
          <label className={styles.field}>
            {t('after')}
            <input name="after" autoComplete="off" spellCheck={false} />
          </label>
        </div>
        <div className={styles.act}>
          <button type="submit" className={styles.quietButton} disabled={isPending}>
            {t('replaySubmit')}
          </button>
          <Said state={state} done={t('replayed')} />
        </div>
      </form>
    </details>
  );
}

/** The server does not know the clock of whoever filled in the time. */
function withInstant(form: FormData): FormData {
  const from = form.get('from');
  if (typeof from === 'string' && from !== '') form.set('fromInstant', new Date(from).toISOString());
  return form;
}
