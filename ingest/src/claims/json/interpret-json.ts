import type { Interpretation } from 'graph-schema/domain/message';
import { collectFindings } from '../../syntax/findings.ts';
import { asObject, type JsonObject } from '../../syntax/json-fields.ts';
import { readJsonRecords, type JsonRecordOptions } from '../../syntax/json-records.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import type { ClaimContext, SenderContext, Where } from '../claim-context.ts';
import { Repeats } from '../repeats.ts';

/** Reads one record; `wrapper` is the object around the list that it stands in, null where it stands bare. */
export type ReadJsonRecord = (record: JsonObject, where: Where, wrapper: JsonObject | null) => UnitOutcome;

/**
 * For JSON whose records stand alone: each is a unit, and a bad one does not touch the others. `open` is called once a
 * message, so that a reader can keep what it looked up.
 */
export function interpretJson<Context extends SenderContext>(
  bytes: Uint8Array,
  context: Context,
  options: JsonRecordOptions,
  open: (context: Context & ClaimContext) => ReadJsonRecord,
): Interpretation {
  const findings = collectFindings();
  const read = open({ ...context, findings });
  const records = readJsonRecords(bytes, context.source.defaultCharset, options, findings);
  const repeats = new Repeats(findings);
  const outcomes = records.map(({ value, span, path, wrapper }): UnitOutcome => {
    const record = asObject(value);
    if (record) {
      const where = { at: path, span };
      const outcome = read(record, where, wrapper);
      repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], where);
      if (!outcome.message) repeats.notePositions(outcome.positions ?? [], where);
      return outcome;
    }
    findings.add('BAD_SYNTAX', 'ERROR', path, null, span);
    return NOTHING;
  });
  if (records.length === 0 && findings.issues.length === 0)
    findings.add('EMPTY_MESSAGE', 'ERROR', '$', null, null);
  return interpretUnits(outcomes, findings);
}
