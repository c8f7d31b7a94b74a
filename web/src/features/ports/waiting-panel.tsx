'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { PortNow } from './ports.graphql.ts';
import styles from './port-page.module.css';

/** Boxes that wait, by reason; each that may be looked into leads to its shipment. */
export function WaitingPanel({ waiting, isWaitingWithheld, isPartial }: Pick<PortNow, 'waiting' | 'isWaitingWithheld' | 'isPartial'>) {
  const t = useTranslations('ports');
  const open = useTranslations('release.open');
  return (
    <Panel id="waiting" title={t('waiting')}>
      {waiting.length === 0 && !isWaitingWithheld ? <p className={styles.none}>{t('noneWaiting')}</p> : null}
      {isWaitingWithheld ? <p className={styles.none}>{t('waitingWithheld')}</p> : null}
      <div data-testid="waiting">
        {waiting.map(({ reason, count, onlyCounted, boxes }) => (
          <details key={reason} className={styles.reason} data-reason={reason}>
            <summary>
              <span>{t(`reasons.${reason}`)}</span>
              <strong>{t(isPartial ? 'boxesAtLeast' : 'boxes', { count })}</strong>
            </summary>
            <ul>
              {boxes.map(({ container, shipmentId, title, condition, since }) => (
                <li key={container ?? shipmentId}>
                  <Link href={`/shipments/${shipmentId}`} prefetch={false}>
                    {container ?? title.value}
                  </Link>
                  <span className={styles.soft}>
                    {container === null ? null : `${title.value} · `}
                    {condition ? open(condition) : t('nobodyFetched')}
                    {since ? <> · <ReportedTimeText time={since} /></> : null}
                  </span>
                </li>
              ))}
            </ul>
            {onlyCounted > 0 ? <p className={styles.none}>{t('onlyCounted', { count: onlyCounted })}</p> : null}
          </details>
        ))}
      </div>
    </Panel>
  );
} // prettier-ignore
