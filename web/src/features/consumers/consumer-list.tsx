import { useLocale, useTranslations } from 'next-intl';
import { durationOf } from '../../time/age.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Fact } from '../../ui/fact.tsx';
import type { Organisation } from '../account/account.graphql.ts';
import { nameIn } from '../account/name-in.ts';
import sources from '../sources/sources.module.css';
import type { Consumer } from './consumers.graphql.ts';

interface ConsumerListProps {
  readonly consumers: readonly Consumer[];
  readonly organisations: readonly Organisation[];
}

/** Who follows the feed, as the API orders them: what somebody has to look at first. */
export function ConsumerList({ consumers, organisations }: ConsumerListProps) {
  const t = useTranslations('consumers');
  const locale = useLocale();
  const late = consumers.filter(({ isFallingBehind }) => isFallingBehind).length;
  if (consumers.length === 0) return <p className={sources.lead}>{t('none')}</p>;
  return (
    <>
      <p className={sources.about} data-testid="consumers-state">
        <strong data-alert={late > 0}>{t(late > 0 ? 'behind' : 'allFollow', { count: late })}</strong>
      </p>
      <ul className={sources.sources} data-testid="consumers">
        {consumers.map((consumer) => {
          const of = organisations.find(({ id }) => id === consumer.organisation);
          const owner = of ? nameIn(locale, of) : t('operators');
          return (
            <li key={consumer.id} data-alert={consumer.isFallingBehind} data-consumer={consumer.id}>
              <OneConsumer consumer={consumer} owner={owner} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function OneConsumer({ consumer, owner }: { readonly consumer: Consumer; readonly owner: string }) {
  const t = useTranslations('consumers');
  const { kind, name, target, state, cursor, failingSince, oldestAt, isFallingBehind } = consumer;
  return (
    <>
      <h2>{name === '' ? t(`kinds.${kind}`) : name}</h2>
      <p className={sources.about}>
        <span>{t(`kinds.${kind}`)}</span>
        <span>{owner}</span>
        {target === null ? null : <code>{target}</code>}
        {state === null ? null : <span data-alert={state === 'DISABLED'}>{t(`states.${state}`)}</span>}
        {isFallingBehind ? <strong data-alert="true">{t('late')}</strong> : null}
      </p>
      <dl className={sources.facts}>
        <Fact name={t('unread')}>
          <Unread consumer={consumer} />
        </Fact>
        {oldestAt === null ? null : (
          <Fact name={t('oldest')}>
            <InstantText at={oldestAt} /> <Lag consumer={consumer} />
          </Fact>
        )}
        {failingSince === null ? null : (
          <Fact name={t('failing')}>
            <InstantText at={failingSince} />
          </Fact>
        )}
        {cursor === null ? null : (
          <Fact name={t('cursor')}>
            <span className="number">
              <CopyText text={cursor} />
            </span>
          </Fact>
        )}
      </dl>
    </>
  );
}

/** Entries where they are counted; of who is far behind batches. */
function Unread({ consumer: { batches, entries } }: { readonly consumer: Consumer }) {
  const t = useTranslations('consumers');
  if (batches === null) return <>{t('lost')}</>;
  return <>{entries === null ? t('batches', { count: batches }) : t('entries', { count: entries })}</>;
}

function Lag({ consumer: { lagSeconds } }: { readonly consumer: Consumer }) {
  const t = useTranslations('consumers');
  const time = useTranslations('time');
  if (lagSeconds === null) return null;
  const { unit, count } = durationOf(lagSeconds * 1000);
  return <span>{t('lag', { length: time('length', { unit, count }) })}</span>;
}
