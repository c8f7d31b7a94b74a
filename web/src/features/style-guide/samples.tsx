'use client';

import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import account from '../account/account.module.css';
import { PhaseProgress } from '../containers/phase-progress.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Icon, ICONS } from '../../ui/icon.tsx';
import styles from './style-guide.module.css';

const SAMPLE_NUMBER = 'COSU6412780350';

/** What is pressed: one filled button a form; everything else is quiet. */
export function Controls() {
  const t = useTranslations('styleGuide');
  const [chosen, setChosen] = useState('one');
  return (
    <div className={styles.row}>
      <Button>{t('filled')}</Button>
      <Button variant="default">{t('default')}</Button>
      <Button loading>{t('filled')}</Button>
      <Button disabled>{t('disabled')}</Button>
      <button type="button" className={account.quietButton}>
        {t('quiet')}
      </button>
      <SegmentedControl
        value={chosen}
        onChange={setChosen}
        aria-label={t('choice')}
        data={[
          { value: 'one', label: t('one') },
          { value: 'other', label: t('other') },
        ]}
      />
      <CopyText text={SAMPLE_NUMBER} />
    </div>
  );
}

export function Icons() {
  return (
    <ul className={styles.row}>
      {ICONS.map((name) => (
        <li key={name} className={styles.icon}>
          <Icon name={name} /> <code>{name}</code>
        </li>
      ))}
    </ul>
  );
}

/** How far something is, and what stands in the place of what is not there yet. */
export function Progress() {
  const t = useTranslations('styleGuide');
  return (
    <div className={styles.stack}>
      <PhaseProgress phase="IN_TRANSIT" />
      <PhaseProgress phase="DELIVERED" />
      <p>{t('loading')}</p>
      <Skeleton height={14} width="60%" />
      <Skeleton height={14} width="40%" />
    </div>
  );
}
