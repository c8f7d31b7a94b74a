import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortList } from '../../../features/ports/port-list.tsx';
import { PortsDocument } from '../../../features/ports/ports.graphql.ts';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import styles from '../../../features/sources/sources.module.css';
import { askApi } from '../../../gql/ask-api.ts';
import { firstOf, type RouteProps } from '../../route-props.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ports');
  return { title: t('title') };
}

export default async function PortsPage({ searchParams }: RouteProps) {
  const find =
    firstOf((await searchParams)['find'])
      ?.trim()
      .slice(0, 80) ?? '';
  const [t, answer] = await Promise.all([
    getTranslations('ports'),
    askApi(PortsDocument, { find: find === '' ? null : find }),
  ]);
  if (!answer.ok) return <ApiSilent />;
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <PortList ports={answer.data.ports} find={find} key={find} />
    </>
  );
}
