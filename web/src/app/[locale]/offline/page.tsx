import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeptList } from '../../../features/offline/kept-list.tsx';
import { Notice } from '../../../ui/notice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offline');
  return { title: t('title'), robots: { index: false } };
}

/** What the service worker answers with where there is no connection and the page asked for is not kept. */
export default async function OfflinePage() {
  const t = await getTranslations('offline');
  return (
    <Notice title={t('title')} text={t('text')}>
      <KeptList />
    </Notice>
  );
}
