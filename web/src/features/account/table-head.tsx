import { useTranslations } from 'next-intl';

/** Names of the columns; the last column, which has the buttons of a row, is named for screen readers alone. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  const t = useTranslations('account');
  return (
    <thead>
      <tr>
        {columns.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        <th scope="col">
          <span className="visually-hidden">{t('actions')}</span>
        </th>
      </tr>
    </thead>
  );
}
