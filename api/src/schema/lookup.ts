import { classifyNumber, type NumberCandidate } from 'graph-schema/codes/classify';
import { identifierKey, type Identifier, type IdentifierKey } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';
import type { Context, NumberHit } from '../context.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { CheckDigitEnum, IdentifierSchemeEnum } from './enums.ts';
import { IdentifierType } from './identifier.ts';
import { ShipmentType } from './shipment.ts';

interface CandidateView extends NumberCandidate {
  readonly found: boolean;
}

interface LookupView {
  readonly query: string;
  readonly candidates: readonly CandidateView[];
  readonly shipments: readonly { shipment: ShipmentView; via: Identifier }[];
}

/** More hits than a person reads are cut off; search is for finding many. */
const HITS_MAX = 20;

const CandidateType = builder.objectRef<CandidateView>('NumberCandidate').implement({
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
    description:
      'Finds what a number stands for. Tries every plausible kind at once and says what was repaired.',
    args: {
      number: t.arg.string({ required: true, description: 'As a person has it: any case, blanks, dashes.' }),
    },
    resolve: (_, { number }, context) => lookup(number, context),
  }),
);

async function lookup(query: string, context: Context): Promise<LookupView> {
  // A bill with and without its SCAC are candidates of their own: each is asked for as it is.
  const candidates = classifyNumber(query);
  const found = await context.numbers.loadMany(candidates.map(keyOf));
  const hits = candidates.map((candidate, index) => {
    const result = found[index];
    if (result instanceof Error) throw result;
    return { candidate, ids: shipmentsOf(keyOf(candidate), result ?? []) };
  });
  const seen = new Set<string>();
  const wanted = hits.flatMap(({ candidate, ids }) =>
    ids
      .filter((id) => !seen.has(id) && seen.add(id))
      .map((id) => ({ id, via: { scheme: candidate.scheme, value: candidate.value } })),
  );
  const top = wanted.slice(0, HITS_MAX);
  const shipments = await context.shipments.loadMany(top.map(({ id }) => id));
  return {
    query,
    candidates: hits.map(({ candidate, ids }) => ({ ...candidate, found: ids.length > 0 })),
    shipments: top.flatMap(({ via }, index) => {
      const shipment = shipments[index];
      if (shipment instanceof Error) throw shipment;
      return shipment ? [{ shipment, via }] : [];
    }),
  };
}

function keyOf({ scheme, value }: NumberCandidate): IdentifierKey {
  return identifierKey(scheme, value);
}

/** What hangs on a number: the shipment that it names, then the newest use of a box, a master before its houses. */
function shipmentsOf(key: IdentifierKey, hits: readonly NumberHit[]): string[] {
  const rank = ({ anchor }: NumberHit) =>
    anchor === key ? 0 : anchor?.startsWith('HOUSE_BILL:') || anchor?.startsWith('HAWB:') ? 2 : 1;
  const sorted = [...hits].sort(
    (a, b) =>
      (b.from ?? 0) - (a.from ?? 0) || rank(a) - rank(b) || ((a.anchor ?? '') < (b.anchor ?? '') ? -1 : 1),
  );
  return [...new Set(sorted.flatMap((hit) => hit.shipment ?? []))];
}
