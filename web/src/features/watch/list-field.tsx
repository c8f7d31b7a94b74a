import { useTranslations } from 'next-intl';
import account from '../account/account.module.css';
import type { WatchListSummary } from './watch.graphql.ts';

interface ListFieldProps {
  readonly lists: readonly Pick<WatchListSummary, 'id' | 'name'>[];
  readonly label: string;
  /** What it means to choose none. */
  readonly none: string;
  /** Id of the one that is chosen to begin with. */
  readonly chosen?: string | null;
}

/** One of the watch lists, or none, as `watchList` of a form. */
export function ListField({ lists, label, none, chosen = null }: ListFieldProps) {
  const t = useTranslations('watch');
  // It stays chosen, so that whoever saves is told: without it the choice would be all cargo.
  const isGone = chosen !== null && !lists.some(({ id }) => id === chosen);
  return (
    <label className={account.field}>
      {label}
      <select name="watchList" defaultValue={chosen ?? ''}>
        <option value="">{none}</option>
        {isGone ? <option value={chosen}>{t('gone')}</option> : null}
        {lists.map(({ id, name }) => (
          <option key={id} value={id}>
            {name ?? t('own')}
          </option>
        ))}
      </select>
    </label>
  );
}
