'use client';

import { useTranslations } from 'next-intl';
import { useInBrowser } from '../../ui/use-in-browser.ts';
import styles from './search-panel.module.css';

/** The keys that lead to the box, as they are called on this machine. */
export function useBoxKey(): string {
  const isApple = useInBrowser(() => /Mac|iPhone|iPad/.test(navigator.userAgent), false);
  return isApple ? '⌘K' : 'Ctrl K';
}

interface BoxKeysHintProps {
  readonly isSlashOn: boolean;
  readonly turnSlash: () => void;
}

/** Says which keys lead to the box, and turns the one off that a voice may press by mistake. */
export function BoxKeysHint({ isSlashOn, turnSlash }: BoxKeysHintProps) {
  const t = useTranslations('search');
  const key = useBoxKey();
  return (
    <p className={styles.keys}>
      {t(isSlashOn ? 'keys' : 'keysOnly', { key })}{' '}
      <button type="button" onClick={turnSlash}>
        {t(isSlashOn ? 'slashOff' : 'slashOn')}
      </button>
    </p>
  );
}
