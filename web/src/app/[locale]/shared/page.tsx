import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '../../../ui/notice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links');
  return { title: t('endedTitle'), robots: { index: false } };
}

/** Where a link leads that opens nothing any more. */
export default async function EndedLinkPage() {
  const t = await getTranslations('links');
  return <Notice title={t('endedTitle')} text={t('endedText')} />;
}
