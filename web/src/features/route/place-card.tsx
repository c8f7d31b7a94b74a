'use client';

import { useTranslations } from 'next-intl';
import { MapCard } from '../../map/map-card.tsx';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Mark } from '../../ui/mark.tsx';
import { type MilestoneGroup, voicesOf } from '../journey/group-milestones.ts';
import type { Journey, Place } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { aroundNow } from './around-now.ts';
import { atPlace } from './at-place.ts';
import styles from './map-panel.module.css';

/** A card has three lines: what the place is, and two of what happens there, now if it can be; the axis has all. */
const SHOWN = 2;

interface PlaceCardProps {
  readonly place: Place;
  readonly journey: Journey;
  readonly selectLeg: (id: string) => void;
  readonly close: () => void;
}

/** What happened last at a place and what is to, who says so, and what comes and goes there. */
export function PlaceCard({ place, journey, selectLeg, close }: PlaceCardProps) {
  const t = useTranslations('map');
  const modes = useTranslations('modes');
  const names = useNames();
  const { groups, legs } = atPlace(journey, place);
  const told = aroundNow(groups, SHOWN);
  const rest = groups.length - told.length;
  const about = [place.unLocode, rest > 0 ? t('placeMore', { count: rest }) : null].filter(
    (one) => one !== null,
  );
  return (
    <MapCard title={names.place(place)} close={close} testId="place-card">
      {about.length > 0 ? <span className={styles.soft}>{about.join(' · ')}</span> : null}
      {groups.length === 0 ? <span className={styles.soft}>{t('placeNothing')}</span> : null}
      <ul className={styles.told}>
        {told.map((group) => (
          <Told key={group.key} group={group} />
        ))}
      </ul>
      {legs.length > 0 ? (
        <ul className={styles.told} aria-label={t('placeLegs')}>
          {legs.map(({ id, mode, transport, from, to }) => (
            <li key={id}>
              <button type="button" className={styles.link} onClick={() => selectLeg(id)}>
                {transport ? names.transport(transport) : modes(mode)}
              </button>{' '}
              <span className={styles.soft}>
                {from ? names.place(from) : '?'} → {to ? names.place(to) : '?'}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </MapCard>
  );
}

/** One line, which leads to its place on the axis, where the messages behind it open. */
function Told({ group }: { readonly group: MilestoneGroup }) {
  const t = useTranslations();
  const names = useNames();
  const { head } = group;
  const sources = voicesOf(group);
  return (
    <li data-certainty={head.classifier}>
      <Mark certainty={head.classifier} derived={head.derived} guess={sources.length === 0} />{' '}
      <a href={`#milestone-${head.id}`}>{names.event(head)}</a>{' '}
      <span className={styles.soft}>
        {head.classifier === 'ACTUAL' ? null : `(${t(`classifiers.${head.classifier}`)}) `}
        <ReportedTimeText time={head.time} />
        {' · '}
        {sources.length > 0 ? sources.map((source) => names.source(source)).join(' · ') : t('lines.guess')}
      </span>
    </li>
  );
}
