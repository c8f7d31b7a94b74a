'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { usePathname } from '../../i18n/navigation.ts';
import { useGo } from '../../i18n/use-go.ts';
import { useInBrowser } from '../../ui/use-in-browser.ts';
import styles from './as-of.module.css';
import { fieldValue, pathAsOf } from './read-as-of.ts';

/** On the page of now, folded away: an instant to look back to, to the minute. */
export function AsOfChoice() {
  const t = useTranslations('asOf');
  return (
    <details className={styles.choose}>
      <summary>{t('choose')}</summary>
      <AsOfForm asOf={null} />
    </details>
  );
}

/** An instant in the browser's own zone; without one, the page of now. Until the page is alive a browser would send the form itself. */
export function AsOfForm({ asOf }: { readonly asOf: string | null }) {
  const t = useTranslations('asOf');
  const path = usePathname();
  const go = useGo();
  const isAlive = useInBrowser(() => true, false);
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('at');
    if (typeof value !== 'string' || value === '') return;
    go(pathAsOf(path, new Date(value).toISOString()));
  };
  return (
    <form className={styles.form} onSubmit={look}>
      <label className={styles.field}>
        {t('at')}
        <input
          type="datetime-local"
          name="at"
          required
          defaultValue={asOf === null ? '' : fieldValue(asOf)}
          suppressHydrationWarning
        />
      </label>
      <button type="submit" disabled={!isAlive}>
        {t('look')}
      </button>
    </form>
  );
}
