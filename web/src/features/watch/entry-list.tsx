'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import table from '../account/table.module.css';
import { useNames } from '../journey/use-names.ts';
import type { WatchEntry } from './watch.graphql.ts';
import styles from './watch.module.css';

const HEADS = ['number', 'leads', 'addedAt'] as const;

/** What is in a list, also what nobody has told of yet; each row can be marked. */
export function EntryList({ entries }: { readonly entries: readonly WatchEntry[] }) {
  const t = useTranslations('watch');
  return (
    <table className={table.table} data-testid="watched">
      <caption className="visually-hidden">{t('numbers')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('mark')}</span>
          </th>
          <ColumnHeads names={HEADS.map((head) => t(`columns.${head}`))} />
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.key} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry: { key, said, number, shipments, addedAt, addedBy } }: { readonly entry: WatchEntry }) {
  const t = useTranslations();
  const names = useNames();
  const shown = number ? displayNumber(number.scheme, number.value) : said;
  const isTold = shipments.length > 0;
  return (
    <tr data-told={isTold}>
      <td data-last="true" className={styles.mark}>
        <input type="checkbox" name="key" value={key} aria-label={t('watch.markOf', { number: shown })} />
      </td>
      <th scope="row" data-head={t('watch.columns.number')}>
        <span className="number">{shown}</span>
        <small>{number ? (isTold ? names.scheme(number.scheme) : t('watch.perhaps', { kind: names.scheme(number.scheme) })) : t('watch.shipment')}</small>
      </th>
      <td data-head={t('watch.columns.leads')}>
        {isTold ? (
          shipments.map(({ id, title, phase }) => (
            <span key={id}>
              <Link href={`/shipments/${id}`} prefetch={false} className="number">
                {displayNumber(title.scheme, title.value)}
              </Link>
              <small>{t(`phases.${phase}`)}</small>
            </span>
          ))
        ) : (
          <span className={styles.untold}>{t('watch.untold')}</span>
        )}
      </td>
      <td data-head={t('watch.columns.addedAt')}>
        <InstantText at={addedAt} />
        {addedBy ? <small>{addedBy}</small> : null}
      </td>
    </tr>
  );
} // prettier-ignore
