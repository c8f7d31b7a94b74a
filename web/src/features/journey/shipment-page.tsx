'use client';

import type { FieldGroup, LinkSight } from '../account/account.graphql.ts';
import { AsOfBar } from '../as-of/as-of-bar.tsx';
import { AsOfChoice } from '../as-of/as-of-form.tsx';
import { journeyTime, type ToldStatus } from '../as-of/journey-time.ts';
import { AttentionPanel } from '../attention/attention-panel.tsx';
import { CargoPanel } from '../cargo/cargo-panel.tsx';
import { ContainersPanel } from '../containers/containers-panel.tsx';
import { PiecesPanel } from '../containers/pieces-panel.tsx';
import { EtaPanel } from '../eta/eta-panel.tsx';
import { LiveNews } from '../live/live-news.tsx';
import { LiveProvider } from '../live/live-client.tsx';
import { StandingClock } from '../live/service-clock.tsx';
import { useLiveShipment } from '../live/use-live-shipment.ts';
import { MoneyPanel } from '../money/money-panel.tsx';
import { NumbersPanel } from '../numbers/numbers-panel.tsx';
import { TakeAway } from '../print/take-away.tsx';
import { ReleasePanel } from '../release/release-panel.tsx';
import { WayPart } from '../route/way-part.tsx';
import type { FoundBy } from '../search/shipment-address.ts';
import { SharePanel } from '../share-links/share-panel.tsx';
import { SharedBanner } from '../share-links/shared-banner.tsx';
import { Withheld } from '../share-links/withheld.tsx';
import { FollowButton } from '../watch/follow-button.tsx';
import { BothLines } from './both-lines.tsx';
import { milestonesByClaim } from './claim-links.tsx';
import { JourneyHeader } from './journey-header.tsx';
import { KeyFacts } from './key-facts.tsx';
import type { Shipment } from './shipment.graphql.ts';
import styles from './shipment-page.module.css';

interface ShipmentPageProps {
  readonly initial: Shipment;
  readonly foundBy: FoundBy | null;
  /** WebSocket address of the API, or empty for the page's own origin. */
  readonly socketUrl: string;
  readonly mapboxToken: string | null;
  /** Null: whoever looks may not share it. `now`: wall clock of the server, epoch milliseconds. */
  readonly share: { readonly now: number } | null;
  /** Null: whoever looks follows nothing. */
  readonly follow: { readonly isFollowed: boolean } | null;
  /** What it is looked at with, where that is a link; null: it is not. */
  readonly shared: { readonly token: string; readonly link: LinkSight } | null;
  /** Looking back: what the journey has today, which the slider goes on to. */
  readonly today?: readonly ToldStatus[];
}

const NO_STATUSES: readonly ToldStatus[] = [];

export function ShipmentPage({ socketUrl, ...page }: ShipmentPageProps) {
  return (
    <LiveProvider endpoint={socketUrl} token={page.shared?.token ?? null}>
      <Sheet {...page} />
    </LiveProvider>
  );
}

function Sheet({
  initial,
  foundBy,
  mapboxToken,
  share,
  follow,
  shared,
  today = NO_STATUSES,
}: Omit<ShipmentPageProps, 'socketUrl'>) {
  const { shipment, fresh } = useLiveShipment(initial);
  const { asOf, journey, withheld } = shipment;
  const shows = (group: FieldGroup) => !withheld.includes(group);
  const milestones = milestonesByClaim(journey);
  const time = journeyTime(asOf === null ? [...journey.logistics, ...journey.documents] : today);
  return (
    <article className={styles.sheet} data-testid="journey">
      {shared ? <SharedBanner link={shared.link} /> : <AsOfBar shipment={shipment} time={time} />}
      <StandingClock at={asOf === null ? null : Date.parse(asOf)}>
        <div className={styles.tools}>
          {shared === null && asOf === null ? <AsOfChoice /> : null}
          {follow && asOf === null ? (
            <FollowButton shipment={shipment.id} isFollowed={follow.isFollowed} />
          ) : null}
          {share && asOf === null ? (
            <SharePanel shipment={shipment.id} withheld={withheld} now={share.now} />
          ) : null}
          <TakeAway shipment={shipment} />
        </div>
        <JourneyHeader shipment={shipment} foundBy={foundBy} />
        <LiveNews journey={journey} fresh={fresh} />
        <KeyFacts journey={journey} withheld={withheld} />
        <AttentionPanel exceptions={journey.exceptions} milestones={milestones} />
        {shows('ETA') ? (
          <EtaPanel
            shipmentId={shipment.id}
            eta={journey.eta}
            arrived={journey.arrived}
            series={journey.etaSeries}
            changes={journey.etaChanges}
          />
        ) : null}
        {shows('RELEASE') ? <ReleasePanel readiness={journey.readiness} milestones={milestones} /> : null}
        {shows('MONEY') ? (
          <MoneyPanel freeTime={journey.freeTime} charges={journey.charges} milestones={milestones} />
        ) : null}
        <div className={styles.route}>
          <WayPart journey={journey} asOf={asOf} mapboxToken={mapboxToken} />
        </div>
        <BothLines journey={journey} fresh={fresh} showsPapers={shows('PAPERS')} />
        <div className={styles.cargo}>
          <CargoPanel parties={shipment.parties} goods={shipment.goods} milestones={milestones} />
          <ContainersPanel containers={journey.containers} fresh={fresh} milestones={milestones} />
          {journey.pieces ? <PiecesPanel pieces={journey.pieces} legs={journey.legs} /> : null}
          <NumbersPanel shipment={shipment} />
        </div>
        <Withheld groups={withheld} />
      </StandingClock>
    </article>
  );
}
