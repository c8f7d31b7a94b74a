'use client';

import { useTranslations } from 'next-intl';
import type { SubmitEvent } from 'react';
import { Link } from '../../i18n/navigation.ts';
import { useGo } from '../../i18n/use-go.ts';
import { filledIn } from '../../ui/filled-in.ts';
import styles from '../shipments/shipments.module.css';
import { useSourceName } from '../sources/source-summary.tsx';
import { FIND_MAX, SHOWS, type Address } from './messages-address.ts';
import type { SourceChoice } from './messages.graphql.ts';

interface MessageFiltersProps {
  readonly address: Address;
  readonly sources: readonly SourceChoice[];
}

/** A plain form: what it asks for stands in the address, so that a finding can be kept and passed on. */
export function MessageFilters({ address, sources }: MessageFiltersProps) {
  const t = useTranslations('messages');
  const nameOf = useSourceName();
  const go = useGo();
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    go({ pathname: '/messages', query: filledIn(event.currentTarget) });
  };
  return (
    <search aria-label={t('title')}>
      <form method="get" onSubmit={show} className={styles.filters}>
        <div className={styles.fields}>
          <label>
            <span>{t('find')}</span>
            <input
              type="search"
              name="q"
              defaultValue={address['q']}
              maxLength={FIND_MAX}
              autoComplete="off"
              spellCheck={false}
            />
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
          <label>
            <span>{t('show')}</span>
            <select name="show" defaultValue={address['show'] ?? 'ALL'}>
              {SHOWS.map((one) => (
                <option key={one} value={one}>
                  {t(`shows.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t('format')}</span>
            <input name="format" defaultValue={address['format']} maxLength={64} autoComplete="off" />
          </label>
          <label>
            <span>{t('from')}</span>
            <input type="date" name="from" defaultValue={address['from']} />
          </label>
          <label>
            <span>{t('until')}</span>
            <input type="date" name="until" defaultValue={address['until']} />
          </label>
        </div>
        <div className={styles.act}>
          <button type="submit">{t('submit')}</button>
          {Object.keys(address).length > 0 ? <Link href="/messages">{t('all')}</Link> : null}
          <span>{t('findHint')}</span>
        </div>
      </form>
    </search>
  );
}
