import type { Somebody } from './asking.ts';

/** A shipment as it is shown, with what of its journey says who sees how much. */
export interface ShownJourney {
  readonly id: string;
  readonly withheld: readonly string[];
  readonly identifiers: readonly { readonly value: string }[];
  readonly parties: readonly { readonly role: string }[];
  readonly journey: {
    readonly logistics: readonly ShownStep[];
    readonly documents: readonly ShownStep[];
    readonly eta: { readonly time: { readonly instant: string } } | null;
    readonly exceptions: readonly { readonly id: string }[];
    readonly livePositions: readonly { readonly latitude: number; readonly longitude: number }[];
  };
}

interface ShownStep {
  readonly code: string;
  readonly classifier: string;
}

const STEP = 'code classifier time { instant } place { id } voices { eventId source { id } }';
const SHOWN = `id withheld identifiers { value } parties { role name } journey { phase logistics { ${STEP} } documents { ${STEP} }
  eta { time { instant } } exceptions { id kind severity } livePositions { latitude longitude } readiness { verdict } freeTime { container } }`;

const ASKED = `query ($id: ID!, $asOf: DateTime) { shipment(id: $id, asOf: $asOf) { __typename ... on Shipment { ${SHOWN} } ... on Error { code } } }`;
const FOLLOWED = `subscription ($id: ID!) { journeyUpdated(id: $id) { __typename ... on JourneyUpdate { shipment { __typename ${SHOWN} } } ... on Error { code } } }`;

type Shown =
  | (ShownJourney & { readonly __typename: 'Shipment' })
  | { readonly __typename: string; readonly code: string };

/** As it is now, or was known at an instant; an error as it is told. */
export async function askedJourney(by: Somebody, id: string, asOf: string | null = null): Promise<Shown> {
  return (await by.need<{ shipment: Shown }>(ASKED, { id, asOf })).shipment;
}

interface Update {
  readonly journeyUpdated: { readonly __typename: string; readonly code?: string; readonly shipment?: Shown };
}

/** The same, followed. */
export function followJourney(by: Somebody, id: string) {
  const followed = by.follow<Update>(FOLLOWED, { id });
  return {
    /** The next one as it is told; null: it is over. */
    async next(deadlineMs?: number): Promise<Shown | null> {
      const answer = await followed.next('the journey', deadlineMs);
      if (answer?.errors) throw new Error(JSON.stringify(answer.errors));
      const update = answer?.data?.journeyUpdated;
      if (!update) return null;
      return update.shipment ?? { __typename: update.__typename, code: update.code ?? '' };
    },
    close: () => followed.close(),
  };
}

export function isShown(shown: Shown | null): shown is ShownJourney & { readonly __typename: 'Shipment' } {
  return shown?.__typename === 'Shipment';
}

/** What happened by it, in order of the alphabet. */
export function happenedIn({ journey }: ShownJourney): string[] {
  const steps = [...journey.logistics, ...journey.documents];
  return [
    ...new Set(steps.filter(({ classifier }) => classifier === 'ACTUAL').map(({ code }) => code)),
  ].sort();
}
