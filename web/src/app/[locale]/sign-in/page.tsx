import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInProviderDocument } from '../../../features/access/access.graphql.ts';
import { readProblem } from '../../../features/access/provider-problem.ts';
import { safePath } from '../../../features/access/safe-path.ts';
import { SignInForm } from '../../../features/access/sign-in-form.tsx';
import { loadService } from '../../../features/live/load-service.ts';
import { askApi } from '../../../gql/ask-api.ts';
import { Notice } from '../../../ui/notice.tsx';
import { firstOf, type RouteProps } from '../../route-props.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access');
  return { title: t('title'), robots: { index: false } };
}

/** The service does not say where else one signs in. */
const NOWHERE = { signInProvider: null, signInByEmail: false };

export default async function SignInPage({ searchParams }: RouteProps) {
  const [t, { next, problem }, answer, { service }] = await Promise.all([
    getTranslations('access'),
    searchParams,
    askApi(SignInProviderDocument, {}),
    loadService(),
  ]);
  const { signInProvider: provider, signInByEmail: isByEmail } = answer.ok ? answer.data : NOWHERE;
  return (
    <Notice title={t('title')} text={t('text')}>
      <SignInForm
        next={safePath(firstOf(next))}
        provider={provider?.name ?? null}
        isByEmail={isByEmail}
        problem={readProblem(firstOf(problem))}
        isTriedOut={service?.sampleWorld ?? false}
      />
    </Notice>
  );
}
