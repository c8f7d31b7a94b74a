'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { readAgain } from './read-again.ts';
import styles from './sources.module.css';

interface ReadAgainFormProps {
  readonly source: string;
  readonly which: 'NOT_ENTITLED' | 'DEAD';
  readonly reason?: string;
}

/** Has waiting messages read again. Works before scripts run. */
export function ReadAgainForm({ source, which, reason }: ReadAgainFormProps) {
  const t = useTranslations('sources');
  const [state, act, isPending] = useActionState(readAgain, null);
  return (
    <form action={act} className={styles.form}>
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name="which" value={which} />
      {reason === undefined ? null : <input type="hidden" name="reason" value={reason} />}
      <Button type="submit" loading={isPending} size="compact-md" variant="default">
        {t('readAgain')}
      </Button>
      <output data-outcome={state?.outcome}>
        {state?.outcome === 'ASKED' ? t('rereads', { count: state.reread }) : null}
        {state?.outcome === 'ASKED' && state.hasMore ? ` ${t('hasMore')}` : null}
        {state?.outcome === 'REFUSED' ? t('refused') : null}
      </output>
    </form>
  );
}
