'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useIsWaiting } from '../../ui/page-wait.ts';
import { useKeptEntry } from '../../ui/use-kept-entry.ts';
import styles from './shell.module.css';

/**
 * What a page shows; while the next one is fetched it stands there fainter, under a bar, and readers are told. A page is sent whole, and not
 * a sketch of it first: its status says whether it is there, and it can be read where no scripts run.
 */
export function Main({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('app');
  const isWaiting = useIsWaiting();
  useKeptEntry();
  return (
    <>
      <output className={styles.wait} data-testid="page-wait">
        {isWaiting ? <span className="visually-hidden">{t('loading')}</span> : null}
      </output>
      <main id="content" className={styles.main} tabIndex={-1} aria-busy={isWaiting}>
        {children}
      </main>
    </>
  );
}
