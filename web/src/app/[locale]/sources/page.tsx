import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import { Intake } from '../../../features/sources/intake.tsx';
import { SourceList } from '../../../features/sources/source-list.tsx';
import { COUNTED_HOURS, SourcesDocument } from '../../../features/sources/sources.graphql.ts';
import styles from '../../../features/sources/sources.module.css';
import { askApi } from '../../../gql/ask-api.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('title') };
}

export default async function SourcesPage() {
  const [t, answer] = await Promise.all([
    getTranslations('sources'),
    askApi(SourcesDocument, { hours: COUNTED_HOURS }),
  ]);
  if (!answer.ok) return <ApiSilent />;
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.lead}>{t('lead', { hours: COUNTED_HOURS })}</p>
      <Intake socketUrl={process.env['API_WS_URL'] ?? ''} />
      <SourceList sources={answer.data.sources} />
    </>
  );
}
