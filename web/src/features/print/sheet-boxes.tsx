'use client';

import { displayNumber, displaySizeType } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import type { ContainerProgress } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import styles from './print-sheet.module.css';

interface SheetBoxesProps {
  readonly containers: readonly ContainerProgress[];
  readonly room: number;
}

const COLUMNS = ['reference', 'type', 'progress', 'last', 'seals'] as const;

export function SheetBoxes({ containers, room }: SheetBoxesProps) {
  const t = useTranslations();
  const names = useNames();
  if (containers.length === 0) return null;
  const left = containers.length - room;
  return (
    <section className={styles.part}>
      <h2>{t('containers.title', { count: containers.length })}</h2>
      <table className={styles.boxes}>
        <thead>
          <tr>
            <ColumnHeads names={COLUMNS.map((column) => t(`containers.${column}`))} />
          </tr>
        </thead>
        <tbody>
          {containers.slice(0, room).map(({ cycleId, reference, sizeType, phase, last, seals }) => (
            <tr key={cycleId}>
              <th scope="row" className="number">
                {displayNumber('CONTAINER', reference)}
              </th>
              <td>{sizeType ? displaySizeType(sizeType) : null}</td>
              <td>{t(`phases.${phase}`)}</td>
              <td>
                {last ? names.event(last) : null} {last?.place ? names.place(last.place) : null}{' '}
                {last ? <ReportedTimeText time={last.time} /> : null}
              </td>
              <td className="number">{seals.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? <p className={styles.soft}>{t('print.more', { count: left })}</p> : null}
    </section>
  );
}
