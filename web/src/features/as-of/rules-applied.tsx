'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { RuleEdition } from '../journey/shipment.graphql.ts';
import styles from './as-of.module.css';

/** Which rules the page was judged by: those in force at the instant looked back at, and since when they were so. */
export function RulesApplied({ editions }: { readonly editions: readonly RuleEdition[] }) {
  const t = useTranslations('asOf');
  const format = useFormatter();
  return (
    <details className={styles.rules} data-testid="rules-applied">
      <summary>{t('rules')}</summary>
      <ul>
        {editions.map(({ set, version, since, isChanged }) => (
          <li key={set}>
            <strong>{t(`ruleSets.${set}`)}</strong> {t('edition', { version })}
            {' · '}
            {since === null ? (
              t('undated')
            ) : (
              <time dateTime={since} suppressHydrationWarning>
                {t('since', {
                  time: format.dateTime(new Date(since), { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </time>
            )}
            {isChanged ? ` · ${t('ownLimits')}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
