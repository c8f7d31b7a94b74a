'use client';

import { useTranslations } from 'next-intl';
import styles from './connection-state.module.css';
import { useConnection } from './live-client.tsx';

/** Whether the page follows the cargo now. A lost connection is said, since what is shown may then be old. */
export function ConnectionState() {
  const t = useTranslations('live');
  const connection = useConnection();
  const lost = connection === 'LOST';
  return (
    <output
      className={styles.state}
      data-connection={connection}
      data-testid="connection"
      title={lost ? t('reconnectingHint') : t('onHint')}
    >
      {t(lost ? 'reconnecting' : connection === 'OPEN' ? 'on' : 'connecting')}
      {lost ? <span className="visually-hidden"> {t('reconnectingHint')}</span> : null}
    </output>
  );
}
