'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FirmSignIn } from './firm-sign-in.tsx';
import type { ProviderProblem } from './provider-problem.ts';
import { signIn } from './sign-in.ts';
import styles from './sign-in-form.module.css';

interface SignInFormProps {
  readonly next: string;
  /** Name of the only identity provider; null: there is none, or there are several. */
  readonly provider: string | null;
  /** Of several, the e-mail address says which. */
  readonly isByEmail: boolean;
  /** What came of signing in there; null: nothing went wrong. */
  readonly problem: ProviderProblem | null;
  /** It runs the sample world: whoever looks at it has started it himself. */
  readonly isTriedOut: boolean;
}

export function SignInForm({ next, provider, isByEmail, problem, isTriedOut }: SignInFormProps) {
  const t = useTranslations('access');
  const [state, action, isPending] = useActionState(signIn, problem);
  return (
    <>
      {isByEmail ? <FirmSignIn next={next} /> : null}
      <form action={action} className={styles.form}>
        <input type="hidden" name="next" value={next} />
        {provider === null ? null : (
          <>
            <Button
              component="a"
              href={`/sign-in/oidc?next=${encodeURIComponent(next)}`}
              variant="default"
              size="md"
            >
              {t('atProvider', { name: provider })}
            </Button>
            <p className={styles.or}>{t('or')}</p>
          </>
        )}
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
        {isTriedOut ? <p className={styles.hint}>{t('tryingOut')}</p> : null}
      </form>
    </>
  );
}
