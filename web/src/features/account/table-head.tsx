import { useTranslations } from 'next-intl';
import { ColumnHeads } from '../../ui/column-heads.tsx';

/** Names of the columns; the last column, which has the buttons of a row, is named for screen readers alone. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  const t = useTranslations('account');
  return (
    <thead>
      <tr>
        <ColumnHeads names={columns} />
        <th scope="col">
          <span className="visually-hidden">{t('actions')}</span>
        </th>
      </tr>
    </thead>
  );
}
