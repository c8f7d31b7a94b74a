'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { Icon } from '../ui/icon.tsx';
import styles from './map-card.module.css';

interface MapCardProps {
  readonly title: string;
  readonly close: () => void;
  readonly testId: string;
  readonly children: ReactNode;
}

/** What is known of one thing on a map, over its corner; Escape closes it, too. */
export function MapCard({ title, close, testId, children }: MapCardProps) {
  const t = useTranslations('map');
  useEffect(() => {
    const closeOn = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', closeOn);
    return () => document.removeEventListener('keydown', closeOn);
  }, [close]);
  return (
    <section className={styles.card} aria-label={title} aria-live="polite" data-testid={testId}>
      <strong>{title}</strong>
      {children}
      <button type="button" className={styles.close} aria-label={t('closeCard')} onClick={close}>
        <Icon name="plus" size={16} />
      </button>
    </section>
  );
}
