import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StyleGuide } from '../../../features/style-guide/style-guide.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('styleGuide');
  return { title: t('title'), robots: { index: false } };
}

export default function StyleGuidePage() {
  return <StyleGuide />;
}
