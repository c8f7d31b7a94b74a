import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import styles from '../account/account.module.css';
import { DELIVERY_STATES } from './choices.ts';
import { ResendForm } from './resend-form.tsx';
import own from './webhooks.module.css';
import type { Delivery, DeliveryPage, DeliveryState } from './webhooks.graphql.ts';

interface DeliveryLogProps {
  readonly webhook: string;
  readonly show: DeliveryState | null;
  readonly page: DeliveryPage;
  readonly isAdmin: boolean;
}

/** The calls of a webhook, the newest first, with what the receiver answered each time. */
export function DeliveryLog({ webhook, show, page: { edges, pageInfo }, isAdmin }: DeliveryLogProps) {
  const t = useTranslations('webhooks');
  const address = (query: Record<string, string>) => ({ pathname: `/account/webhooks/${webhook}`, query });
  const older = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  const shown: Record<string, string> = show === null ? {} : { state: show };
  return (
    <section aria-labelledby="log" className={styles.part} data-testid="log">
      <h2 id="log">{t('log')}</h2>
      <nav aria-label={t('show')} className={own.filters}>
        {([null, ...DELIVERY_STATES] as const).map((state) => (
          <Link
            key={state ?? 'ALL'}
            href={address(state === null ? {} : { state })}
            aria-current={state === show ? 'true' : undefined}
            scroll={false}
            prefetch={false}
          >
            {t(`deliveryStates.${state ?? 'ALL'}`)}
          </Link>
        ))}
      </nav>
      {edges.length === 0 ? (
        <p className={styles.lead}>{t('noDeliveries')}</p>
      ) : (
        <ol className={own.log}>
          {edges.map(({ node }) => (
            <Call key={node.id} delivery={node} isAdmin={isAdmin} />
          ))}
        </ol>
      )}
      {older ? (
        <p>
          <Link href={address({ ...shown, after: older })} prefetch={false}>
            {t('older')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Call({ delivery, isAdmin }: { readonly delivery: Delivery; readonly isAdmin: boolean }) {
  const t = useTranslations('webhooks');
  const { id, state, at, entries, attempts, nextAttemptAt, body, after } = delivery;
  const answer = attempts.at(-1);
  return (
    <li data-state={state}>
      <p className={own.call}>
        <strong>{t(`stateOne.${state}`)}</strong>
        <InstantText at={at} />
        <span>
          {t('columns.entries')}: {entries}
        </span>
        <span>
          {t('columns.attempts')}: {attempts.length}
        </span>
        {answer ? (
          <span>
            {t('columns.answer')}: <Answer attempt={answer} />
          </span>
        ) : null}
        {nextAttemptAt === null ? null : (
          <span>
            {t('nextAttempt')} <InstantText at={nextAttemptAt} />
          </span>
        )}
      </p>
      <details>
        <summary aria-label={t('detailsOf', { id })}>{t('details')}</summary>
        <dl className={own.details}>
          <dt>
            <code>webhook-id</code>
          </dt>
          <dd className="number">
            <CopyText text={id} />
          </dd>
          <dt>{t('columns.attempts')}</dt>
          <dd>
            <ol>
              {attempts.map((attempt) => (
                <li key={attempt.at}>
                  <InstantText at={attempt.at} /> · <Answer attempt={attempt} />
                </li>
              ))}
            </ol>
          </dd>
          <dt>{t('cursorBefore')}</dt>
          <dd className="number">
            <CopyText text={after} />
          </dd>
          {body === null ? null : (
            <>
              <dt>{t('body')}</dt>
              <dd>
                {/* Focusable, so that a long text can be scrolled with the keyboard. */}
                {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
                <pre tabIndex={0}>{body}</pre>
              </dd>
            </>
          )}
        </dl>
      </details>
      {state === 'DEAD' && isAdmin ? <ResendForm id={id} /> : null}
    </li>
  );
}

function Answer({ attempt }: { readonly attempt: Delivery['attempts'][number] }) {
  const t = useTranslations('webhooks');
  const { status, milliseconds, error } = attempt;
  return (
    <>
      {status === null ? t('noAnswer', { milliseconds }) : t('answer', { status: String(status), milliseconds })}
      {error === null ? null : (
        <>
          {' '}
          <code lang="en">{error}</code>
        </>
      )}
    </>
  );
} // prettier-ignore
