import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import account from '../account/account.module.css';
import type { Fetched } from '../shipments/list-age.ts';
import { ListFetched } from '../shipments/list-fetched.tsx';
import { EntryList } from './entry-list.tsx';
import { MarkedRows } from './marked-rows.tsx';
import type { WatchEntry } from './watch.graphql.ts';

interface NumbersViewProps {
  readonly list: string;
  readonly entries: readonly WatchEntry[];
  /** The key behind which the next page begins; null: this is the last. */
  readonly next: string | null;
  readonly fetched: Fetched;
}

/** What stands in a list, number by number, whether or not anybody has told of it. */
export function NumbersView({ list, entries, next, fetched }: NumbersViewProps) {
  const t = useTranslations('watch');
  const words = useTranslations('list');
  return (
    <>
      <ListFetched fetched={fetched} />
      {entries.length === 0 ? (
        <p className={account.lead}>{t('empty')}</p>
      ) : (
        <MarkedRows rows={entries.map(({ key }) => key).join(' ')} list={list}>
          <EntryList entries={entries} />
        </MarkedRows>
      )}
      {next === null ? null : (
        <p>
          <Link href={{ pathname: `/watch/${list}`, query: { show: 'numbers', after: next } }} prefetch={false}>
            {words('following')}
          </Link>
        </p>
      )}
    </>
  );
} // prettier-ignore
