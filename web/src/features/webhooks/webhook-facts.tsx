import { useTranslations } from 'next-intl';
import { InstantText } from '../../time/instant-text.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from '../account/account.module.css';
import { FilterWords } from './filter-words.tsx';
import type { ListName, Webhook } from './webhooks.graphql.ts';

const SHOWN = 24;

interface WebhookFactsProps {
  readonly webhook: Webhook;
  readonly lists: readonly ListName[];
}

/** What a webhook is, and whether it works. */
export function WebhookFacts({ webhook, lists }: WebhookFactsProps) {
  const t = useTranslations('webhooks');
  const { cursor } = webhook;
  return (
    <Panel id="webhook" title={webhook.description === '' ? webhook.url : webhook.description}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('url')}</dt>
          <dd>
            <code>{webhook.url}</code>
          </dd>
        </div>
        <div>
          <dt>{t('facts.state')}</dt>
          <dd data-testid="webhook-state" data-state={webhook.state}>
            <strong>{t(`states.${webhook.state}`)}</strong>
            {webhook.notice === null ? null : <WhyDisabled webhook={webhook} />}
          </dd>
        </div>
        {webhook.failingSince === null ? null : (
          <div>
            <dt>{t('facts.failing')}</dt>
            <dd>
              <InstantText at={webhook.failingSince} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('facts.filter')}</dt>
          <dd>
            <FilterWords filter={webhook.filter} lists={lists} />
          </dd>
        </div>
        <div>
          <dt>{t('facts.entriesMax')}</dt>
          <dd>{webhook.entriesMax}</dd>
        </div>
        <div>
          <dt>{t('facts.secrets')}</dt>
          <dd>{webhook.secretCount}</dd>
        </div>
        <div>
          <dt>{t('facts.created')}</dt>
          <dd>
            <InstantText at={webhook.createdAt} />
          </dd>
        </div>
        <div>
          <dt>{t('facts.cursor')}</dt>
          <dd className="number">
            <CopyText text={cursor} shown={cursor.length > SHOWN ? `${cursor.slice(0, SHOWN)}…` : cursor} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

/** The stored reason, and what to do; of one that was disabled before reasons were kept, its notice in English. */
function WhyDisabled({
  webhook: { notice, disabledBecause, disabledError },
}: Pick<WebhookFactsProps, 'webhook'>) {
  const t = useTranslations('webhooks');
  return (
    <>
      {disabledBecause === null ? (
        <p lang="en">{notice}</p>
      ) : (
        <p>{t(`disabled.${disabledBecause}`, { error: disabledError ?? '' })}</p>
      )}
      <p>{t('disabledText')}</p>
    </>
  );
}
