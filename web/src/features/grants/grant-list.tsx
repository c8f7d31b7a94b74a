import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import styles from '../account/account.module.css';
import { TableHead } from '../account/table-head.tsx';
import table from '../account/table.module.css';
import { ConfirmForm } from '../account/confirm-form.tsx';
import { nameIn } from '../account/name-in.ts';
import { useGroupNames } from '../account/use-group-names.ts';
import type { Grant } from './grants.graphql.ts';
import { revokeGrant } from './revoke-grant.ts';

interface GrantListProps {
  readonly id: string;
  readonly title: string;
  readonly grants: readonly Grant[];
  /** Whether whoever looks may take them back. */
  readonly isOwn: boolean;
}

/** Shipments that one organisation lets another see. */
export function GrantList({ id, title, grants, isOwn }: GrantListProps) {
  const t = useTranslations('grants');
  const locale = useLocale();
  const groupNames = useGroupNames();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {grants.length === 0 ? (
        <p className={styles.lead}>{t('none')}</p>
      ) : (
        <table className={table.table} data-testid={id}>
          <TableHead
            columns={(['shipment', 'to', 'from', 'shows', 'until'] as const).map((column) =>
              t(`columns.${column}`),
            )}
          />
          <tbody>
            {grants.map((grant) => {
              const name = nameIn(locale, grant.to);
              const number = grant.title ? displayNumber(grant.title.scheme, grant.title.value) : t('hidden');
              return (
                <tr key={grant.id}>
                  <th scope="row" data-head={t('columns.shipment')}>
                    {grant.title ? (
                      <Link href={`/shipments/${grant.shipment}`} prefetch={false} className="number">
                        {number}
                      </Link>
                    ) : (
                      number
                    )}
                  </th>
                  <td data-head={t('columns.to')}>{name}</td>
                  <td data-head={t('columns.from')}>
                    {grant.from ? nameIn(locale, grant.from) : t('operator')}
                  </td>
                  <td data-head={t('columns.shows')}>{groupNames(grant.groups)}</td>
                  <td data-head={t('columns.until')}>
                    {grant.until === null ? t('open') : <InstantText at={grant.until} />}
                  </td>
                  <td data-last="true">
                    {isOwn ? (
                      <ConfirmForm
                        action={revokeGrant}
                        id={grant.id}
                        words={t('revoke')}
                        label={t('revokeOf', { number, name })}
                        sure={t('sure', { name })}
                        confirm={t('confirm')}
                      />
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
