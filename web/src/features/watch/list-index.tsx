import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import table from '../account/table.module.css';
import type { WatchListSummary } from './watch.graphql.ts';

/** What one follows by oneself, and the lists of the firm. */
export function ListIndex({ lists }: { readonly lists: readonly WatchListSummary[] }) {
  const t = useTranslations('watch');
  return (
    <table className={table.table} data-testid="watch-lists">
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <ColumnHeads names={(['list', 'size', 'changed'] as const).map((head) => t(`columns.${head}`))} />
        </tr>
      </thead>
      <tbody>
        {lists.map(({ id, name, size, changedAt }) => (
          <tr key={id}>
            <th scope="row" data-head={t('columns.list')}>
              <Link href={`/watch/${id}`} prefetch={false}>
                {name ?? t('own')}
              </Link>
              <small>{t(name === null ? 'ownHint' : 'sharedHint')}</small>
            </th>
            <td data-head={t('columns.size')}>
              <span>{t('size', { count: size })}</span>
            </td>
            <td data-head={t('columns.changed')}>
              {changedAt === null ? <span>–</span> : <InstantText at={changedAt} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
