import { getTranslations } from 'next-intl/server';
import styles from '../../../../features/account/account.module.css';
import { loadPerson } from '../../../../features/account/load-viewer.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { NewWebhookForm } from '../../../../features/webhooks/new-webhook-form.tsx';
import { WebhookList } from '../../../../features/webhooks/webhook-list.tsx';
import { WebhooksDocument } from '../../../../features/webhooks/webhooks.graphql.ts';
import { askApi } from '../../../../gql/ask-api.ts';

export default async function WebhooksPage() {
  const [t, account, viewer] = await Promise.all([
    getTranslations('webhooks'),
    getTranslations('account'),
    loadPerson(),
  ]);
  if (viewer === null) return <ApiSilent />;
  const answer = await askApi(WebhooksDocument, {});
  if (!answer.ok) return <ApiSilent />;
  const { webhooks, watchLists } = answer.data;
  // What a person follows by himself is nothing to a webhook, which is the organisation’s.
  const shared = watchLists.filter(({ name }) => name !== null);
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      {viewer.isAdmin ? (
        <NewWebhookForm lists={shared} />
      ) : (
        <p className={styles.hint}>{account('forAdmins')}</p>
      )}
      <WebhookList webhooks={webhooks} lists={shared} />
    </>
  );
}
