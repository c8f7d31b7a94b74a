import { compactNumber } from 'graph-schema/codes/parsed';
import { parseTruckPlate } from 'graph-schema/codes/truck-plate';
import { claim, documentRef, transport } from 'graph-schema/domain/claim';
import type { DocumentRef, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { listBoxGroups, listDetails, type JtBoxGroup } from '../../claims/jt-files/box-groups.ts';
import { readJtBox, readJtDamage, readJtWeight, sailingKey } from '../../claims/jt-files/box-record.ts';
import { readJtOperator } from '../../claims/jt-files/cargo-records.ts';
import { parseJtTime, type JtContext, type JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { senderPlace } from '../../claims/jt-files/sender-place.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import { withDamages } from '../../claims/ports/damage.ts';
import { findByWords } from '../../claims/ports/words.ts';
import { gateMoves, type Gate } from './gate-moves.ts';
import { readWorkAtGate } from './work-at-gate.ts';

const WORDS = loadCodeList('edifact/gate-words');
const MODES = loadCodeList('jt/mode');

/** One unit per box. The gate is the sender's: the file names no place, the profile's aliases say where it stands. */
export function readGateFile(message: JtMessage, context: JtContext): JtUnit[] {
  const text = context.layout.read(message.header, 'text');
  const said = findByWords(text, WORDS) as Gate | null;
  return listBoxGroups(message).map((group) => {
    const moves = gateMoves(said, group, context);
    return {
      thread: threadOf(said, group, context),
      events: moves.flatMap((move) => readGateMove(move, text, message, group, context)),
      at: group.at,
      span: group.span,
    };
  });
}

/** A sender whose header is silent is silent when it deletes, too. */
function threadOf(said: Gate | null, { box, vessel }: JtBoxGroup, context: JtContext): string | null {
  const number = context.layout.read(box, 'box');
  if (number === null) return null;
  const receipt = context.layout.read(box, 'eir');
  const occasion = receipt === null ? sailingKey(vessel, context) : compactNumber(receipt);
  return `CODECO:${said ?? 'MOVED'}:${compactNumber(number)}:${occasion}`;
}

function readGateMove(
  { gate, time: written }: { readonly gate: Gate; readonly time: string },
  text: string | null,
  message: JtMessage,
  group: JtBoxGroup,
  context: JtContext,
): TrackingEvent[] {
  const { layout, placesAndTimes } = context;
  const box = readJtBox(group, context);
  if (!box) return [];
  const place = senderPlace(message, context);
  const time = placesAndTimes.time(parseJtTime(written), written, place, { at: group.at, span: group.box });
  if (!time) return [];
  const purpose = layout.read(group.box, 'purpose');
  const move = claim({
    code: gate,
    classifier: 'ACTUAL',
    time,
    place: place?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    transport: readInlandLeg(group, context),
    documents: [box.bill, readReceipt(group, context)].filter((document) => document !== null),
    quantity: readJtWeight(layout.read(group.box, 'grossKg')),
    parties: readJtOperator(group.vessel, context),
    rawCode:
      [text, layout.read(group.box, 'loadState'), purpose].filter((part) => part !== null).join('+') || null,
  });
  const damages = listDetails(group, '51').map((record) => readJtDamage(record, context));
  return [...withDamages([move], damages), ...readWorkAtGate(move, group, context)];
}

function readReceipt({ box }: JtBoxGroup, { layout }: JtContext): DocumentRef | null {
  const number = compactNumber(layout.read(box, 'eir') ?? '');
  return /^(?=.*[1-9])[A-Z0-9]{4,35}$/.test(number)
    ? documentRef('EIR', number, { declaredAs: '设备交接单号' })
    : null;
}

/** Record 52: what brought the box or took it away. */
function readInlandLeg(group: JtBoxGroup, { layout, findings }: JtContext): TransportRef | null {
  const record = listDetails(group, '52')[0];
  const code = record && layout.read(record, 'mode')?.toUpperCase();
  if (!record || !code) return null;
  const vehicle = layout.read(record, 'vehicle');
  switch (MODES.find(code)?.canonical) {
    case 'TRUCK': {
      const plate = vehicle === null ? null : parseTruckPlate(vehicle);
      return transport({ mode: 'TRUCK', plate: plate?.ok ? plate.value : null });
    }
    case 'RAIL':
      return transport({ mode: 'RAIL', wagon: vehicle === null ? null : compactNumber(vehicle) });
    case 'BARGE':
      return transport({ mode: 'BARGE', vesselName: vehicle });
    default:
      findings.unmapped(MODES, code, group.at, record);
      return null;
  }
}
