import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import { ChooseShipment } from '../../../features/search/choose-shipment.tsx';
import { LookupDocument } from '../../../features/search/lookup.graphql.ts';
import { NothingFound } from '../../../features/search/nothing-found.tsx';
import { SearchBox } from '../../../features/search/search-box.tsx';
import { shipmentAddress, theOneMeant } from '../../../features/search/shipment-address.ts';
import { askApi } from '../../../gql/ask-api.ts';
import { redirect } from '../../../i18n/navigation.ts';
import { routing } from '../../../i18n/routing.ts';
import { firstOf, type RouteProps } from '../../route-props.ts';
import styles from './find.module.css';

export async function generateMetadata({ searchParams }: RouteProps): Promise<Metadata> {
  const number = await numberOf(searchParams);
  const t = await getTranslations('find');
  return { title: number ? t('title', { number }) : t('titleEmpty'), robots: { index: false } };
}

export default async function FindPage({ params, searchParams }: RouteProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const number = await numberOf(searchParams);
  return (
    <div className={styles.find}>
      <SearchBox initial={number} size="compact" key={number} />
      {number ? <Answer number={number} locale={locale} /> : null}
    </div>
  );
}

async function Answer({ number, locale }: { readonly number: string; readonly locale: 'en' | 'zh-CN' }) {
  const answer = await askApi(LookupDocument, { number });
  if (!answer.ok) return <ApiSilent />;
  const { lookup } = answer.data;
  const meant = theOneMeant(lookup.shipments);
  if (meant) redirect({ href: shipmentAddress(meant, lookup), locale });
  return lookup.shipments.length > 0 ? <ChooseShipment lookup={lookup} /> : <NothingFound lookup={lookup} />;
}

async function numberOf(searchParams: RouteProps['searchParams']): Promise<string> {
  const { number } = await searchParams;
  return firstOf(number)?.trim().slice(0, 200) ?? '';
}
