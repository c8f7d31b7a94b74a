'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import type { Journey } from '../journey/shipment.graphql.ts';
import { EtaChart } from './eta-chart.tsx';
import { EtaHistory } from './eta-history.tsx';
import { EtaSourceRow } from './eta-source-row.tsx';
import styles from './eta.module.css';
import type { Eta, EtaChange, EtaSeries } from './eta.graphql.ts';
import { isWorthShowing } from './latest-telling.ts';

interface EtaPanelProps {
  readonly shipmentId: string;
  readonly eta: Eta | null;
  readonly arrived: Journey['arrived'];
  readonly series: readonly EtaSeries[];
  readonly changes: readonly EtaChange[];
}

/** Everybody who says when it arrives, drawn over time and one by one, the one relied on marked, and how the answer came about. */
export function EtaPanel({ shipmentId, eta, arrived, series, changes }: EtaPanelProps) {
  const t = useTranslations('eta');
  const [open, setOpen] = useState(false);
  if (!isWorthShowing(series)) return null;
  return (
    <Panel id="eta" title={t('title')}>
      <EtaChart eta={eta} arrived={arrived} series={series} changes={changes} />
      <ul data-testid="eta-voices">
        {series.map((one) => (
          <EtaSourceRow
            key={one.source.id}
            shipmentId={shipmentId}
            series={one}
            eta={eta}
            isFollowed={eta?.source.id === one.source.id}
          />
        ))}
      </ul>
      {changes.length > 0 ? (
        <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('hideHistory') : t('history', { count: changes.length })}
        </button>
      ) : null}
      {open ? <EtaHistory changes={changes} /> : null}
    </Panel>
  );
}
