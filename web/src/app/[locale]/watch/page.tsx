import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import account from '../../../features/account/account.module.css';
import { loadPerson } from '../../../features/account/load-viewer.ts';
import { loadService } from '../../../features/live/load-service.ts';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import { ListFetched } from '../../../features/shipments/list-fetched.tsx';
import { createList } from '../../../features/watch/change-lists.ts';
import { ListIndex } from '../../../features/watch/list-index.tsx';
import { NameForm } from '../../../features/watch/name-form.tsx';
import { WatchListsDocument } from '../../../features/watch/watch.graphql.ts';
import styles from '../../../features/watch/watch.module.css';
import { askApi } from '../../../gql/ask-api.ts';
import { Link } from '../../../i18n/navigation.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('watch');
  return { title: t('title'), robots: { index: false } };
}

export default async function WatchPage() {
  const [t, alerts, viewer] = await Promise.all([
    getTranslations('watch'),
    getTranslations('alerts'),
    loadPerson(),
  ]);
  if (viewer === null) return <ApiSilent />;
  const [answer, { now, clockRate }] = await Promise.all([askApi(WatchListsDocument, {}), loadService()]);
  if (!answer.ok) return <ApiSilent />;
  return (
    <div className={styles.page}>
      <h1 className={account.title}>{t('title')}</h1>
      <p className={account.lead}>{t('lead')}</p>
      <ListFetched fetched={{ at: now, clockRate }} />
      <ListIndex lists={answer.data.watchLists} />
      <p>
        <Link href="/account/alerts" prefetch={false}>
          {alerts('link')}
        </Link>
      </p>
      <NameForm action={createList} words={t('new')} submit={t('create')} list={null} />
    </div>
  );
}
