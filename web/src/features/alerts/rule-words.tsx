'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useListedWords } from '../shipments/use-listed-words.ts';
import { clockText } from './alert-choices.ts';
import type { AlertList, AlertRule } from './alerts.graphql.ts';
import { useEventWords } from './use-event-words.ts';
import styles from './alerts.module.css';

interface RuleWordsProps {
  readonly rule: AlertRule;
  readonly lists: readonly AlertList[];
}

/** Of which cargo a rule tells, what, and when. */
export function RuleWords({ rule, lists }: RuleWordsProps) {
  const t = useTranslations();
  const words = useListedWords();
  const event = useEventWords();
  const comma = t('release.comma');
  const list = lists.find(({ id }) => id === rule.watchList);
  const numbers = [...new Set(rule.numbers?.map(({ scheme, value }) => displayNumber(scheme, value)))];
  const cargo = [
    ...(rule.watchList === null ? [] : [list ? (list.name ?? t('watch.own')) : t('alerts.listGone')]),
    ...numbers,
  ];
  const least = rule.severity === null ? '' : t('alerts.atLeast', { severity: t(`severities.${rule.severity}`) });
  const told = [
    ...rule.codes.map(event),
    ...rule.exceptions.map((kind) => `${words.exception(kind)}${least}`),
    ...(rule.etaHours === null ? [] : [t('alerts.etaWords', { hours: rule.etaHours })]),
  ];
  const isQuiet = rule.quietFrom !== null && rule.quietUntil !== null;
  return (
    <span className={styles.words}>
      {rule.doubt === null ? null : <strong className={styles.doubt}>{t(`alerts.doubts.${rule.doubt}`)}</strong>}
      <span>{cargo.length > 0 ? cargo.join(comma) : t('alerts.everything')}</span>
      <span>{told.join(comma)}</span>
      <span>
        {rule.digestAt === null ? t('alerts.asItComes') : t('alerts.daily', { time: clockText(rule.digestAt) })}
        {isQuiet ? `${comma}${t('alerts.quiet', { from: clockText(rule.quietFrom ?? 0), until: clockText(rule.quietUntil ?? 0) })}` : null} (
        {rule.zone})
      </span>
    </span>
  );
} // prettier-ignore
