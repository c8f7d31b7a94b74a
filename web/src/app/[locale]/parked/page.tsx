import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { questionOf, type Address } from '../../../features/parked/parked-address.ts';
import { ParkedClaims } from '../../../features/parked/parked-claims.tsx';
import { ParkedFilters } from '../../../features/parked/parked-filters.tsx';
import { ParkedDocument } from '../../../features/parked/parked.graphql.ts';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import styles from '../../../features/sources/sources.module.css';
import { askApi } from '../../../gql/ask-api.ts';
import { Link } from '../../../i18n/navigation.ts';
import { firstOf, type RouteProps } from '../../route-props.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('parkedClaims');
  return { title: t('title') };
}

export default async function ParkedPage({ searchParams }: RouteProps) {
  const said = Object.entries(await searchParams).map(([name, value]) => [name, firstOf(value)]);
  const address = Object.fromEntries(said.filter(([, value]) => value)) as Address;
  const [t, answer] = await Promise.all([
    getTranslations('parkedClaims'),
    askApi(ParkedDocument, questionOf(address)),
  ]);
  if (!answer.ok) return <ApiSilent />;
  const { parkedClaims: page, sources } = answer.data;
  const { after, ...first } = address;
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <ParkedFilters address={first} sources={sources} key={JSON.stringify(first)} />
      {page.claims.length > 0 ? (
        <ParkedClaims claims={page.claims} />
      ) : (
        <p className={styles.lead}>{t(page.next === null ? 'none' : 'noneYet')}</p>
      )}
      <p className={styles.more}>
        {after ? <Link href={{ pathname: '/parked', query: first }}>{t('newest')}</Link> : null}{' '}
        {page.next === null ? null : (
          <Link href={{ pathname: '/parked', query: { ...first, after: page.next } }}>{t('older')}</Link>
        )}
      </p>
    </>
  );
}
