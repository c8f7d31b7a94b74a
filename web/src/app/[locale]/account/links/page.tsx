import { getTranslations } from 'next-intl/server';
import styles from '../../../../features/account/account.module.css';
import { LinkList } from '../../../../features/share-links/link-list.tsx';
import { ShareLinksDocument } from '../../../../features/share-links/share-links.graphql.ts';
import { loadPerson } from '../../../../features/account/load-viewer.ts';
import { wallNow } from '../../../../features/account/wall-now.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { askApi } from '../../../../gql/ask-api.ts';

export default async function LinksPage() {
  const t = await getTranslations('links');
  if ((await loadPerson()) === null) return <ApiSilent />;
  const answer = await askApi(ShareLinksDocument, {});
  if (!answer.ok) return <ApiSilent />;
  return (
    <>
      <p className={styles.lead}>
        {t('lead')} {t('how')}
      </p>
      <LinkList links={answer.data.shareLinks} now={wallNow()} />
    </>
  );
}
