'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import table from '../account/table.module.css';
import { useNames } from '../journey/use-names.ts';
import { messageAddress } from '../messages/messages-address.ts';
import { useSourceName } from '../sources/source-summary.tsx';
import type { ParkedClaim } from './parked.graphql.ts';

const HEADS = ['box', 'what', 'reason', 'numbers', 'told'] as const;

/** What fits no trip of its box: what is told, why it counts on none, which papers it names, and who says so. */
export function ParkedClaims({ claims }: { readonly claims: readonly ParkedClaim[] }) {
  const t = useTranslations('parkedClaims');
  return (
    <table className={table.table} data-testid="parked-claims">
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <ColumnHeads names={HEADS.map((head) => t(`columns.${head}`))} />
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <Row key={claim.id} claim={claim} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ claim }: { readonly claim: ParkedClaim }) {
  const t = useTranslations('parkedClaims');
  const reasons = useTranslations('parked.reasons');
  const names = useNames();
  const nameOf = useSourceName();
  const { box, reason, code, classifier, time, place, numbers, voices } = claim;
  const tense = classifier === 'ACTUAL' ? 'past' : 'other';
  return (
    <tr data-reason={reason}>
      <th scope="row" data-head={t('columns.box')}>
        <Link href={{ pathname: '/messages', query: { q: box.value } }} prefetch={false} className="number">
          {displayNumber(box.scheme, box.value)}
        </Link>
      </th>
      <td data-head={t('columns.what')}>
        <span>
          {names.step(code, { tense, mode: null, load: null })}
          <small>
            <ReportedTimeText time={time} /> {place === null ? null : names.place(place)}
          </small>
        </span>
      </td>
      <td data-head={t('columns.reason')}>
        <span>{reasons(reason)}</span>
      </td>
      <td data-head={t('columns.numbers')}>
        <span>
          {numbers.length === 0 ? t('noNumbers') : null}
          {numbers.map(({ scheme, value }) => (
            <span key={`${scheme} ${value}`} className="number">
              {displayNumber(scheme, value)}{' '}
            </span>
          ))}
        </span>
      </td>
      <td data-head={t('columns.told')}>
        <span>
          {voices.map(({ source, evidence: { rawId, receivedAt } }) => (
            <span key={rawId}>
              <Link href={messageAddress(rawId)} prefetch={false}>
                {nameOf(source)}
              </Link>
              <small>
                <InstantText at={receivedAt} />
              </small>
            </span>
          ))}
        </span>
      </td>
    </tr>
  );
}
