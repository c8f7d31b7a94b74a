import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadViewer } from '../../../features/account/load-viewer.ts';
import { Catalogue } from '../../../features/codes/catalogue.tsx';
import { CodeListsDocument } from '../../../features/codes/codes.graphql.ts';
import styles from '../../../features/codes/codes.module.css';
import { UnmappedCodes } from '../../../features/codes/unmapped-codes.tsx';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import { askApi } from '../../../gql/ask-api.ts';
import { firstOf, type RouteProps } from '../../route-props.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('codes');
  return { title: t('title') };
}

export default async function CodesPage({ searchParams }: RouteProps) {
  const { q } = await searchParams;
  const [t, viewer] = await Promise.all([getTranslations('codes'), loadViewer()]);
  const answer = await askApi(CodeListsDocument, { seesAll: viewer?.seesAll ?? false });
  if (!answer.ok) return <ApiSilent />;
  const { codeLists, unmappedCodes } = answer.data;
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      {unmappedCodes ? <UnmappedCodes codes={unmappedCodes} meanings={null} /> : null}
      <Catalogue lists={codeLists} query={firstOf(q)?.slice(0, 100) ?? ''} />
    </>
  );
}
