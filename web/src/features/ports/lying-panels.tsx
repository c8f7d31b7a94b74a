'use client';

import { useTranslations } from 'next-intl';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useAge } from '../../time/use-age.ts';
import { Panel } from '../../ui/panel.tsx';
import { useNames } from '../journey/use-names.ts';
import { alongTheQuays } from './along-the-quays.ts';
import styles from './port-page.module.css';
import type { PortNow } from './ports.graphql.ts';
import { RunCount } from './run-count.tsx';
import type { ListOfRun } from './run-list.ts';
import type { AtAnchor } from './things.ts';

interface AnchoragePanelProps {
  readonly queue: readonly AtAnchor[];
  readonly select: (id: string) => void;
  readonly isPartial: boolean;
  readonly list: ListOfRun;
}

/** Who waits at anchor. */
export function AnchoragePanel({ queue, select, isPartial, list }: AnchoragePanelProps) {
  const t = useTranslations('ports');
  const { place, transport } = useNames();
  const age = useAge();
  return (
    <Panel id="anchorage" title={t('anchorage')}>
      {queue.length === 0 ? <p className={styles.none}>{t('noneAnchored')}</p> : null}
      <ol className={styles.rows} data-testid="anchorage">
        {queue.map(({ id, ship, run, ground }) => (
          <li key={id}>
            {ship ? (
              <button type="button" className={styles.link} onClick={() => select(ship.id)}>
                {ship.name ?? ship.id}
              </button>
            ) : (
              <span>{run ? transport(run.transport) : id}</span>
            )}
            <span className={styles.soft}>
              {ground ? `${place(ground)} · ` : null}
              {run?.anchored ? (
                <>{t('since')} <ReportedTimeText time={run.anchored} /></>
              ) : ship ? (
                t('byPosition', { age: age(ship.at, 'HAPPENED') })
              ) : null}
              {run ? <> · <RunCount run={run} isPartial={isPartial} list={list} /></> : null}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
} // prettier-ignore

type TerminalName = (facility: string | null) => string | null;

interface BerthPanelProps extends Pick<PortNow, 'runs' | 'isPartial'> {
  readonly terminal: TerminalName;
  readonly list: ListOfRun;
}

/** What lies at the berths, as far as somebody tells or positions show: by terminal and berth, those without a known berth last. */
export function BerthPanel({ runs, isPartial, terminal, list }: BerthPanelProps) {
  const t = useTranslations('ports');
  const { transport } = useNames();
  const lying = alongTheQuays(runs);
  return (
    <Panel id="berths" title={t('berths')}>
      {lying.length === 0 ? <p className={styles.none}>{t('noneBerthed')}</p> : null}
      <ul className={styles.rows} data-testid="berths">
        {lying.map((run) => (
          <li key={run.id}>
            <span>{transport(run.transport)}</span>
            <span className={styles.soft}>
              {run.place?.facility ? `${terminal(run.place.facility)} · ` : null}
              {run.place?.berth ? <><strong>{t('berth', { berth: run.place.berth })}</strong> · </> : null}
              {run.berthed ? <>{t('since')} <ReportedTimeText time={run.berthed} /> · </> : null}
              <RunCount run={run} isPartial={isPartial} list={list} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
} // prettier-ignore

/** How many boxes that whoever looks may see stand in the yards; no table says how many there is room for, so that it is no share. */
export function YardPanel({ standing, isPartial, terminal }: Pick<PortNow, 'standing' | 'isPartial'> & { readonly terminal: TerminalName }) {
  const t = useTranslations('ports');
  const most = Math.max(1, ...standing.map(({ count }) => count));
  return (
    <Panel id="yards" title={t('yards')}>
      <p className={styles.none}>{t(standing.length === 0 ? 'noneStanding' : 'yardsBasis')}</p>
      <ul className={styles.rows} data-testid="yards">
        {standing.map(({ place, count }) => (
          <li key={place?.facility ?? ''} className={styles.yard}>
            <span>{terminal(place?.facility ?? null) ?? t('noTerminal')}</span>
            <strong>{t(isPartial ? 'boxesAtLeast' : 'boxes', { count })}</strong>
            <span className={styles.bar} style={{ inlineSize: `${(count / most) * 100}%` }} aria-hidden="true" />
          </li>
        ))}
      </ul>
    </Panel>
  );
} // prettier-ignore
