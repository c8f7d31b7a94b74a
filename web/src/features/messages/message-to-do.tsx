import { useTranslations } from 'next-intl';
import sources from '../sources/sources.module.css';
import type { OneMessage } from './messages.graphql.ts';
import { needsSomebody, outcomeOf } from './outcome.ts';
import { ReplayForm } from './replay-form.tsx';
import { ToDo } from './to-do.tsx';

/** Why nothing was taken of a message and what to do; any other can be read again as well. */
export function MessageToDo({ message }: { readonly message: OneMessage }) {
  const t = useTranslations('messages');
  const outcome = outcomeOf(message);
  const isWaiting = needsSomebody(outcome);
  return (
    <section aria-labelledby="to-do" className={sources.part}>
      <h2 id="to-do">{t(isWaiting ? 'waiting' : 'replay')}</h2>
      <p className={sources.lead}>{t('replayLead')}</p>
      {isWaiting ? (
        <ToDo id={message.id} outcome={outcome} issues={message.issues} />
      ) : (
        <ReplayForm id={message.id} />
      )}
    </section>
  );
}
