'use client';

import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import styles from './shell.module.css';

export function ThemeSwitch() {
  const t = useTranslations('app');
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={t('theme')}
      title={t('theme')}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      <Icon name="theme" />
    </button>
  );
}
