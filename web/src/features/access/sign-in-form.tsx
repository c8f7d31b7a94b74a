'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { signIn } from './sign-in.ts';
import styles from './sign-in-form.module.css';

export function SignInForm({ next }: { readonly next: string }) {
  const t = useTranslations('access');
  const [state, action, isPending] = useActionState(signIn, null);
  return (
    <form action={action} className={styles.form}>
      <input type="hidden" name="next" value={next} />
      <label>
        {t('login')}
        <input name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      </label>
      <label>
        {t('password')}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <Button type="submit" loading={isPending}>
        {t('signIn')}
      </Button>
      <p role="alert" className={styles.problem}>
        {state === null ? '' : t(state)}
      </p>
    </form>
  );
}
