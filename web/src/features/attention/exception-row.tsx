'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useAge } from '../../time/use-age.ts';
import { useLength } from '../../time/use-length.ts';
import { Icon } from '../../ui/icon.tsx';
import { ClaimLinks, type MilestoneOfClaim } from '../journey/claim-links.tsx';
import type { Exception } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './attention.module.css';
import { useExceptionWords } from './use-exception-words.ts';

interface ExceptionRowProps {
  readonly exception: Exception;
  readonly milestones: MilestoneOfClaim;
}

/** One exception: how grave, what, where, since when, who must act, and the lines that show it. */
export function ExceptionRow({ exception, milestones }: ExceptionRowProps) {
  const t = useTranslations();
  const names = useNames();
  const age = useAge();
  const length = useLength();
  const words = useExceptionWords()(exception);
  const { severity, openedAt, closedAt, actor, containers, place, document, evidence } = exception;
  const state = closedAt === null ? severity : 'CLOSED';
  const boxes =
    containers.length > 3
      ? t('lines.boxes', { count: containers.length })
      : containers.map((box) => displayNumber('CONTAINER', box)).join(' · ');
  return (
    <li className={styles.exception} data-testid="exception" data-state={state}>
      <span className={styles.severity} data-state={state}>
        <Icon name={closedAt === null ? 'stop' : 'check'} size={14} />
        {closedAt === null ? t(`severities.${severity}`) : t('attention.closed')}
      </span>
      <div className={styles.body}>
        <p className={styles.title}>{words.title}</p>
        {words.detail ? <p className={styles.detail}>{words.detail}</p> : null}
        <p className={styles.detail}>
          {[place ? names.place(place) : null, boxes, document ? displayNumber(document.scheme, document.value) : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <ClaimLinks evidence={evidence} milestones={milestones} />
      </div>
      <p className={styles.act}>
        {closedAt === null ? (
          <>
            <span className={styles.actor}>{t('attention.mustAct', { actor: t(`actors.${actor}`) })}</span>
            <time dateTime={openedAt}>{t('attention.opened', { length: length(openedAt) })}</time>
          </>
        ) : (
          <time dateTime={closedAt}>{t('attention.closedAt', { age: age(closedAt, 'HAPPENED') })}</time>
        )}
      </p>
    </li>
  ); // prettier-ignore
}
