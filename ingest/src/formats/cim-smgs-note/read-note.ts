import { claim, documentRef, party } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  Attested,
  DocumentRef,
  EquipmentRef,
  PartyRef,
  TrackingEvent,
} from 'graph-schema/domain/tracking-event';
import { compactNumber } from 'graph-schema/codes/parsed';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { findAction, versionOf } from '../../claims/message-action.ts';
import { stationOf, timeOf } from '../../claims/rail-tables/rail-row.ts';
import { NoteFields, type NoteNode } from '../../claims/rail-notes/note-node.ts';
import { noteScope } from '../../claims/rail-notes/note-scope.ts';
import { refuse, unmapped, type RowScope } from '../../claims/tables/row-scope.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { listOf } from './read-cargo.ts';
import { reloadsOf } from './read-reloads.ts';

export const FIELDS = new NoteFields(loadCodeList('cim-smgs-note/fields'));
const FUNCTIONS = loadCodeList('rail-note-csv/functions');

/** One note: that it was made out, where it was reloaded, that it arrived and was delivered. */
export function readNote(node: NoteNode, where: Where, context: ClaimContext): UnitOutcome {
  const at = noteScope(node, where, context);
  const documents = documentsOf(node, at);
  const [note] = documents;
  if (note?.scheme !== 'RAIL_NOTE') {
    refuse(at, 'MISSING_FIELD', 'number', null);
    return NOTHING;
  }
  const from = stationIn(node, 'from', where, context);
  const to = stationIn(node, 'to', where, context);
  // A note has one date of its own; where it is called nothing but a date, it is that of the contract.
  const dated = at.cell('concluded') ? 'concluded' : 'date';
  const concluded = timeOf(at, dated, from?.place ?? null);
  const sent = timeOf(at, 'sent', 'SENDER');
  const thread = `NOTE:${note.number}`;
  const version = versionOf(sent?.instant ?? concluded?.instant ?? null);
  const written = at.cell('function');
  const action = written ? findAction(FUNCTIONS, written) : 'ORIGINAL';
  if (written && !action) unmapped(at, FUNCTIONS, 'function', written);
  if (action === 'CANCEL')
    return { message: { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } } };
  const { boxes, wagons, goods } = listOf(node, where, context);
  const about = {
    documents,
    from: from?.ref ?? null,
    to: to?.ref ?? null,
  };
  const tell = (event: TrackingEvent): Attested => {
    return { event, messageRef: note.number, span: where.span, recordedAt: sent?.instant ?? null };
  };
  const arrival = { ...about, place: to?.ref ?? null, rawCode: null };
  const attested = [
    ...(concluded
      ? [
          tell(
            claim({
              ...about,
              goods,
              parties: partiesOf(node),
              code: 'CONSIGNMENT_NOTE_ISSUED',
              classifier: 'ACTUAL',
              time: concluded,
              place: from?.ref ?? null,
              contents: [...boxes, ...wagons],
            }),
          ),
        ]
      : []),
    ...reloadsOf(node, boxes, where, context)
      .flatMap((reload) =>
        moved(boxes, (equipment) =>
          claim({ ...about, ...reload, code: 'GAUGE_CHANGED', classifier: 'ACTUAL', equipment }),
        ),
      )
      .map(tell),
    ...happened(at, 'arrived', to, (time) =>
      moved(boxes, (equipment) =>
        claim({ ...arrival, code: 'ARRIVED', classifier: 'ACTUAL', time, equipment }),
      ),
    ).map(tell),
    ...happened(at, 'delivered', to, (time) =>
      moved(boxes, (equipment) =>
        claim({ ...arrival, code: 'DELIVERED', classifier: 'ACTUAL', time, equipment }),
      ),
    ).map(tell),
  ];
  if (attested.length === 0) {
    if (!at.cell(dated)) refuse(at, 'MISSING_FIELD', 'concluded', null);
    return NOTHING;
  }
  const retraction: ReadMessage['retraction'] =
    action === 'REPLACE' ? { kind: 'REPLACE', thread, version } : null;
  return { message: { thread, version, attested, retraction } };
}

/** A move happens to each box; without boxes, to what the note covers. */
function moved(
  boxes: readonly EquipmentRef[],
  event: (equipment: EquipmentRef | null) => TrackingEvent,
): TrackingEvent[] {
  return boxes.length === 0 ? [event(null)] : boxes.map(event);
}

function happened(
  at: RowScope,
  field: string,
  place: ResolvedPlace | null,
  events: (time: TrackingEvent['time']) => TrackingEvent[],
): TrackingEvent[] {
  const time = timeOf(at, field, place?.place ?? null);
  return time ? events(time) : [];
}

/** The number is kept across the reload; a joint note has the identification of CIM beside it. */
function documentsOf(node: NoteNode, at: RowScope): DocumentRef[] {
  const numbers = [
    ['number', 'SMGS'],
    ['cimNumber', 'CIM'],
  ] as const;
  const notes = numbers.flatMap(([field, declaredAs]) => {
    const written = new Set(node.texts(field).flatMap((text) => compactNumber(text) ?? []));
    return [...written].map((number) => documentRef('RAIL_NOTE', number, { declaredAs }));
  });
  const reference = compactNumber(at.cell('reference') ?? '');
  return [
    ...notes,
    ...(reference ? [documentRef('REFERENCE', reference, { declaredAs: 'consignorReference' })] : []),
  ];
}

/** By code, then by name: `{name, code}`, or one text that is either. */
function stationIn(node: NoteNode, field: string, where: Where, context: ClaimContext): ResolvedPlace | null {
  const [part] = node.nodes(field);
  if (!part) return null;
  const scope = noteScope(part, { at: `${where.at}/${field}`, span: where.span }, context);
  const own = (part.text('name') ?? part.text('station') ?? part.text('code')) ? null : node.text(field);
  return stationOf(
    { ...scope, cell: (one) => scope.cell(one) ?? (one === 'name' ? own : null) },
    'code',
    'station',
    'name',
  );
}

const ROLES = [
  ['consignor', 'CONSIGNOR'],
  ['consignee', 'CONSIGNEE'],
  ['carriers', 'CARRIER'],
  ['payer', 'OTHER'],
] as const;

function partiesOf(node: NoteNode): PartyRef[] {
  return ROLES.flatMap(([field, role]) =>
    node.nodes(field).flatMap((part, index) => {
      const name = part.text('name') ?? (part.text('code') ? null : (node.texts(field)[index] ?? null));
      const code = part.text('code');
      return name || code ? [party(role, { name, id: code ? { scheme: 'LOCAL', code } : null })] : [];
    }),
  );
}
