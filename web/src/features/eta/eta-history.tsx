'use client';

import { useTranslations } from 'next-intl';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useAge } from '../../time/use-age.ts';
import { useNames } from '../journey/use-names.ts';
import { EtaBandText } from './eta-band.tsx';
import { EtaCauses } from './eta-causes.tsx';
import styles from './eta.module.css';
import type { EtaChange } from './eta.graphql.ts';

/** How the answer came about, the newest change at the top, each with its reason. */
export function EtaHistory({ changes }: { readonly changes: readonly EtaChange[] }) {
  const t = useTranslations();
  const names = useNames();
  const age = useAge();
  return (
    <ol className={styles.history} aria-label={t('eta.historyTitle')} data-testid="eta-history">
      {changes.toReversed().map((change) => (
        <li key={change.at + change.eventId} className={styles.change} data-reason={change.reason}>
          <time dateTime={change.at}>{age(change.at, 'HAPPENED')}</time>
          <span className={styles.values}>
            {change.from ? (
              <>
                <span className={styles.former}>
                  <ReportedTimeText time={change.from} />
                </span>{' '}
                →{' '}
              </>
            ) : null}
            <strong>
              <ReportedTimeText time={change.to} />
            </strong>
          </span>
          <span className={styles.why}>
            {[
              t(`eta.reasons.${change.reason}`),
              change.silentSince ? t('eta.silentSince', { age: age(change.silentSince, 'HAPPENED') }) : null,
              names.source(change.source),
              isOthers(change) ? t('eta.insteadOf', { source: names.source(change.formerSource) }) : null,
              change.place ? names.place(change.place) : null,
              t(`basis.${change.basis}`),
            ]
              .filter(Boolean)
              .join(' · ')}
            <EtaCauses change={change} />
            {change.band ? <br /> : null}
            <EtaBandText band={change.band} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function isOthers(change: EtaChange): change is EtaChange & { formerSource: EtaChange['source'] } {
  return change.formerSource !== null && change.formerSource.id !== change.source.id;
}
