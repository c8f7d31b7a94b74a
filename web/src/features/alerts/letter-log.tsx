import { useTranslations } from 'next-intl';
import { InstantText } from '../../time/instant-text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import account from '../account/account.module.css';
import table from '../account/table.module.css';
import type { AlertLetter } from './alerts.graphql.ts';

/** The last letters to a person, the newest first, with what became of each. */
export function LetterLog({ letters }: { readonly letters: readonly AlertLetter[] }) {
  const t = useTranslations('alerts');
  return (
    <section aria-labelledby="letters" className={account.part}>
      <h2 id="letters">{t('letters')}</h2>
      {letters.length === 0 ? (
        <p className={account.lead}>{t('noLetters')}</p>
      ) : (
        <table className={table.table} data-testid="alert-letters">
          <caption className="visually-hidden">{t('letters')}</caption>
          <thead>
            <tr>
              <ColumnHeads names={(['at', 'to', 'matters', 'fate'] as const).map((head) => t(`columns.${head}`))} />
            </tr>
          </thead>
          <tbody>
            {letters.map(({ id, at, address, matters, state, attempts, nextAttemptAt, pushes }) => (
              <tr key={id}>
                <th scope="row" data-head={t('columns.at')}>
                  <InstantText at={at} />
                </th>
                <td data-head={t('columns.to')}>
                  <span>{address}</span>
                </td>
                <td data-head={t('columns.matters')}>
                  <span className="number">{matters}</span>
                </td>
                <td data-head={t('columns.fate')} data-state={state}>
                  <span>
                    {t(`letterStates.${state}`)}
                    {attempts.at(-1)?.error ? (
                      <small>
                        <code lang="en">{attempts.at(-1)?.error}</code>
                      </small>
                    ) : null}
                    {nextAttemptAt === null || attempts.length === 0 ? null : (
                      <small>
                        {t('nextAttempt')} <InstantText at={nextAttemptAt} />
                      </small>
                    )}
                    {pushes.map((push) => (
                      <small key={push.id}>
                        {push.device}: {t(`pushStates.${push.state}`)}
                      </small>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
} // prettier-ignore
