'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { SubmitEvent } from 'react';
import styles from './sign-in-form.module.css';

/** Asks for the e-mail address that says at which firm's identity provider somebody signs in. */
export function FirmSignIn({ next }: { readonly next: string }) {
  const t = useTranslations('access');
  return (
    <form action="/sign-in/oidc" onSubmit={leadOn} className={styles.form}>
      <input type="hidden" name="next" value={next} />
      <label>
        {t('firmEmail')}
        <input name="email" type="email" autoComplete="email" maxLength={254} required />
      </label>
      <Button type="submit" variant="default" size="md">
        {t('atFirm')}
      </Button>
      <p className={styles.or}>{t('or')}</p>
    </form>
  );
}

/** The policy of the pages lets a form lead to this site alone, also by way of it; an address may lead anywhere. */
function leadOn(event: SubmitEvent<HTMLFormElement>): void {
  event.preventDefault();
  const said = [...new FormData(event.currentTarget)] as [string, string][];
  window.location.assign(`/sign-in/oidc?${new URLSearchParams(said).toString()}`);
}
