import { getTranslations } from 'next-intl/server';
import styles from '../../../../features/account/account.module.css';
import { loadPerson } from '../../../../features/account/load-viewer.ts';
import { ownFirst } from '../../../../features/account/own-first.ts';
import { wallNow } from '../../../../features/account/wall-now.ts';
import { ApiKeysDocument } from '../../../../features/api-keys/api-keys.graphql.ts';
import { KeyList } from '../../../../features/api-keys/key-list.tsx';
import { NewKeyForm } from '../../../../features/api-keys/new-key-form.tsx';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { askApi } from '../../../../gql/ask-api.ts';

export default async function KeysPage() {
  const [t, viewer] = await Promise.all([getTranslations('keys'), loadPerson()]);
  if (viewer === null) return <ApiSilent />;
  const answer = await askApi(ApiKeysDocument, {});
  if (!answer.ok) return <ApiSilent />;
  const { apiKeys } = answer.data;
  const organisations = ownFirst(answer.data.organisations, viewer.organisation);
  const now = wallNow();
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      <NewKeyForm now={now} organisations={organisations} />
      <KeyList keys={apiKeys} organisations={organisations} now={now} />
      <p className={styles.hint}>
        {t('use')} <code>Authorization: Bearer tl_…</code>
      </p>
    </>
  );
}
