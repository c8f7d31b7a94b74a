import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import {
  columnsOf,
  downloadAddress,
  questionOf,
  type Address,
} from '../../../features/shipments/list-address.ts';
import { ShipmentFilters } from '../../../features/shipments/shipment-filters.tsx';
import { ShipmentsDocument } from '../../../features/shipments/shipments.graphql.ts';
import styles from '../../../features/shipments/shipments.module.css';
import { loadViews } from '../../../features/views/load-views.ts';
import { SavedViews } from '../../../features/views/saved-views.tsx';
import { viewQuery } from '../../../features/views/view-query.ts';
import { FollowableShipments } from '../../../features/watch/followable-shipments.tsx';
import { loadLists } from '../../../features/watch/load-lists.ts';
import { askApi } from '../../../gql/ask-api.ts';
import { Link } from '../../../i18n/navigation.ts';
import { firstOf, type RouteProps } from '../../route-props.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('list');
  return { title: t('title') };
}

export default async function ShipmentsPage({ searchParams }: RouteProps) {
  // A browser without scripts sends each column by itself.
  const said = Object.entries(await searchParams).map(([name, value]) => [
    name,
    name === 'columns' && Array.isArray(value) ? value.join(',') : firstOf(value),
  ]);
  const address = Object.fromEntries(said.filter(([, value]) => value)) as Address;
  const [t, locale, answer, lists, views] = await Promise.all([
    getTranslations('list'),
    getLocale(),
    askApi(ShipmentsDocument, questionOf(address)),
    loadLists(),
    loadViews(),
  ]);
  if (!answer.ok) return <ApiSilent />;
  const { totalCount, edges, pageInfo } = answer.data.shipments;
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <ShipmentFilters address={address} key={JSON.stringify(address)} />
      {views === null ? null : <SavedViews views={views} query={viewQuery(address)} />}
      <div className={styles.summary}>
        <output>{t('count', { count: totalCount })}</output>
        <nav aria-label={t('download')}>
          <a href={downloadAddress('shipments.csv', address, locale)}>{t('csv')}</a>
          <a href={downloadAddress('shipments.xlsx', address, locale)}>{t('xlsx')}</a>
        </nav>
      </div>
      {edges.length > 0 ? (
        <FollowableShipments
          shipments={edges.map(({ node }) => node)}
          lists={lists}
          columns={columnsOf(address)}
        />
      ) : null}
      {pageInfo.hasNextPage && pageInfo.endCursor ? (
        <p className={styles.more}>
          <Link href={{ pathname: '/shipments', query: { ...address, after: pageInfo.endCursor } }}>
            {t('following')}
          </Link>
        </p>
      ) : null}
    </>
  );
}
