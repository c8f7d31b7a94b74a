'use client';

import { useTranslations } from 'next-intl';
import { forgetJourneys } from '../offline/kept-journeys.ts';
import { signOut } from './sign-in.ts';

export function SignOut() {
  const t = useTranslations('access');
  return (
    <form action={signOut} onSubmit={() => void forgetJourneys()}>
      <button type="submit">{t('signOut')}</button>
    </form>
  );
}
