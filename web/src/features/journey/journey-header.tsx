'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import { CopyText } from '../../ui/copy-text.tsx';
import { ConnectionState } from '../live/connection-state.tsx';
import type { FoundBy } from '../search/shipment-address.ts';
import { useRepairs } from '../search/use-repairs.ts';
import styles from './journey-header.module.css';
import type { Shipment } from './shipment.graphql.ts';
import { useNames } from './use-names.ts';
import { useVerdict } from './use-verdict.ts';

interface JourneyHeaderProps {
  readonly shipment: Shipment;
  readonly foundBy: FoundBy | null;
}

/** Which cargo this is, and the answer in one line. */
export function JourneyHeader({ shipment, foundBy }: JourneyHeaderProps) {
  const t = useTranslations();
  const names = useNames();
  const locale = useLocale();
  const verdict = useVerdict(shipment.journey);
  const { title, journey } = shipment;
  return (
    <header className={styles.header}>
      <div className={styles.identity}>
        <span className={styles.kind}>{names.scheme(title.scheme)}</span>
        <span className={`number ${styles.number}`}>
          <CopyText text={title.value} shown={displayNumber(title.scheme, title.value)} />
        </span>
        {foundBy ? <FoundByNote foundBy={foundBy} /> : null}
        <span className={styles.state}>
          <span className={styles.phase} data-phase={journey.phase}>
            {t(`phases.${journey.phase}`)}
          </span>
          {shipment.asOf === null ? <ConnectionState /> : null}
        </span>
      </div>
      <h1 className={styles.verdict} data-testid="verdict">
        {verdict.where}{' '}
        <span className={styles.ahead}>{verdict.ahead.join(locale === 'zh-CN' ? '' : ' ')}</span>
      </h1>
      {verdict.blocked ? <p className={styles.blocked}>{verdict.blocked}</p> : null}
    </header>
  );
}

function FoundByNote({ foundBy }: { readonly foundBy: FoundBy }) {
  const t = useTranslations();
  const repairs = useRepairs();
  const { scheme, value } = foundBy;
  if (!t.has(`schemes.${scheme}` as 'schemes.CONTAINER')) return null;
  const kind = t(`schemes.${scheme as keyof typeof en.schemes}`);
  return (
    <span className={styles.found}>
      {[t('journey.foundBy', { kind, value }), ...repairs(foundBy.repairs)].join(' · ')}
    </span>
  );
}
