'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '../../time/use-age.ts';
import { Panel } from '../../ui/panel.tsx';
import styles from './port-page.module.css';
import type { PortNow } from './ports.graphql.ts';
import { RunCount } from './run-count.tsx';
import type { ListOfRun } from './run-list.ts';
import { callOf } from './things.ts';
import { useMovementWords } from './use-movement-words.ts';
import type { Positions } from './use-positions.ts';

/** More is nothing that anyone reads; the map shows them all. */
const LISTED = 100;

interface NearPanelProps extends Pick<PortNow, 'runs' | 'isPartial'> {
  readonly positions: Positions;
  readonly selected: string;
  readonly select: (id: string) => void;
  readonly list: ListOfRun;
}

/** What moves in the view of the map, in words, and how many shipments go with it: the same things, by name, so that rows stay where they are. */
export function NearPanel({ positions, selected, select, runs, isPartial, list }: NearPanelProps) {
  const t = useTranslations('ports');
  const words = useMovementWords();
  const age = useAge();
  const { objects, hidden, state } = positions;
  const isHere = state === 'LIVE' || state === 'THEN';
  const things = objects.things.toSorted((a, b) => {
    const [one, other] = [a.name ?? `~${a.id}`, b.name ?? `~${b.id}`];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  const rest = Math.max(0, things.length - LISTED) + hidden;
  return (
    <Panel id="near" title={t('near')} aside={<span className={styles.soft}>{t('things', { count: things.length + hidden })}</span>}>
      <output className={styles.none}>
        {isHere ? (things.length === 0 ? t('noneNear') : '') : t(`positions.${state}`)}
      </output>
      <ul className={styles.rows} data-testid="near">
        {things.slice(0, LISTED).map((thing) => {
          const call = callOf(thing, runs);
          return (
            <li key={thing.id}>
              <button type="button" className={styles.link} aria-pressed={thing.id === selected} onClick={() => select(thing.id)}>
                {thing.name ?? thing.id.slice(thing.id.indexOf(':') + 1)}
              </button>
              <span className={styles.soft}>
                {[...words(thing), age(thing.at, 'HAPPENED')].join(' · ')}
                {call ? <> · <RunCount run={call} isPartial={isPartial} list={list} /></> : null}
              </span>
            </li>
          );
        })}
      </ul>
      {positions.isPartial ? <p className={styles.none}>{t('partialThen')}</p> : null}
      {rest > 0 ? <p className={styles.none}>{t('more', { count: rest })}</p> : null}
    </Panel>
  );
} // prettier-ignore
