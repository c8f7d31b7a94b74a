import { classifyNumber } from 'graph-schema/codes/classify';
import type { Identifier, IdentifierKey } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';
import type { Context, NumberHit } from '../context.ts';
import { AsOfError } from '../errors.ts';
import { lookUpAsOf } from '../journey/as-of/load-as-of.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { hitsOf, keyOf, type CandidateView } from '../search/number-hits.ts';
import { asOfOrError, refused } from './as-of.ts';
import { CheckDigitEnum, IdentifierSchemeEnum } from './enums.ts';
import { IdentifierType } from './identifier.ts';
import { ShipmentType } from './shipment.ts';

interface LookupView {
  readonly query: string;
  readonly candidates: readonly CandidateView[];
  readonly shipments: readonly { shipment: ShipmentView; via: Identifier }[];
}

export const CandidateType = builder.objectRef<CandidateView>('NumberCandidate').implement({
  description: 'One kind of number that the text can be.',
  fields: (t) => ({
    scheme: t.expose('scheme', { type: IdentifierSchemeEnum, description: 'Kind of number.' }),
    value: t.exposeString('value', { description: 'Normalised.' }),
    confidence: t.exposeFloat('confidence', { description: '0 to 1.' }),
    checkDigit: t.expose('checkDigit', {
      type: CheckDigitEnum,
      description: 'Whether the check digit fits.',
    }),
    repairs: t.stringList({ description: 'What was changed to read it.', resolve: (c) => [...c.repairs] }),
    found: t.exposeBoolean('found', { description: 'Whether anything hangs on it.' }),
  }),
});

const HitType = builder.objectRef<{ shipment: ShipmentView; via: Identifier }>('LookupHit').implement({
  description: 'A shipment and the number that led to it.',
  fields: (t) => ({
    shipment: t.expose('shipment', { type: ShipmentType, description: 'The shipment.' }),
    via: t.expose('via', { type: IdentifierType, description: 'The number.' }),
  }),
});

const LookupType = builder.objectRef<LookupView>('Lookup').implement({
  description: 'What a number stands for.',
  fields: (t) => ({
    query: t.exposeString('query', { description: 'As asked.' }),
    candidates: t.field({
      type: [CandidateType],
      description: 'What the number can be, best first, found or not.',
      resolve: (l) => [...l.candidates],
    }),
    shipments: t.field({
      type: [HitType],
      description: 'Shipments that it leads to, best first; newest use of a box first.',
      resolve: (l) => [...l.shipments],
    }),
  }),
});

builder.queryField('lookup', (t) =>
  t.field({
    type: LookupType,
    complexity: { field: 10, multiplier: 5 },
    description:
      'Finds what a number stands for. Tries every plausible kind at once and says what was repaired.',
    args: {
      number: t.arg.string({ required: true, description: 'As a person has it: any case, blanks, dashes.' }),
      asOf: t.arg({
        type: 'DateTime',
        description: asOfOrError,
      }),
    },
    resolve: (_, { number, asOf }, context) =>
      lookup(number, asOf ? finderThen(Date.parse(asOf), context) : nowFinder(context)),
  }),
);

/** What numbers lead to, now or at an instant. */
interface Finder {
  hits(keys: readonly IdentifierKey[]): Promise<readonly (readonly NumberHit[])[]>;
  shipments(ids: readonly string[]): Promise<readonly (ShipmentView | null)[]>;
}

function nowFinder(context: Context): Finder {
  const whole = <T>(found: T | Error): T => {
    if (found instanceof Error) throw found;
    return found;
  };
  return {
    hits: async (keys) => (await context.numbers.loadMany(keys)).map(whole),
    shipments: async (ids) => (await context.shipments.loadMany(ids)).map(whole),
  };
}

/** Whoever sees only some looks back at what the number leads to today: rights are not turned back. */
function finderThen(at: number, context: Context): Finder {
  if (context.asker.sight === 'ALL') return thenFinder(at, context);
  return {
    hits: nowFinder(context).hits,
    shipments: async (ids) =>
      (await context.shipmentsThen.loadMany(ids.map((id) => ({ id, at })))).map((found) => {
        if (!(found instanceof Error)) return found;
        return found instanceof AsOfError && found.code === 'AS_OF_NOT_YET_KNOWN' ? null : refused(found);
      }),
  };
}

/** A number that nobody has named to this day was not known then either. */
function thenFinder(at: number, context: Context): Finder {
  const found = new Map<string, ShipmentView>();
  return {
    async hits(keys) {
      const named = (await nowFinder(context).hits(keys)).map((hits) => hits.length > 0);
      const known = await lookUpAsOf(context, keys.filter((_, index) => named[index]), at).catch(refused); // prettier-ignore
      return keys.map((key) =>
        (known.get(key) ?? []).map(({ shipment, anchor, from }): NumberHit => {
          found.set(shipment.id, shipment);
          return { shipment: shipment.id, anchor, from };
        }),
      );
    },
    shipments: async (ids) => ids.map((id) => found.get(id) ?? null),
  };
}

async function lookup(query: string, finder: Finder): Promise<LookupView> {
  // A bill with and without its SCAC are candidates of their own: each is asked for as it is.
  const candidates = classifyNumber(query);
  const found = await finder.hits(candidates.map(keyOf));
  const { ids, top } = hitsOf(candidates, found);
  const shipments = await finder.shipments(top.map(({ id }) => id));
  return {
    query,
    candidates: candidates.map((one, index) => ({ ...one, found: (ids[index] ?? []).length > 0 })),
    shipments: top.flatMap(({ via }, index) => {
      const shipment = shipments[index];
      return shipment ? [{ shipment, via }] : [];
    }),
  };
}
