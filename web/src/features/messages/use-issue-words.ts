import { useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';

type IssueCode = keyof typeof en.messages.fixes;

/** What a finding means and what to do about it; a code without words has those of the API, and nothing to do. */
export function useIssueWords() {
  const meanings = useTranslations('sources.issueCodes');
  const fixes = useTranslations('messages.fixes');
  return {
    meaning: (code: string, english: string): string =>
      meanings.has(code as IssueCode) ? meanings(code as IssueCode) : english,
    fix: (code: string): string | null => (fixes.has(code as IssueCode) ? fixes(code as IssueCode) : null),
  };
}
