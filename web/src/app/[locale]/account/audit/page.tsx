import { getLocale, getTranslations } from 'next-intl/server';
import styles from '../../../../features/account/account.module.css';
import { loadPerson } from '../../../../features/account/load-viewer.ts';
import { nameIn } from '../../../../features/account/name-in.ts';
import { questionOf, type Address } from '../../../../features/audit/audit-address.ts';
import { AuditFilters } from '../../../../features/audit/audit-filters.tsx';
import { AuditList } from '../../../../features/audit/audit-list.tsx';
import { AuditDocument } from '../../../../features/audit/audit.graphql.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { askApi } from '../../../../gql/ask-api.ts';
import { Link } from '../../../../i18n/navigation.ts';
import { firstOf, type RouteProps } from '../../../route-props.ts';

export default async function AuditPage({ searchParams }: RouteProps) {
  const [t, locale, viewer, said] = await Promise.all([
    getTranslations('audit'),
    getLocale(),
    loadPerson(),
    searchParams,
  ]);
  if (viewer === null) return <ApiSilent />;
  const filled = Object.entries(said).map(([name, value]) => [name, firstOf(value)]);
  const address = Object.fromEntries(filled.filter(([, value]) => value)) as Address;
  const answer = await askApi(AuditDocument, questionOf(address));
  if (!answer.ok) return <ApiSilent />;
  const { auditEntries, users, apiKeys, organisations } = answer.data;
  const { after, ...first } = address;
  const { edges, pageInfo } = auditEntries;
  const older = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  const named = organisations.map((one) => ({ id: one.id, name: nameIn(locale, one) }));
  const names = new Map([...users, ...apiKeys, ...named].map(({ id, name }) => [id, name]));
  return (
    <>
      <p className={styles.lead}>{t(viewer.seesAll ? 'leadAll' : 'lead')}</p>
      <AuditFilters address={first} people={users} keys={apiKeys} key={JSON.stringify(first)} />
      {edges.length > 0 ? (
        <AuditList entries={edges.map(({ node }) => node)} organisations={organisations} names={names} />
      ) : (
        <p className={styles.lead}>{t('none')}</p>
      )}
      <p>
        {after ? <Link href={{ pathname: '/account/audit', query: first }}>{t('newest')}</Link> : null}{' '}
        {older ? (
          <Link href={{ pathname: '/account/audit', query: { ...first, after: older } }}>{t('older')}</Link>
        ) : null}
      </p>
    </>
  );
}
