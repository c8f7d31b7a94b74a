'use client';

import { useTranslations } from 'next-intl';
import { Mark } from '../../ui/mark.tsx';
import styles from './both-lines.module.css';

const certainties = ['ACTUAL', 'ESTIMATED', 'PLANNED', 'REQUESTED'] as const;

export function Legend() {
  const t = useTranslations();
  return (
    <ul className={styles.legend} aria-label={t('lines.legend')}>
      {certainties.map((certainty) => (
        <li key={certainty}>
          <Mark certainty={certainty} /> {t(`classifiers.${certainty}`)}
        </li>
      ))}
      <li>
        <Mark certainty="ACTUAL" derived /> {t('lines.derived')}
      </li>
      <li>
        <Mark certainty="ACTUAL" guess /> {t('lines.guess')}
      </li>
    </ul>
  );
}
