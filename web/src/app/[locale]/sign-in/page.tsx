import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { safePath } from '../../../features/access/safe-path.ts';
import { SignInForm } from '../../../features/access/sign-in-form.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { firstOf, type RouteProps } from '../../route-props.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: RouteProps) {
  const [t, { next }] = await Promise.all([getTranslations('access'), searchParams]);
  return (
    <Notice title={t('title')} text={t('text')}>
      <SignInForm next={safePath(firstOf(next))} />
    </Notice>
  );
}
