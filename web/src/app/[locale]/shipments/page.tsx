import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { loadService } from '../../../features/live/load-service.ts';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import { Downloads } from '../../../features/shipments/downloads.tsx';
import {
  downloadAddress,
  questionOf,
  readAddress,
  rowsOf,
} from '../../../features/shipments/list-address.ts';
import { ListFrame } from '../../../features/shipments/list-frame.tsx';
import { loadDensity } from '../../../features/shipments/load-density.ts';
import { loadShipments } from '../../../features/shipments/load-shipments.ts';
import { ShipmentFilters } from '../../../features/shipments/shipment-filters.tsx';
import styles from '../../../features/shipments/shipments.module.css';
import { loadViews } from '../../../features/views/load-views.ts';
import { SavedViews } from '../../../features/views/saved-views.tsx';
import { viewQuery } from '../../../features/views/view-query.ts';
import { FollowableShipments } from '../../../features/watch/followable-shipments.tsx';
import { loadLists } from '../../../features/watch/load-lists.ts';
import { Link } from '../../../i18n/navigation.ts';
import type { RouteProps } from '../../route-props.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('list');
  return { title: t('title') };
}

export default async function ShipmentsPage({ searchParams }: RouteProps) {
  const address = readAddress(await searchParams);
  const [t, locale, { now, clockRate }, answer, lists, views, density] = await Promise.all([
    getTranslations('list'),
    getLocale(),
    loadService(),
    loadShipments(questionOf(address), rowsOf(address)),
    loadLists(),
    loadViews(),
    loadDensity(),
  ]);
  if (!answer.ok) return <ApiSilent />;
  const { totalCount, isTotalAtLeast, edges, pageInfo } = answer.data;
  const head = (
    <>
      <output>{t(isTotalAtLeast ? 'countAtLeast' : 'count', { count: totalCount })}</output>
      <Downloads addressOf={(file) => downloadAddress(file, address, locale)} />
    </>
  );
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <ShipmentFilters key={JSON.stringify(address)} address={address} pathname="/shipments" all={t('all')} />
      {views === null ? null : <SavedViews views={views} query={viewQuery(address)} />}
      <ListFrame density={density} head={head} fetched={{ at: now, clockRate }}>
        {edges.length > 0 ? (
          <FollowableShipments
            shipments={edges.map(({ node }) => node)}
            lists={lists}
            place={{ pathname: '/shipments', address }}
          />
        ) : null}
      </ListFrame>
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
