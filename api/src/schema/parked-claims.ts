import { listParked, parkedEdges } from 'graph-schema/cypher/read/list-parked';
import { PARK_REASONS } from 'graph-schema/domain/cycle-parking';
import { dimensionOf, EVENT_CODES } from 'graph-schema/domain/event-code';
import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';
import { parkedClaim } from '../journey/parked-statements.ts';
import { connected, nextOf, nodesOf, type Connected } from './connected.ts';
import { ParkReasonEnum } from './enums.ts';
import { ParkedClaimType, type ParkedClaimView } from './parked-claim.ts';

const MOST = 200;
/** Of each reason, for one page. */
const LOOKED_AT = 5000;
/** What sensors notice is no move, so it speaks neither for a use of a box nor against one. */
const NO_MOVES = EVENT_CODES.filter((code) => dimensionOf(code) === 'SENSOR');

/** The cursor of each, as it came out of the graph. */
interface Placed extends ParkedClaimView {
  readonly cursor: string;
}

const PageType = builder.connectionObject(
  {
    type: ParkedClaimType,
    name: 'ParkedClaimPage',
    description:
      'Claims that show on no journey, those of the latest event time first: a connection. May have few or none, and others follow: it looks at so many only.',
    fields: (t) => ({
      claims: t.field({
        type: [ParkedClaimType],
        description: 'These, without their places.',
        resolve: (page) => nodesOf<ParkedClaimView>(page),
      }),
      next: t.string({
        nullable: true,
        description: 'For `after`; null: there are no more.',
        resolve: (page) => nextOf(page),
      }),
    }),
  },
  { name: 'ParkedClaimEdge', description: 'A claim and its place in the list.' },
);

builder.queryField('parkedClaims', (t) =>
  t.field({
    type: PageType,
    description:
      'What is told of boxes and shows on no journey because it fits none, page by page, those of the latest event time first.',
    args: {
      reason: t.arg({ type: ParkReasonEnum, description: 'For this reason alone.' }),
      source: t.arg.string({ description: 'Of this source alone.' }),
      first: t.arg.int({ defaultValue: 50, required: true, description: `How many, at most ${MOST}.` }),
      after: t.arg.string({ description: 'Where the page before ended.' }),
    },
    resolve: async (_, { reason, source, first, after }, { graph }): Promise<Connected<ParkedClaimView>> => {
      const most = Math.max(1, Math.min(first, MOST));
      const looking = {
        reasons: reason ? [reason] : PARK_REASONS,
        before: after ? placeOf(after) : ([Number.MAX_SAFE_INTEGER, ''] satisfies Place),
        looked: LOOKED_AT,
      };
      const [found, [edge]] = await Promise.all([
        graph.run(listParked, { ...looking, source: source ?? null, without: NO_MOVES, limit: most + 1 }),
        graph.run(parkedEdges, looking),
      ]);
      // What of another reason lies behind the edge comes in its place, on a later page.
      const rows = found.filter(({ at, claim: [id] }) => !edge || at > edge.at || (at === edge.at && id >= edge.id));
      const shown = rows.slice(0, most);
      const last = rows.length > most ? shown.at(-1) : undefined;
      const end: Place | null = last ? [last.at, last.claim[0]] : edge ? [edge.at, edge.id] : null;
      const claims = shown.map(({ at, box, documents, claim }): Placed => {
        const parked = parkedClaim(claim);
        const { id, event, voices } = parked.claim;
        const numbers = documents.map((key) => splitKey(key as IdentifierKey));
        return { ...parked, id, event, voices, numbers, box: splitKey(box as IdentifierKey), cursor: `${at} ${claim[0]}` };
      });
      return connected(claims, ({ cursor }) => cursor, { hasMore: end !== null, after, end: end?.join(' ') ?? null });
    },
  }),
); // prettier-ignore

type Place = [at: number, id: string];

/** An instant in epoch milliseconds and the id of a claim. What is no such place is behind everything: an empty page. */
function placeOf(after: string): Place {
  const end = after.indexOf(' ');
  const at = end < 0 ? Number.NaN : Number(after.slice(0, end));
  return [Number.isFinite(at) ? at : Number.MIN_SAFE_INTEGER, after.slice(end + 1)];
}
