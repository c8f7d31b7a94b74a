'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Link, usePathname } from '../../i18n/navigation.ts';
import { useGo } from '../../i18n/use-go.ts';
import type { Shipment } from '../journey/shipment.graphql.ts';
import styles from './as-of.module.css';
import { fieldValue } from './read-as-of.ts';
import { RulesApplied } from './rules-applied.tsx';

/** Looks back: what was known of the cargo at an instant, said clearly, with the way back to now. */
export function AsOfBar({ shipment: { asOf, withdrawn, journey } }: { readonly shipment: Shipment }) {
  const t = useTranslations('asOf');
  const format = useFormatter();
  const path = usePathname();
  if (asOf === null)
    return (
      <details className={styles.choose}>
        <summary>{t('choose')}</summary>
        <AsOfForm asOf={null} />
      </details>
    );
  const gone = withdrawn.filter(({ reason }) => reason !== 'ANOTHER_SHIPMENT').length;
  const others = withdrawn.length - gone;
  return (
    <section className={styles.banner} aria-label={t('known')} data-testid="as-of">
      <p className={styles.said}>
        <strong>
          {t('known')}{' '}
          <time dateTime={asOf} suppressHydrationWarning>
            {format.dateTime(new Date(asOf), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
        </strong>
        <span>{t('hint')}</span>
        {gone > 0 ? <span>{t('gone', { count: gone })}</span> : null}
        {others > 0 ? <span>{t('others', { count: others })}</span> : null}
      </p>
      <RulesApplied editions={journey.judgedBy} />
      <AsOfForm asOf={asOf} />
      <Link className={styles.back} href={path}>
        {t('back')}
      </Link>
    </section>
  );
}

/** An instant in the browser's own zone; without one, the page of now. */
function AsOfForm({ asOf }: { readonly asOf: string | null }) {
  const t = useTranslations('asOf');
  const path = usePathname();
  const go = useGo();
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('at');
    if (typeof value !== 'string' || value === '') return;
    go(`${path}?${new URLSearchParams({ asOf: new Date(value).toISOString() }).toString()}`);
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
      <button type="submit">{t('look')}</button>
    </form>
  );
}
