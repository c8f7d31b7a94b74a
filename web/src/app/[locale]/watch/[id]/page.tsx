import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadService } from '../../../../features/live/load-service.ts';
import { type Address, readAddress } from '../../../../features/shipments/list-address.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { Cargo } from '../../../../features/watch/cargo.tsx';
import { loadList } from '../../../../features/watch/load-list.ts';
import { NumbersView } from '../../../../features/watch/numbers-view.tsx';
import { viewOf } from '../../../../features/watch/watch-address.ts';
import { WatchEntriesDocument } from '../../../../features/watch/watch.graphql.ts';
import { WatchSheet } from '../../../../features/watch/watch-sheet.tsx';
import { askApi } from '../../../../gql/ask-api.ts';
import type { RouteProps } from '../../../route-props.ts';

type Props = RouteProps<{ readonly id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations('watch')]);
  const list = await loadList(decodeURIComponent(id));
  return { title: list === 'NO_ANSWER' || !list ? t('title') : (list.name ?? t('own')), robots: { index: false } };
} // prettier-ignore

export default async function WatchListPage({ params, searchParams }: Props) {
  const [{ id }, said] = await Promise.all([params, searchParams]);
  const address = readAddress(said);
  const list = await loadList(decodeURIComponent(id));
  if (list === 'NO_ANSWER') return <ApiSilent />;
  if (!list) notFound();
  return (
    <WatchSheet list={list} view={viewOf(address)}>
      {viewOf(address) === 'cargo' ? <Cargo id={list.id} address={address} /> : <Numbers id={list.id} address={address} />}
    </WatchSheet>
  );
} // prettier-ignore

async function Numbers({ id, address }: { readonly id: string; readonly address: Address }) {
  const [answer, { now, clockRate }] = await Promise.all([
    askApi(WatchEntriesDocument, { id, after: address['after'] ?? null }),
    loadService(),
  ]);
  if (!answer.ok) return <ApiSilent />;
  const { entries = [], next = null } = answer.data.watchList?.entries ?? {};
  return <NumbersView list={id} entries={entries} next={next} fetched={{ at: now, clockRate }} />;
}
