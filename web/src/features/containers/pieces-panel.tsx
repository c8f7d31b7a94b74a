'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '../../ui/panel.tsx';
import type { Journey } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './containers-panel.module.css';

interface PiecesPanelProps {
  readonly pieces: NonNullable<Journey['pieces']>;
  readonly legs: Journey['legs'];
}

/** Where the pieces of an air or part load are: they may travel apart. */
export function PiecesPanel({ pieces, legs }: PiecesPanelProps) {
  const t = useTranslations('pieces');
  const names = useNames();
  const { total, atPlace } = pieces;
  const mode = legs[0]?.mode ?? null;
  return (
    <Panel
      id="pieces"
      title={t('title')}
      aside={total === null ? null : <span>{t('total', { count: total })}</span>}
    >
      <ul className={styles.pieces} data-testid="pieces">
        {atPlace.map(({ place, code, pieces: count }) => (
          <li key={`${place.id}:${code}`} className={styles.piece}>
            <span>
              {t('at', {
                count,
                event: names.step(code, { tense: 'past', mode, load: null }),
                place: names.place(place),
              })}
            </span>
            {total === null ? null : (
              <progress
                className={styles.track}
                value={count}
                max={Math.max(count, total)}
                aria-label={t('progress', { count, total })}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
