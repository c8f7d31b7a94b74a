import { useTranslations } from 'next-intl';
import sources from '../sources/sources.module.css';
import { MessageWords } from './message-words.tsx';
import type { OneMessage } from './messages.graphql.ts';
import { useIssueWords } from './use-issue-words.ts';

/** What is the matter with a message: each finding with its place, its words and what to do. */
export function MessageFindings({ message: { issues, issueCount } }: { readonly message: OneMessage }) {
  const t = useTranslations('messages');
  const words = useIssueWords();
  return (
    <section aria-labelledby="findings" className={sources.part} data-testid="findings">
      <h2 id="findings">{t('findings')}</h2>
      {issues.length === 0 ? <p className={sources.lead}>{t('noFindings')}</p> : null}
      <ul className={sources.issues}>
        {issues.map(({ code, meaning, severity, at, value, evidence }, index) => (
          // Findings have no id; a message says the same of several places, and their order stands.
          <li key={`${index} ${code} ${at}`}>
            <p className={sources.head}>
              <code className={sources.code}>{code}</code>
              <span className={sources.quiet}>
                {t(`severities.${severity as 'ERROR' | 'WARNING' | 'INFO'}`)}
              </span>
            </p>
            <p>{words.meaning(code, meaning)}</p>
            <p className={sources.about}>
              <code>{at}</code>
              {value === null ? null : <span>{value}</span>}
            </p>
            {words.fix(code) === null ? null : <p>{words.fix(code)}</p>}
            <MessageWords what={code} text={evidence} />
          </li>
        ))}
      </ul>
      {issueCount > issues.length ? (
        <p className={sources.quiet}>{t('moreFindings', { count: issueCount - issues.length })}</p>
      ) : null}
    </section>
  );
}
