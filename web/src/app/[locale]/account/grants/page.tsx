import { getTranslations } from 'next-intl/server';
import styles from '../../../../features/account/account.module.css';
import { loadPerson } from '../../../../features/account/load-viewer.ts';
import { GrantList } from '../../../../features/grants/grant-list.tsx';
import { GrantsDocument } from '../../../../features/grants/grants.graphql.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { askApi } from '../../../../gql/ask-api.ts';

export default async function GrantsPage() {
  const [t, viewer] = await Promise.all([getTranslations('grants'), loadPerson()]);
  if (viewer === null) return <ApiSilent />;
  const answer = await askApi(GrantsDocument, {});
  if (!answer.ok) return <ApiSilent />;
  const { grants } = answer.data;
  const { seesAll, organisation } = viewer;
  const [given, received] = [
    grants.filter(({ by }) => by === organisation),
    grants.filter((grant) => grant.organisation === organisation),
  ];
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      {seesAll ? (
        <GrantList id="grants" title={t('all')} grants={grants} isOwn />
      ) : (
        <>
          <GrantList id="given" title={t('given')} grants={given} isOwn />
          <GrantList id="received" title={t('received')} grants={received} isOwn={false} />
        </>
      )}
    </>
  );
}
