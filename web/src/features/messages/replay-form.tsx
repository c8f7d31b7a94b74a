'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import sources from '../sources/sources.module.css';
import { replayMessage } from './replay-message.ts';

/** Has one message read again. Works before scripts run. */
export function ReplayForm({ id }: { readonly id: string }) {
  const t = useTranslations('messages');
  const [state, act, isPending] = useActionState(replayMessage, null);
  return (
    <form action={act} className={sources.form}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" loading={isPending} size="compact-md" variant="default">
        {t('replay')}
      </Button>
      <output data-outcome={state?.outcome}>{state === null ? null : t(`replayed.${state.outcome}`)}</output>
    </form>
  );
}
