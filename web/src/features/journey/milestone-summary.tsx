'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { boxesOf, type MilestoneGroup, voicesOf } from './group-milestones.ts';
import styles from './milestone-entry.module.css';
import { useNames } from './use-names.ts';

interface MilestoneSummaryProps {
  readonly group: MilestoneGroup;
  readonly fresh: boolean;
  readonly open: boolean;
  readonly dated: boolean;
}

/** What happened, where, on what, when, and who says so. */
export function MilestoneSummary({ group, fresh, open, dated }: MilestoneSummaryProps) {
  const t = useTranslations();
  const names = useNames();
  const { head, items } = group;
  const boxes = boxesOf(group);
  const sources = voicesOf(group);
  const isGuess = sources.length === 0;
  return (
    <>
      <span className={styles.mark}>
        <Mark certainty={head.classifier} derived={head.derived} guess={isGuess} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <span className={styles.name}>{names.event(head)}</span>
          {head.classifier === 'ACTUAL' ? (
            <span className="visually-hidden">, {t('classifiers.ACTUAL')}</span>
          ) : (
            <span className={styles.chip}>{t(`classifiers.${head.classifier}`)}</span>
          )}
          {boxes.length > 1 ? (
            <span className={styles.chip}>{t('lines.boxes', { count: boxes.length })}</span>
          ) : null}
          {isGuess ? <span className={styles.chip}>{t('lines.guess')}</span> : null}
          {head.derived && !isGuess ? (
            <span className={styles.chip} title={t('lines.derivedHint')} data-testid="derived">
              {t('lines.derived')}
            </span>
          ) : null}
          {fresh ? <span className={styles.freshChip}>{t('live.fresh')}</span> : null}
          {items.some((one) => one.disagreement) ? (
            <span className={styles.disagreement}>{t('lines.disagreement')}</span>
          ) : null}
        </span>
        <Where group={group} onlyBox={boxes.length === 1 ? (boxes[0] ?? null) : null} />
        <span className={styles.sources}>
          {sources.map((source) => names.source(source)).join(' · ')}
          {head.inherited ? (
            <span className={styles.inherited} title={t('lines.inheritedHint')}>
              {sources.length > 0 ? ', ' : ''}
              {t('lines.inherited', { mode: head.transport?.mode ?? 'other' })}
            </span>
          ) : null}
        </span>
      </span>
      <span className={styles.time}>
        <ReportedTimeText time={head.time} minuteOnly={!dated} />
      </span>
      <Icon name="chevron" size={16} className={styles.chevron} data-open={open} />
    </>
  );
}

interface WhereProps {
  readonly group: MilestoneGroup;
  readonly onlyBox: string | null;
}

function Where({ group: { head }, onlyBox }: WhereProps) {
  const t = useTranslations('lines');
  const names = useNames();
  const { place, transport, document, pieces, ofPieces, reason } = head;
  const parts = [
    place ? names.place(place) : null,
    place?.facility,
    place?.berth ? t('berth', { berth: place.berth }) : null,
    transport ? names.transport(transport) : null,
    pieces === null
      ? null
      : ofPieces === null
        ? t('pieces', { pieces })
        : t('piecesOf', { pieces, total: ofPieces }),
    reason ? t('reason', { reason }) : null,
  ].filter((part): part is string => Boolean(part));
  const number = onlyBox
    ? displayNumber('CONTAINER', onlyBox)
    : document
      ? displayNumber(document.scheme, document.value)
      : null;
  return (
    <span className={styles.where}>
      {parts.join(' · ')}
      {number && parts.length > 0 ? ' · ' : ''}
      {number ? <span className={`number ${styles.reference}`}>{number}</span> : null}
    </span>
  );
}
