import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmbedNotice } from '../../../features/embed/embed-notice.tsx';

export const metadata: Metadata = { robots: { index: false } };

/** Where an embedded journey leads whose link opens nothing any more. */
export default async function EndedEmbedPage() {
  const t = await getTranslations('links');
  return <EmbedNotice title={t('endedTitle')} text={t('endedText')} />;
}
