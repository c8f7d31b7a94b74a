import { compactNumber } from 'graph-schema/codes/parsed';
import type {
  DocumentRef,
  EquipmentRef,
  LoadState,
  Quantity,
  Reason,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { SILENT } from '../../syntax/findings.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';
import { readBox } from '../ports/box.ts';
import type { Where } from '../claim-context.ts';
import { readBill } from '../ports/document.ts';
import { readVessel } from '../ports/vessel.ts';
import { grossWeight, kilogramsOf } from '../ports/weight.ts';
import type { JtBoxGroup } from './box-groups.ts';
import type { JtContext } from './interpret-jt.ts';

const LOAD_STATES = loadCodeList('jt/load-state');

/** Manifests have room for three seals, in fields apart. */
const SEALS = ['seal', 'seal2', 'seal3'] as const;

/** Widths of the specification; a value that fills its field may have lost its end. */
const WIDTHS = { voyage: 6, bill: 20, seal: 10 } as const;

/** What record 50 says of a box, whatever the message. Null with a finding when there is no box. */
export interface JtBox {
  readonly equipment: EquipmentRef;
  readonly loadState: LoadState | null;
  readonly bill: DocumentRef | null;
}

export function readJtBox(group: Pick<JtBoxGroup, 'at' | 'box'>, context: JtContext): JtBox | null {
  const { layout, findings } = context;
  const where: Where = { at: group.at, span: group.box };
  const seals = SEALS.flatMap((field) => layout.read(group.box, field)?.split(/[/,;、，；]/) ?? []);
  const equipment = readBox(
    { number: layout.read(group.box, 'box'), sizeType: layout.read(group.box, 'sizeType'), seals },
    where,
    context,
  );
  if (!equipment) return null;
  noteFullWidth('bill', layout.read(group.box, 'bill'), where, context);
  noteFullWidth('seal', seals.length === 1 ? (seals[0] ?? null) : null, where, context);
  const state = layout.read(group.box, 'loadState')?.toUpperCase() ?? null;
  const loadState = state === null ? null : (LOAD_STATES.find(state)?.canonical ?? null);
  if (state !== null && loadState === null) findings.unmapped(LOAD_STATES, state, group.at, group.box);
  return {
    equipment,
    loadState: loadState as LoadState | null,
    bill: readBill(layout.read(group.box, 'bill'), '提单号', where, context),
  };
}

/** The ship of record 10; the voyage has its direction as last letter. */
export function readJtVessel(record: JtRecord | null, at: string, context: JtContext): TransportRef | null {
  if (!record) return null;
  const { layout } = context;
  const where = { at: `${at}/${record.number}`, span: record };
  const voyage = layout.read(record, 'voyage');
  noteFullWidth('voyage', voyage, where, context);
  const identity = layout.read(record, 'vesselCode');
  const name = layout.read(record, 'vessel');
  return readVessel({ mode: 'VESSEL', identity, isCallSign: false, name, voyage }, where, context);
}

/** A bill as threads name it: the same with and without the carrier's prefix; null without one. */
export function billKey(record: JtRecord, context: JtContext): string | null {
  const written = context.layout.read(record, 'bill');
  const bill = readBill(written, '提单号', { at: '', span: record }, { ...context, findings: SILENT });
  return bill?.number ?? (written && compactNumber(written));
}

/** `BTEST/037W`: a sailing as the sender names it, for threads. */
export function sailingKey(record: JtRecord | null, { layout }: JtContext): string {
  const ship = layout.read(record, 'vesselCode') ?? layout.read(record, 'vessel') ?? '';
  return compactNumber(ship) + '/' + compactNumber(layout.read(record, 'voyage') ?? '');
}

export function readJtWeight(value: string | null): Quantity | null {
  return grossWeight(kilogramsOf(value, 'KGM'));
}

/** Records of damage (51 in CODECO, 53 in COARRI). */
export function readJtDamage(record: JtRecord, { layout }: JtContext): Reason {
  const words = [layout.read(record, 'damageArea'), layout.read(record, 'damageSeverity')];
  return {
    scheme: 'JT 残损',
    code: layout.read(record, 'damageType'),
    text: words.filter((word) => word !== null).join(' ') || null,
  };
}

function noteFullWidth(
  field: keyof typeof WIDTHS,
  value: string | null,
  where: Where,
  { findings }: JtContext,
): void {
  if (value !== null && value.length >= WIDTHS[field])
    findings.addOnce(
      'BAD_IDENTIFIER',
      'INFO',
      where.at,
      `${field} may be cut at ${WIDTHS[field]}: ${value}`,
      where.span,
    );
}
