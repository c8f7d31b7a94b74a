'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useExceptionWords } from '../attention/use-exception-words.ts';
import type { Exception } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './print-sheet.module.css';

interface SheetExceptionsProps {
  /** Open ones, the gravest first. */
  readonly exceptions: readonly Exception[];
  readonly room: number;
}

export function SheetExceptions({ exceptions, room }: SheetExceptionsProps) {
  const t = useTranslations();
  const names = useNames();
  const words = useExceptionWords();
  if (exceptions.length === 0) return null;
  const left = exceptions.length - room;
  return (
    <section className={styles.part}>
      <h2>{t('attention.title', { count: exceptions.length })}</h2>
      <ul>
        {exceptions.slice(0, room).map((exception) => {
          const { id, severity, actor, place, containers } = exception;
          const { title, detail } = words(exception);
          const boxes =
            containers.length === 1
              ? displayNumber('CONTAINER', containers[0] ?? '')
              : containers.length > 1
                ? t('lines.boxes', { count: containers.length })
                : null;
          return (
            <li key={id} className={styles.line}>
              <strong>{t(`severities.${severity}`)}</strong> {title}{' '}
              <span className={styles.soft}>
                {[detail, place && names.place(place), boxes, t('attention.mustAct', { actor: t(`actors.${actor}`) })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
      {left > 0 ? <p className={styles.soft}>{t('print.more', { count: left })}</p> : null}
    </section>
  ); // prettier-ignore
}
