'use client';

import { useTranslations } from 'next-intl';
import { thisBrowser, unsubscribe } from '../alerts/this-device.ts';
import { forgetJourneys } from '../offline/kept-journeys.ts';
import { signOut } from './sign-in.ts';

export function SignOut() {
  const t = useTranslations('access');
  const leave = () => {
    void forgetJourneys();
    const browser = thisBrowser();
    if (browser) void unsubscribe(browser).catch(() => undefined);
  };
  return (
    <form action={signOut} onSubmit={leave}>
      <button type="submit">{t('signOut')}</button>
    </form>
  );
}
