import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { isPerson } from '../../../features/account/is-person.ts';
import { loadViewer } from '../../../features/account/load-viewer.ts';
import { BulkAnswer, SHOWN } from '../../../features/bulk/bulk-answer.tsx';
import { LookupManyDocument } from '../../../features/bulk/lookup-many.graphql.ts';
import { TooMany } from '../../../features/bulk/too-many.tsx';
import { ChooseShipment } from '../../../features/search/choose-shipment.tsx';
import { LookupDocument } from '../../../features/search/lookup.graphql.ts';
import { NothingFound } from '../../../features/search/nothing-found.tsx';
import { NUMBERS_MAX, readNumbers } from '../../../features/search/read-numbers.ts';
import { shipmentAddress, theOneMeant } from '../../../features/search/shipment-address.ts';
import { SuggestionsDocument } from '../../../features/search/suggestions.graphql.ts';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import { askApi } from '../../../gql/ask-api.ts';
import { redirect } from '../../../i18n/navigation.ts';
import { routing } from '../../../i18n/routing.ts';
import { firstOf, type RouteProps } from '../../route-props.ts';
import styles from './find.module.css';

export async function generateMetadata({ searchParams }: RouteProps): Promise<Metadata> {
  const [t, bulk, { numbers }] = await Promise.all([
    getTranslations('find'),
    getTranslations('bulk'),
    questionOf(searchParams),
  ]);
  const [number, another] = numbers;
  const one = number ? t('title', { number }) : t('titleEmpty');
  return {
    title: another ? bulk('pageTitle', { count: numbers.length }) : one,
    robots: { index: false },
  };
}

export default async function FindPage({ params, searchParams }: RouteProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const { text, numbers, show } = await questionOf(searchParams);
  const [number, another] = numbers;
  if (numbers.length > NUMBERS_MAX) return <TooMany numbers={numbers} />;
  if (another) return <Several text={text} numbers={numbers} show={show} />;
  const t = await getTranslations('find');
  return (
    <div className={styles.find}>
      {number ? <Answer number={number.slice(0, 200)} locale={locale} /> : <p>{t('empty')}</p>}
    </div>
  );
}

type Question = Awaited<ReturnType<typeof questionOf>>;

async function Several({ text, numbers, show }: Question) {
  const [answer, viewer] = await Promise.all([askApi(LookupManyDocument, { numbers }), loadViewer()]);
  if (!answer.ok) return <ApiSilent />;
  const { lookupMany } = answer.data;
  return <BulkAnswer lookups={lookupMany} number={text} show={show} seesAll={viewer?.seesAll ?? false} />;
}

async function Answer({ number, locale }: { readonly number: string; readonly locale: 'en' | 'zh-CN' }) {
  const [answer, viewer] = await Promise.all([askApi(LookupDocument, { number }), loadViewer()]);
  if (!answer.ok) return <ApiSilent />;
  const { lookup } = answer.data;
  const meant = theOneMeant(lookup.shipments);
  if (meant) redirect({ href: shipmentAddress(meant, lookup), locale });
  if (lookup.shipments.length > 0) return <ChooseShipment lookup={lookup} />;
  // What was perhaps meant is told to whoever signed in alone.
  const near = viewer && isPerson(viewer) ? await askApi(SuggestionsDocument, { number }) : null;
  return (
    <NothingFound
      lookup={lookup}
      suggestions={near?.ok ? near.data.suggestions : []}
      seesAll={viewer?.seesAll ?? false}
    />
  );
}

/** What the address asks. */
async function questionOf(searchParams: RouteProps['searchParams']) {
  const { number, show } = await searchParams;
  const text = firstOf(number)?.trim() ?? '';
  return {
    text,
    numbers: readNumbers(text),
    show: SHOWN.find((one) => one === firstOf(show)) ?? 'all',
  };
}
