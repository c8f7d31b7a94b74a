'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ageOf } from '../../time/age.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { KEPT_META } from './kept-journeys.ts';
import styles from './offline.module.css';

interface Standing {
  /** As of when the page stands, ISO 8601. */
  readonly at: string;
  readonly isOnline: boolean;
  /** It came out of what this browser keeps. */
  readonly isKept: boolean;
  /** Clock of this machine, epoch milliseconds. */
  readonly now: number;
}

/** Says that there is no connection and how old the page is. Nothing where it is as fresh as it looks. */
export function OfflineNote() {
  const t = useTranslations();
  const [standing, setStanding] = useState<Standing | null>(null);
  useEffect(() => {
    const keptAt = document.querySelector<HTMLMetaElement>(`meta[name="${KEPT_META}"]`)?.content ?? null;
    const look = () => {
      const isOnline = navigator.onLine;
      const now = Date.now();
      setStanding((before) =>
        keptAt === null && isOnline
          ? null
          : { at: keptAt ?? before?.at ?? new Date(now).toISOString(), isOnline, isKept: keptAt !== null, now },
      );
    };
    look();
    const timer = setInterval(look, 60_000);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      clearInterval(timer);
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  if (standing === null) return null;
  const { at, isOnline, isKept, now } = standing;
  const { unit, count } = ageOf(Math.min(Date.parse(at), now), now);
  return (
    <output className={styles.note} aria-label={t('offline.label')} data-testid="offline-note">
      <strong>{t(isOnline ? 'offline.back' : 'offline.now')}</strong>{' '}
      <span>
        {t('offline.asOf')} <InstantText at={at} /> ({unit === 'now' ? t('time.now') : t('time.past', { unit, count })})
      </span>
      {isKept && isOnline ? (
        <button type="button" onClick={() => location.reload()}>
          {t('offline.reload')}
        </button>
      ) : null}
    </output>
  );
} // prettier-ignore
