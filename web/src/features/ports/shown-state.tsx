'use client';

import { useTranslations } from 'next-intl';
import styles from './port-page.module.css';
import type { ShownPort } from './use-port-now.ts';

/** In the place of the state of the connection, while the page looks back. */
export function Paused() {
  const t = useTranslations('ports');
  return (
    <output className={styles.paused} data-testid="paused">
      {t('paused')}
    </output>
  );
}

interface ShownStateProps {
  readonly shown: ShownPort;
  /** The instant that was asked for, UTC; null: now. */
  readonly asOf: string | null;
}

/** Why the lists are not of the instant that was asked for, or what they are of. */
export function ShownState({ shown, asOf }: ShownStateProps) {
  const t = useTranslations();
  const { failed } = shown;
  if (failed?.problem)
    return (
      <p className={styles.alert} role="alert">
        {t('asOf.refusedTitle')}: {t(`asOf.refused.${failed.problem}`)}
      </p>
    );
  if (failed) return <p className={styles.alert} role="alert">{t('ports.isOld')}</p>;
  if (shown.asOf !== asOf) return <p className={styles.soft}>{t('ports.coming')}</p>;
  return asOf === null ? null : <p className={styles.soft}>{t('asOf.hint')}</p>;
} // prettier-ignore
