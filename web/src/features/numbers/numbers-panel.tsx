'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Identifier, Shipment } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './numbers-panel.module.css';

/** Every number that leads to this cargo, by kind, and the bills above and below it. */
export function NumbersPanel({ shipment }: { readonly shipment: Shipment }) {
  const t = useTranslations('journey');
  const names = useNames();
  return (
    <Panel id="numbers" title={t('numbers')}>
      {shipment.related.length > 0 ? (
        <section className={styles.related} aria-label={t('related')}>
          {shipment.related.map(({ relation, shipmentId, title }) => (
            <Link key={shipmentId} href={`/shipments/${encodeURIComponent(shipmentId)}`} prefetch={false}>
              {t(relation)} <span className="number">{displayNumber(title.scheme, title.value)}</span>
            </Link>
          ))}
        </section>
      ) : null}
      <dl className={styles.numbers}>
        {[...byScheme(shipment.identifiers)].map(([scheme, values]) => (
          <div key={scheme}>
            <dt>{names.scheme(scheme)}</dt>
            <dd className="number">
              {[...new Set(values)].map((value) => (
                <CopyText key={value} text={value} shown={displayNumber(scheme, value)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function byScheme(identifiers: readonly Identifier[]): Map<Identifier['scheme'], string[]> {
  const grouped = new Map<Identifier['scheme'], string[]>();
  for (const { scheme, value } of identifiers) grouped.set(scheme, [...(grouped.get(scheme) ?? []), value]);
  return grouped;
}
