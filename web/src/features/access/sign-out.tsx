import { useTranslations } from 'next-intl';
import { signOut } from './sign-in.ts';

export function SignOut({ className }: { readonly className: string | undefined }) {
  const t = useTranslations('access');
  return (
    <form action={signOut}>
      <button type="submit" className={className}>
        {t('signOut')}
      </button>
    </form>
  );
}
