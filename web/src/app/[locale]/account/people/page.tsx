import { getTranslations } from 'next-intl/server';
import styles from '../../../../features/account/account.module.css';
import { loadPerson } from '../../../../features/account/load-viewer.ts';
import { NewPersonForm } from '../../../../features/people/new-person-form.tsx';
import { PeopleDocument } from '../../../../features/people/people.graphql.ts';
import { PeopleList } from '../../../../features/people/people-list.tsx';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { askApi } from '../../../../gql/ask-api.ts';
import { ownFirst } from '../../../../features/account/own-first.ts';

export default async function PeoplePage() {
  const [t, viewer] = await Promise.all([getTranslations('people'), loadPerson()]);
  if (viewer === null) return <ApiSilent />;
  const answer = await askApi(PeopleDocument, {});
  if (!answer.ok) return <ApiSilent />;
  const organisations = ownFirst(answer.data.organisations, viewer.organisation);
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      {organisations.length > 0 ? <NewPersonForm organisations={organisations} /> : null}
      <PeopleList people={answer.data.users} organisations={organisations} />
    </>
  );
}
