import type { Interpretation } from 'graph-schema/domain/message';
import { collectFindings, type Findings } from '../../syntax/findings.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readWholeXml, type WholeXml } from '../../syntax/xml-whole.ts';
import type { SenderContext } from '../claim-context.ts';

/** Turns a whole document into what each of its records came to. */
export type CustomsReader<Context> = (
  document: WholeXml,
  context: Context,
  findings: Findings,
) => readonly UnitOutcome[];

/** Reads a document of the Chinese customs; a cut or broken one is one unit that gives nothing. */
export function interpretCustomsXml<Context extends SenderContext>(
  bytes: Uint8Array,
  context: Context,
  read: CustomsReader<Context>,
): Interpretation {
  const findings = collectFindings();
  const document = readWholeXml(bytes, context.source.defaultCharset, findings);
  return interpretUnits(document ? read(document, context, findings) : [NOTHING], findings);
}
