import { getTranslations } from 'next-intl/server';
import styles from '../../../../features/account/account.module.css';
import { loadPerson } from '../../../../features/account/load-viewer.ts';
import { AlertsDocument } from '../../../../features/alerts/alerts.graphql.ts';
import { DeviceList } from '../../../../features/alerts/device-list.tsx';
import { LetterLog } from '../../../../features/alerts/letter-log.tsx';
import { NewRuleForm } from '../../../../features/alerts/new-rule-form.tsx';
import { RuleList } from '../../../../features/alerts/rule-list.tsx';
import { visitorOf } from '../../../../features/search/visits.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { askApi } from '../../../../gql/ask-api.ts';

export default async function AlertsPage() {
  const [t, viewer] = await Promise.all([getTranslations('alerts'), loadPerson()]);
  if (viewer === null) return <ApiSilent />;
  const answer = await askApi(AlertsDocument, {});
  if (!answer.ok) return <ApiSilent />;
  const { alertAddress, alertRules, alertLetters, alertDevices, alertPushKey, watchLists } = answer.data;
  const visitor = visitorOf(viewer);
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      <NewRuleForm lists={watchLists} address={alertAddress?.address ?? ''} />
      <RuleList rules={alertRules} lists={watchLists} />
      {visitor?.kind === 'PERSON' ? (
        <DeviceList devices={alertDevices} serverKey={alertPushKey} owner={visitor.key} />
      ) : null}
      <LetterLog letters={alertLetters} />
    </>
  );
}
