import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import styles from '../account/account.module.css';
import table from '../account/table.module.css';
import { FilterWords } from './filter-words.tsx';
import type { ListName, Webhook } from './webhooks.graphql.ts';

interface WebhookListProps {
  readonly webhooks: readonly Webhook[];
  readonly lists: readonly ListName[];
}

export function WebhookList({ webhooks, lists }: WebhookListProps) {
  const t = useTranslations('webhooks');
  if (webhooks.length === 0) return <p className={styles.lead}>{t('none')}</p>;
  return (
    <table className={table.table} data-testid="webhooks">
      <caption className="visually-hidden">{t('list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('url')}</th>
          <th scope="col">{t('facts.filter')}</th>
          <th scope="col">{t('facts.created')}</th>
          <th scope="col">{t('facts.state')}</th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <tr key={webhook.id}>
            <th scope="row" data-head={t('url')}>
              <span>
                <Link href={`/account/webhooks/${webhook.id}`} prefetch={false}>
                  {webhook.description === '' ? webhook.url : webhook.description}
                </Link>
                {webhook.description === '' ? null : <small>{webhook.url}</small>}
              </span>
            </th>
            <td data-head={t('facts.filter')}>
              <FilterWords filter={webhook.filter} lists={lists} />
            </td>
            <td data-head={t('facts.created')}>
              <InstantText at={webhook.createdAt} />
            </td>
            <td data-head={t('facts.state')} data-state={webhook.state}>
              <span>
                {t(`states.${webhook.state}`)}
                {webhook.failingSince === null ? null : (
                  <small>
                    {t('facts.failing')} <InstantText at={webhook.failingSince} />
                  </small>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
