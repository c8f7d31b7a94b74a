import { useTranslations } from 'next-intl';
import { TABLES, type TableFile } from './list-address.ts';

/** A list as tables, all of its pages. */
export function Downloads({ addressOf }: { readonly addressOf: (file: TableFile) => string }) {
  const t = useTranslations('list');
  return (
    <nav aria-label={t('download')}>
      {TABLES.map(({ name, file, more }) => (
        <a key={name} href={addressOf(file) + more}>
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
