import { useLocale, useTranslations } from 'next-intl';
import { InstantText } from '../../time/instant-text.tsx';
import type { Organisation } from '../account/account.graphql.ts';
import styles from '../account/account.module.css';
import { TableHead } from '../account/table-head.tsx';
import table from '../account/table.module.css';
import { ConfirmForm } from '../account/confirm-form.tsx';
import { endStateOf } from '../account/end-state.ts';
import { nameIn } from '../account/name-in.ts';
import { useGroupNames } from '../account/use-group-names.ts';
import type { ApiKey } from './api-keys.graphql.ts';
import { revokeKey } from './change-keys.ts';

interface KeyListProps {
  readonly keys: readonly ApiKey[];
  readonly organisations: readonly Organisation[];
  /** Wall clock, epoch milliseconds. */
  readonly now: number;
}

export function KeyList({ keys, organisations, now }: KeyListProps) {
  const t = useTranslations('keys');
  const states = useTranslations('account');
  const locale = useLocale();
  const groupNames = useGroupNames();
  if (keys.length === 0) return <p className={styles.lead}>{t('none')}</p>;
  const nameOf = (id: string) => {
    const found = organisations.length > 1 ? organisations.find((one) => one.id === id) : undefined;
    return found ? <small>{nameIn(locale, found)}</small> : null;
  };
  return (
    <table className={table.table} data-testid="keys">
      <caption className="visually-hidden">{t('list')}</caption>
      <TableHead columns={(['name', 'scope', 'created', 'expires', 'used', 'state'] as const).map((column) => t(`columns.${column}`))} />
      <tbody>
        {keys.map((key) => {
          const state = endStateOf(key, now);
          return (
            <tr key={key.id}>
              <th scope="row" data-head={t('columns.name')}>
                <span>
                  {key.name}
                  <small>
                    <code>{key.prefix}…</code>
                  </small>
                  {nameOf(key.organisation)}
                </span>
              </th>
              <td data-head={t('columns.scope')}>{key.groups === null ? t('all') : groupNames(key.groups)}</td>
              <td data-head={t('columns.created')}>
                <InstantText at={key.createdAt} />
              </td>
              <td data-head={t('columns.expires')}>
                {key.expiresAt === null ? states('never') : <InstantText at={key.expiresAt} />}
              </td>
              <td data-head={t('columns.used')}>
                {key.lastUsedAt === null ? t('unused') : <InstantText at={key.lastUsedAt} />}
              </td>
              <td data-head={t('columns.state')} data-state={state}>
                <span>
                  {states(`states.${state}`)}
                  {key.revokedAt === null ? null : (
                    <small>
                      <InstantText at={key.revokedAt} />
                    </small>
                  )}
                </span>
              </td>
              <td data-last="true">
                {state === 'ACTIVE' ? (
                  <ConfirmForm
                    action={revokeKey}
                    id={key.id}
                    words={t('revoke')}
                    label={t('revokeOf', { name: key.name })}
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
  ); // prettier-ignore
}
