import { getTranslations } from 'next-intl/server';
import { OrganisationsDocument } from '../../../features/account/account.graphql.ts';
import styles from '../../../features/account/account.module.css';
import { loadPerson } from '../../../features/account/load-viewer.ts';
import { ViewerSummary } from '../../../features/account/viewer-summary.tsx';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import { askApi } from '../../../gql/ask-api.ts';

export default async function AccountPage() {
  const [t, viewer] = await Promise.all([getTranslations('account'), loadPerson()]);
  if (viewer === null) return <ApiSilent />;
  const answer = await askApi(OrganisationsDocument, {});
  if (!answer.ok) return <ApiSilent />;
  const organisation = answer.data.organisations.find(({ id }) => id === viewer.organisation) ?? null;
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      <ViewerSummary viewer={viewer} organisation={organisation} />
    </>
  );
}
