'use client';

import { useTranslations } from 'next-intl';
import type { SubmitEvent } from 'react';
import { Link } from '../../i18n/navigation.ts';
import { useGo } from '../../i18n/use-go.ts';
import { filledIn } from '../../ui/filled-in.ts';
import styles from '../shipments/shipments.module.css';
import { useSourceName } from '../sources/source-summary.tsx';
import { REASONS, type Address } from './parked-address.ts';
import type { SourceChoice } from './parked.graphql.ts';

interface ParkedFiltersProps {
  readonly address: Address;
  readonly sources: readonly SourceChoice[];
}

/** A plain form: what it asks for stands in the address. */
export function ParkedFilters({ address, sources }: ParkedFiltersProps) {
  const t = useTranslations('parkedClaims');
  const reasons = useTranslations('parked.reasons');
  const nameOf = useSourceName();
  const go = useGo();
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    go({ pathname: '/parked', query: filledIn(event.currentTarget) });
  };
  return (
    <search aria-label={t('title')}>
      <form method="get" onSubmit={show} className={styles.filters}>
        <div className={styles.fields}>
          <label>
            <span>{t('reason')}</span>
            <select name="reason" defaultValue={address['reason'] ?? ''}>
              <option value="">{t('anyReason')}</option>
              {REASONS.map((one) => (
                <option key={one} value={one}>
                  {reasons(one)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t('source')}</span>
            <select name="source" defaultValue={address['source'] ?? ''}>
              <option value="">{t('anySource')}</option>
              {sources.map((source) => (
                <option key={source.id} value={source.id}>
                  {nameOf(source)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className={styles.act}>
          <button type="submit">{t('submit')}</button>
          {Object.keys(address).length > 0 ? <Link href="/parked">{t('all')}</Link> : null}
        </div>
      </form>
    </search>
  );
}
