import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import account from '../account/account.module.css';
import { SORTS, type Address } from '../shipments/list-address.ts';
import { ShipmentList } from '../shipments/shipment-list.tsx';
import type { ShipmentList as Shipments } from '../shipments/shipments.graphql.ts';
import { MarkedRows } from './marked-rows.tsx';
import { cargoDownload, sortOf } from './watch-address.ts';
import styles from './watch.module.css';

interface CargoViewProps {
  readonly list: string;
  readonly address: Address;
  readonly shipments: Shipments;
}

/** The cargo that a list leads to: a page of it, sorted, to download, and to take out of the list. */
export function CargoView({ list, address, shipments: { totalCount, edges, pageInfo } }: CargoViewProps) {
  const t = useTranslations('watch');
  const words = useTranslations('list');
  const locale = useLocale();
  const pathname = `/watch/${list}`;
  if (totalCount === 0) return <p className={account.lead}>{t('noCargo')}</p>;
  return (
    <>
      <div className={styles.summary}>
        <output>{words('count', { count: totalCount })}</output>
        <nav aria-label={words('sort')}>
          {SORTS.map((sort) => (
            <Link
              key={sort}
              href={{ pathname, query: { sort } }}
              aria-current={sort === sortOf(address) ? 'true' : undefined}
              prefetch={false}
              scroll={false}
            >
              {words(`sorts.${sort}`)}
            </Link>
          ))}
        </nav>
        <nav aria-label={words('download')}>
          <a href={cargoDownload('shipments.csv', list, address, locale)}>{words('csv')}</a>
          <a href={cargoDownload('shipments.xlsx', list, address, locale)}>{words('xlsx')}</a>
        </nav>
      </div>
      <MarkedRows key={edges.map(({ node }) => node.id).join(' ')} list={list}>
        <ShipmentList shipments={edges.map(({ node }) => node)} isMarked />
      </MarkedRows>
      {pageInfo.hasNextPage && pageInfo.endCursor ? (
        <p>
          <Link href={{ pathname, query: { sort: sortOf(address), after: pageInfo.endCursor } }}>
            {words('following')}
          </Link>
        </p>
      ) : null}
    </>
  );
}
