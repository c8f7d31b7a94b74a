'use client';

import { useTranslations } from 'next-intl';
import { useNow } from '../live/service-clock.tsx';
import type { Service } from '../live/service.graphql.ts';
import styles from './shell.module.css';

/** Says that the cargo is invented or that time runs faster, and what time it is there. */
export function SampleWorldBanner({ service }: { readonly service: Service }) {
  const t = useTranslations('service');
  const now = new Date(useNow(1000)).toISOString();
  return (
    <aside className={styles.banner} aria-label={t('sample')}>
      {service.sampleWorld ? (
        <span>
          <strong>{t('sample')}</strong> <span className={styles.hint}>{t('sampleHint')}</span>
        </span>
      ) : null}
      {service.clockRate === 1 ? null : (
        <span title={t('clockHint', { rate: service.clockRate })}>
          {t('clock', { rate: service.clockRate })}
        </span>
      )}
      <time dateTime={now}>{`${now.slice(0, 10)} ${now.slice(11, 16)} UTC`}</time>
    </aside>
  );
}
