import { useTranslations } from 'next-intl';
import type { MessageRow } from './messages.graphql.ts';
import styles from './messages.module.css';
import type { Outcome } from './outcome.ts';
import { ReplayForm } from './replay-form.tsx';
import { useIssueWords } from './use-issue-words.ts';

interface ToDoProps {
  readonly id: string;
  readonly outcome: Outcome;
  readonly issues: readonly Pick<MessageRow['issues'][number], 'code' | 'meaning' | 'at' | 'value'>[];
}

/** Why nothing was taken of a message, what to do about it, and the way to have it read again. */
export function ToDo({ id, outcome, issues }: ToDoProps) {
  const t = useTranslations('messages');
  const words = useIssueWords();
  const [issue] = issues;
  const fix = issue ? words.fix(issue.code) : null;
  const isDead = outcome === 'DEAD';
  return (
    <div className={styles.todo} data-testid="to-do">
      {isDead ? <p>{t('dead')}</p> : issue ? <p>{words.meaning(issue.code, issue.meaning)}</p> : null}
      {issue ? (
        <p className={styles.where}>
          {isDead ? <span>{t('lastFailure')}</span> : <code>{issue.at}</code>}
          {issue.value === null ? null : <code>{issue.value}</code>}
        </p>
      ) : null}
      {fix === null ? null : (
        <p>
          <strong>{t('todo')}</strong> {fix}
        </p>
      )}
      <ReplayForm id={id} />
    </div>
  );
}
