'use client';

import { useTranslations } from 'next-intl';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useNames } from '../journey/use-names.ts';
import type { PortRun } from './ports.graphql.ts';
import styles from './port-page.module.css';
import { RunCount } from './run-count.tsx';
import type { ListOfRun } from './run-list.ts';

interface RunBoardProps {
  readonly direction: PortRun['direction'];
  readonly runs: readonly PortRun[];
  /** There is more cargo than was looked at: what is counted is at least so much. */
  readonly isPartial: boolean;
  readonly terminal: (facility: string | null) => string | null;
  /** What shows the ship on the map; null: it is not in view. */
  readonly show: (run: PortRun) => (() => void) | null;
  readonly list: ListOfRun;
}

const TIMES = [
  ['actual', 'ACTUAL'],
  ['estimated', 'ESTIMATED'],
  ['planned', 'PLANNED'],
] as const;

/** Arrivals or departures in order of time; planned, estimated and actual by shape and word. */
export function RunBoard({ direction, runs, isPartial, terminal, show, list }: RunBoardProps) {
  const t = useTranslations('ports');
  const classifiers = useTranslations('classifiers');
  const { transport, place } = useNames();
  const own = runs.filter((run) => run.direction === direction);
  return (
    <Panel id={direction.toLowerCase()} title={t(direction)}>
      {own.length === 0 ? <p className={styles.none}>{t(`none${direction}`)}</p> : null}
      <ol className={styles.board} data-testid={`board-${direction}`}>
        {own.map((run) => {
          const onMap = show(run);
          return (
            <li key={run.id} data-state={run.state}>
              <div className={styles.times}>
                {TIMES.flatMap(([name, certainty]) => {
                  const time = run[name];
                  return time ? (
                    <span key={name} title={classifiers(certainty)}>
                      <Mark certainty={certainty} />
                      <span className="visually-hidden">{classifiers(certainty)} </span>
                      <ReportedTimeText time={time} />
                    </span>
                  ) : (
                    []
                  );
                })}
              </div>
              <div className={styles.what}>
                <strong>
                  <Icon name={run.mode} size={15} /> {transport(run.transport)}
                </strong>
                <span>
                  {run.other ? t(`other${direction}`, { place: place(run.other) }) : null}
                  {run.place?.facility ? (
                    <span className={styles.soft}> · {terminal(run.place.facility)}</span>
                  ) : null}
                </span>
                <span className={styles.soft}>
                  {t(`states.${run.state}`)} · <RunCount run={run} isPartial={isPartial} list={list} /> ·{' '}
                  {t(isPartial ? 'boxesAtLeast' : 'boxes', { count: run.containers })}
                </span>
                {onMap ? (
                  <button type="button" className={styles.link} onClick={onMap}>
                    {t('showOnMap')}
                  </button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
