'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import account from '../account/account.module.css';
import table from '../account/table.module.css';
import { useNames } from '../journey/use-names.ts';
import { addNumbers, type AddState, type NotAdded } from './add-numbers.ts';
import styles from './watch.module.css';

interface AddedRowsProps {
  readonly list: string;
  readonly added: Extract<AddState, { outcome: 'ADDED' }>;
}

const HEADS = ['row', 'said', 'why', 'instead'] as const;
/** More are counted: a column that is wrong as a whole is wrong for one reason. */
const SHOWN = 200;

/** What became of what was added: how many are followed, and which are not, why, and what to do. */
export function AddedRows({ list, added: { added, there, notAdded } }: AddedRowsProps) {
  const t = useTranslations('watch');
  return (
    <section className={styles.added} data-testid="added" aria-label={t('addedTitle')}>
      <output>
        {[
          t('added', { count: added }),
          there > 0 ? t('there', { count: there }) : null,
          notAdded.length > 0 ? t('notAdded', { count: notAdded.length }) : null,
        ]
          .filter((words) => words !== null)
          .join(' ')}
      </output>
      {notAdded.length > 0 ? (
        <table className={table.table}>
          <caption className="visually-hidden">{t('notAdded', { count: notAdded.length })}</caption>
          <thead>
            <tr>
              <ColumnHeads names={HEADS.map((head) => t(`columns.${head}`))} />
            </tr>
          </thead>
          <tbody>
            {notAdded.slice(0, SHOWN).map((row) => (
              <Row key={`${row.row} ${row.said}`} list={list} row={row} />
            ))}
          </tbody>
        </table>
      ) : null}
      {notAdded.length > SHOWN ? <p className={account.hint}>{t('more', { count: notAdded.length - SHOWN })}</p> : null}
    </section>
  );
} // prettier-ignore

function Row({ list, row: { row, said, why, number, repairs } }: { readonly list: string; readonly row: NotAdded }) {
  const t = useTranslations('watch');
  const names = useNames();
  return (
    <tr>
      <td data-head={t('columns.row')}>
        <span>{row}</span>
      </td>
      <th scope="row" data-head={t('columns.said')}>
        <span className="number">{said}</span>
      </th>
      <td data-head={t('columns.why')}>
        <span>
          {number ? `${names.scheme(number.scheme)}: ` : ''}
          {t(`why.${why}`)}
        </span>
        <small>{t(`what.${why}`)}</small>
      </td>
      <td data-last="true">
        {repairs.map(({ scheme, value }) => (
          <Repair key={value} list={list} row={row} value={value} shown={displayNumber(scheme, value)} />
        ))}
      </td>
    </tr>
  );
} // prettier-ignore

interface RepairProps {
  readonly list: string;
  readonly row: number;
  readonly value: string;
  readonly shown: string;
}

/** What was perhaps meant, followed in its place. */
function Repair({ list, row, value, shown }: RepairProps) {
  const t = useTranslations('watch');
  const [state, act, isPending] = useActionState<AddState, FormData>(addNumbers, null);
  if (state?.outcome === 'ADDED') return <output>{t('repaired', { number: shown })}</output>;
  return (
    <form action={act}>
      <input type="hidden" name="id" value={list} />
      <input type="hidden" name="numbers" value={JSON.stringify([{ row, said: value }])} />
      <button type="submit" className={account.quietButton} disabled={isPending}>
        {t('repair', { number: shown })}
      </button>
    </form>
  );
}
