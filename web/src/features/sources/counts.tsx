import { useFormatter, useTranslations } from 'next-intl';
import type { SourceSummary } from './sources.graphql.ts';
import styles from './sources.module.css';

/** What came in a day; what waits for a person stands out, of whatever age it is. */
export function Counts({ source: { counts, waiting } }: { readonly source: SourceSummary }) {
  const t = useTranslations('sources.counts');
  const { number } = useFormatter();
  const shown = [
    ['messages', counts.messages, false],
    ['events', counts.events, false],
    ['positions', counts.positions, false],
    ['duplicates', counts.duplicates, false],
    ['issues', counts.issues, false],
    ['unmapped', counts.unmapped, counts.unmapped > 0],
    ['notEntitled', waiting.notEntitled, waiting.notEntitled > 0],
    ['dead', waiting.dead, waiting.dead > 0],
  ] as const;
  return (
    <dl className={styles.counts}>
      {shown.map(([name, count, isWaiting]) => (
        <div key={name} data-waiting={isWaiting}>
          <dt>{t(name)}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
