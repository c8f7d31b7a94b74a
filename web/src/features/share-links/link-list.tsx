import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import styles from '../account/account.module.css';
import { TableHead } from '../account/table-head.tsx';
import table from '../account/table.module.css';
import { ConfirmForm } from '../account/confirm-form.tsx';
import { endStateOf } from '../account/end-state.ts';
import { useGroupNames } from '../account/use-group-names.ts';
import { revokeLink } from './change-links.ts';
import type { ShareLink } from './share-links.graphql.ts';

interface LinkListProps {
  readonly links: readonly ShareLink[];
  /** Wall clock, epoch milliseconds. */
  readonly now: number;
}

export function LinkList({ links, now }: LinkListProps) {
  const t = useTranslations('links');
  const account = useTranslations('account');
  const groupNames = useGroupNames();
  if (links.length === 0) return <p className={styles.lead}>{t('none')}</p>;
  return (
    <table className={table.table} data-testid="links">
      <caption className="visually-hidden">{t('list')}</caption>
      <TableHead
        columns={(['shipment', 'shows', 'ends', 'state'] as const).map((column) => t(`columns.${column}`))}
      />
      <tbody>
        {links.map((link) => {
          const state = endStateOf(link, now);
          const number = link.title ? displayNumber(link.title.scheme, link.title.value) : t('gone');
          return (
            <tr key={link.id}>
              <th scope="row" data-head={t('columns.shipment')}>
                {link.title ? (
                  <Link href={`/shipments/${link.shipment}`} prefetch={false} className="number">
                    {number}
                  </Link>
                ) : (
                  number
                )}
              </th>
              <td data-head={t('columns.shows')}>{groupNames(link.groups)}</td>
              <td data-head={t('columns.ends')}>
                <InstantText at={link.expiresAt} />
              </td>
              <td data-head={t('columns.state')} data-state={state}>
                {account(`states.${state}`)}
              </td>
              <td data-last="true">
                {state === 'ACTIVE' ? (
                  <ConfirmForm
                    action={revokeLink}
                    id={link.id}
                    words={t('revoke')}
                    label={t('revokeOf', { number })}
                    sure={t('sure')}
                    confirm={t('confirm')}
                  />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
