'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { PhaseProgress } from '../containers/phase-progress.tsx';
import type { Shipment } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { useVerdict } from '../journey/use-verdict.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useAge } from '../../time/use-age.ts';
import styles from './embed.module.css';
import { useAskAgain } from './use-ask-again.ts';

interface EmbedCardProps {
  readonly shipment: Shipment;
  /** Of the whole journey on this site. */
  readonly address: string;
  /** The cargo is invented. */
  readonly isSample: boolean;
}

/** A journey in five lines: which cargo, the verdict, how far, when it arrives and who says so, and the way to the whole. */
export function EmbedCard({ shipment: { title, journey }, address, isSample }: EmbedCardProps) {
  const t = useTranslations();
  const locale = useLocale();
  const names = useNames();
  const age = useAge();
  const verdict = useVerdict(journey);
  useAskAgain();
  const { arrived, eta, last } = journey;
  const due = arrived ?? eta;
  return (
    <main className={styles.card} data-testid="embed" aria-label={t('embed.frameTitle')}>
      <p className={styles.head}>
        <span className={styles.soft}>{names.scheme(title.scheme)}</span>
        <strong className="number">{displayNumber(title.scheme, title.value)}</strong>
        {isSample ? <span className={styles.sample}>{t('service.sample')}</span> : null}
      </p>
      <h1 className={styles.verdict} data-testid="verdict">
        {verdict.where} <span className={styles.ahead}>{verdict.ahead.join(locale === 'zh-CN' ? '' : ' ')}</span>
      </h1>
      {verdict.blocked ? <p className={styles.blocked}>{verdict.blocked}</p> : null}
      <PhaseProgress phase={journey.phase} />
      {due ? (
        <p>
          {t(arrived ? 'journey.arrived' : 'journey.eta')}{' '}
          <strong>
            <ReportedTimeText time={due.time} />
          </strong>{' '}
          <span className={styles.soft}>
            {!arrived && eta ? t('journey.saysSource', { source: names.source(eta.source) }) : null}
          </span>
        </p>
      ) : null}
      <p className={styles.foot}>
        <span className={styles.soft}>
          {last ? t('journey.lastSeen', { event: names.event(last), age: age(last.time.instant, 'HAPPENED') }) : null}
        </span>
        <a href={address} target="_blank" rel="noopener noreferrer">
          {t('embed.open')}
        </a>
      </p>
    </main>
  );
} // prettier-ignore
