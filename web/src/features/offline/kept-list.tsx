'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { InstantText } from '../../time/instant-text.tsx';
import { type KeptJourney, listKept } from './kept-journeys.ts';
import styles from './offline.module.css';

/** Journeys that this browser can show without a connection, each with its age. */
export function KeptList() {
  const t = useTranslations('offline');
  const [kept, setKept] = useState<readonly KeptJourney[] | null>(null);
  useEffect(() => {
    listKept().then(setKept, () => setKept([]));
  }, []);
  if (kept === null) return null;
  if (kept.length === 0) return <p>{t('nothing')}</p>;
  return (
    <section className={styles.kept} aria-label={t('kept')} data-testid="kept">
      <h2>{t('kept')}</h2>
      <ul>
        {kept.map(({ path, name, at }) => (
          <li key={path}>
            <a href={path}>{name}</a>{' '}
            <span>
              {t('asOf')} <InstantText at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
