import { useTranslations } from 'next-intl';
import type { OneSource } from './sources.graphql.ts';
import type en from '../../../messages/en.json';
import styles from './sources.module.css';

type IssueCode = keyof typeof en.sources.issueCodes;

/** Findings by kind, each with its newest example and the words of the message. */
export function IssueGroups({ groups }: { readonly groups: OneSource['issueGroups'] }) {
  const t = useTranslations('sources');
  if (groups.length === 0) return null;
  const meaningOf = (code: string, english: string): string => {
    const key = `issueCodes.${code as IssueCode}` as const;
    return t.has(key) ? t(key) : english;
  };
  return (
    <section aria-labelledby="issues" className={styles.part} data-testid="issue-groups">
      <h2 id="issues">{t('issues')}</h2>
      <p className={styles.lead}>{t('issuesLead')}</p>
      <ul className={styles.issues}>
        {groups.map(({ code, count, example: { meaning, at, value, evidence } }) => (
          <li key={code}>
            <p className={styles.head}>
              <code className={styles.code}>{code}</code>
              <span className={styles.quiet}>{t('times', { count })}</span>
            </p>
            <p>{meaningOf(code, meaning)}</p>
            <p className={styles.about}>
              <span>{t('newest')}</span>
              <code>{at}</code>
              {value === null ? null : <span>{value}</span>}
            </p>
            {evidence === null ? null : (
              <section aria-label={t('evidenceOf', { code })}>
                {/* Focusable, so that a long text can be scrolled with the keyboard. */}
                {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
                <pre tabIndex={0}>
                  {evidence.before}
                  <mark>{evidence.span}</mark>
                  {evidence.after}
                </pre>
              </section>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
