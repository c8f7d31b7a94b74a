'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import styles from '../account/account.module.css';
import { ConfirmForm } from '../account/confirm-form.tsx';
import { Said } from '../account/said.tsx';
import { changePerson } from './change-people.ts';
import type { Person } from './people.graphql.ts';

/** Keeps somebody from signing in, or lets him again. */
export function PersonForm({ person: { id, name, role, isDisabled } }: { readonly person: Person }) {
  const t = useTranslations('people');
  const [state, act, isPending] = useActionState(changePerson, null);
  if (isDisabled)
    return (
      <form action={act} className={styles.confirm}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="role" value={role} />
        <button type="submit" className={styles.quietButton} disabled={isPending}>
          {t('enable')}
        </button>
        <Said state={state} />
      </form>
    );
  return (
    <ConfirmForm
      action={changePerson}
      id={id}
      with={{ role, isDisabled: 'true' }}
      words={t('disable')}
      label={t('disableOf', { name })}
      sure={t('sure', { name })}
      confirm={t('confirm')}
    />
  );
}
