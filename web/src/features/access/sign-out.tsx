import { useTranslations } from 'next-intl';
import { signOut } from './sign-in.ts';

export function SignOut() {
  const t = useTranslations('access');
  return (
    <form action={signOut}>
      <button type="submit">{t('signOut')}</button>
    </form>
  );
}
