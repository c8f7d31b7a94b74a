'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { durationOf } from '../../time/age.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useAge } from '../../time/use-age.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNames } from '../journey/use-names.ts';
import { EtaBandText } from './eta-band.tsx';
import styles from './eta.module.css';
import type { Eta, EtaSeries } from './eta.graphql.ts';
import { latestTelling } from './latest-telling.ts';
import { Tellings } from './tellings.tsx';

interface EtaSourceRowProps {
  readonly shipmentId: string;
  readonly series: EtaSeries;
  readonly eta: Eta | null;
  /** Whether its word is the one relied on. */
  readonly isFollowed: boolean;
}

/** One source: what it stands by, how that differs from the answer, how far off it was. It opens to all that it told. */
export function EtaSourceRow({ shipmentId, series, eta, isFollowed }: EtaSourceRowProps) {
  const t = useTranslations();
  const names = useNames();
  const age = useAge();
  const [open, setOpen] = useState(false);
  const latest = latestTelling(series);
  if (!latest) return null;
  const { source, tellings, errorMinutes } = series;
  const minutes = (Date.parse(latest.time.instant) - Date.parse(eta?.time.instant ?? '')) / 60_000;
  const apart = durationOf(minutes * 60_000);
  const off = durationOf((errorMinutes ?? 0) * 60_000);
  return (
    <li className={styles.source} data-testid="eta-source" data-followed={isFollowed}>
      <button type="button" className={styles.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.name}>
          {names.source(source)}
          {isFollowed ? <span className={styles.followed}>{t('eta.followed')}</span> : null}
        </span>
        <span className={styles.value}>
          <ReportedTimeText time={latest.time} />
          <span className={styles.soft}>
            {[
              t(`basis.${latest.basis}`),
              eta && apart.unit !== 'now'
                ? t(minutes > 0 ? 'eta.later' : 'eta.earlier', { length: t('time.length', { unit: apart.unit, count: apart.count }) })
                : null,
              latest.isProven ? t('eta.proven') : null,
              latest.isOnTarget ? null : t('eta.otherCarriage'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className={styles.soft}>
            <EtaBandText band={latest.band} />
          </span>
        </span>
        <span className={styles.soft}>
          {errorMinutes === null
            ? t('eta.told', { age: age(latest.toldAt, 'HAPPENED') })
            : off.unit === 'now'
              ? t('eta.asTold')
              : t(errorMinutes < 0 ? 'eta.cameLater' : 'eta.cameEarlier', { length: t('time.length', { unit: off.unit, count: off.count }) })}
          <span className={styles.count}>{t('eta.tellings', { count: tellings.length })}</span>
        </span>
        <Icon name="chevron" size={16} className={styles.chevron} data-open={open} />
      </button>
      {open ? <Tellings shipmentId={shipmentId} series={series} /> : null}
    </li>
  ); // prettier-ignore
}
