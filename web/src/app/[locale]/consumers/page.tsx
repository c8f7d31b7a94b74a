import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConsumerList } from '../../../features/consumers/consumer-list.tsx';
import { ConsumersDocument } from '../../../features/consumers/consumers.graphql.ts';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import styles from '../../../features/sources/sources.module.css';
import { askApi } from '../../../gql/ask-api.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('consumers');
  return { title: t('title') };
}

export default async function ConsumersPage() {
  const [t, answer] = await Promise.all([getTranslations('consumers'), askApi(ConsumersDocument, {})]);
  if (!answer.ok) return <ApiSilent />;
  const { feedConsumers, organisations } = answer.data;
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <ConsumerList consumers={feedConsumers} organisations={organisations} />
    </>
  );
}
