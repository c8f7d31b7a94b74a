import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import account from '../account/account.module.css';
import type { Density } from '../shipments/density.ts';
import { Downloads } from '../shipments/downloads.tsx';
import { type Address, isLimited } from '../shipments/list-address.ts';
import type { Fetched } from '../shipments/list-age.ts';
import { ListFetched } from '../shipments/list-fetched.tsx';
import { ListFrame } from '../shipments/list-frame.tsx';
import { orderOf, SORTS } from '../shipments/list-order.ts';
import { ShipmentFilters } from '../shipments/shipment-filters.tsx';
import { ShipmentList } from '../shipments/shipment-list.tsx';
import type { ShipmentList as Shipments } from '../shipments/shipments.graphql.ts';
import { MarkedRows } from './marked-rows.tsx';
import { cargoDownload, listIn, ROWS } from './watch-address.ts';
import styles from './watch.module.css';

interface CargoViewProps {
  readonly list: string;
  readonly address: Address;
  readonly shipments: Shipments;
  readonly density: Density;
  readonly fetched: Fetched;
}

/** The cargo that a list leads to: a page of it, limited and sorted, to download, and to take out of the list. */
export function CargoView({
  list,
  address,
  shipments: { totalCount, isTotalAtLeast, edges, pageInfo },
  density,
  fetched,
}: CargoViewProps) {
  const t = useTranslations('watch');
  const words = useTranslations('list');
  const locale = useLocale();
  const pathname = `/watch/${list}`;
  const listed = listIn(address);
  if (totalCount === 0 && !isTotalAtLeast && !isLimited(listed))
    return (
      <>
        <ListFetched fetched={fetched} />
        <p className={account.lead}>{t('noCargo')}</p>
      </>
    );
  const { by } = orderOf(address);
  const { direction: _, ...undirected } = listed;
  const head = (
    <>
      <output>{words(isTotalAtLeast ? 'countAtLeast' : 'count', { count: totalCount })}</output>
      <nav aria-label={words('sort')}>
        {SORTS.map((sort) => (
          <Link
            key={sort}
            href={{ pathname, query: { ...undirected, sort } }}
            aria-current={sort === by ? 'true' : undefined}
            prefetch={false}
            scroll={false}
          >
            {words(`sorts.${sort}`)}
          </Link>
        ))}
      </nav>
      <Downloads addressOf={(file) => cargoDownload(file, list, address, locale)} />
    </>
  );
  return (
    <>
      <details className={styles.limits} open={isLimited(listed)}>
        <summary>{words('filter')}</summary>
        <ShipmentFilters
          key={JSON.stringify(listed)}
          address={listed}
          pathname={pathname}
          all={t('allOfList')}
          usualRows={ROWS}
        />
      </details>
      <ListFrame density={density} head={head} fetched={fetched}>
        {edges.length === 0 ? null : (
          <MarkedRows rows={edges.map(({ node }) => node.id).join(' ')} list={list}>
            <ShipmentList
              shipments={edges.map(({ node }) => node)}
              isMarked
              place={{ pathname, address: listed }}
            />
          </MarkedRows>
        )}
      </ListFrame>
      {pageInfo.hasNextPage && pageInfo.endCursor ? (
        <p>
          <Link href={{ pathname, query: { ...listed, after: pageInfo.endCursor } }}>
            {words('following')}
          </Link>
        </p>
      ) : null}
    </>
  );
}
