'use client';

import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useNow } from '../live/service-clock.tsx';
import { AxisDayRow } from './axis-day-row.tsx';
import styles from './both-lines.module.css';
import { Legend } from './legend.tsx';
import { shareAxis } from './shared-axis.ts';
import type { Journey } from './shipment.graphql.ts';

type Shown = 'BOTH' | 'LOGISTICS' | 'DOCUMENT';

interface BothLinesProps {
  readonly journey: Journey;
  readonly fresh: ReadonlySet<string>;
  /** Whether whoever looks is shown the papers; else an empty line says nothing of them. */
  readonly showsPapers: boolean;
}

const daysAhead = 4;

/**
 * What moved the cargo beside what cleared its papers, on one time axis, newest on top: what is expected, then the
 * line "now", then what happened. On a phone the two share one column, or one of them is chosen.
 */
export function BothLines({ journey, fresh, showsPapers }: BothLinesProps) {
  const t = useTranslations('lines');
  const now = useNow();
  const [shown, setShown] = useState<Shown>('BOTH');
  const [wholeFuture, setWholeFuture] = useState(false);
  const { ahead, behind } = shareAxis(journey.logistics, journey.documents, now);
  const hidden = wholeFuture ? 0 : Math.max(0, ahead.length - daysAhead);

  return (
    <Panel id="lines" title={t('title')} aside={<Legend />}>
      <div className={styles.choice}>
        <SegmentedControl<Shown>
          fullWidth
          value={shown}
          onChange={setShown}
          aria-label={t('show')}
          data={[
            { value: 'BOTH', label: t('both') },
            { value: 'LOGISTICS', label: t('logistics') },
            { value: 'DOCUMENT', label: t('documents') },
          ]}
        />
      </div>
      <div className={styles.axis} data-shown={shown}>
        <div className={styles.heads} aria-hidden="true">
          <span className={styles.head} data-dimension="LOGISTICS">
            <Icon name="logistics" /> {t('logistics')}
          </span>
          <span className={styles.head} data-dimension="DOCUMENT">
            <Icon name="documents" /> {t('documents')}
          </span>
        </div>
        <EmptyLines journey={journey} showsPapers={showsPapers} />
        {ahead.length > daysAhead ? (
          <button
            type="button"
            className={styles.more}
            aria-expanded={wholeFuture}
            onClick={() => setWholeFuture(!wholeFuture)}
          >
            {wholeFuture ? t('lessAhead') : t('ahead', { count: hidden })}
          </button>
        ) : null}
        <ol>
          {ahead.slice(hidden).map((day) => (
            <AxisDayRow key={day.key} day={day} fresh={fresh} />
          ))}
        </ol>
        <p className={styles.now}>
          <span>{t('now')}</span>
        </p>
        <ol>
          {behind.map((day) => (
            <AxisDayRow key={day.key} day={day} fresh={fresh} />
          ))}
        </ol>
      </div>
    </Panel>
  );
}

function EmptyLines({ journey, showsPapers }: Omit<BothLinesProps, 'fresh'>) {
  const t = useTranslations('lines');
  const noPapers = showsPapers ? t('empty_DOCUMENT') : t('notShown');
  if (journey.logistics.length > 0 && journey.documents.length > 0) return null;
  return (
    <div className={styles.empty}>
      <p data-dimension="LOGISTICS">{journey.logistics.length === 0 ? t('empty_LOGISTICS') : ''}</p>
      <p data-dimension="DOCUMENT">{journey.documents.length === 0 ? noPapers : ''}</p>
    </div>
  );
}
