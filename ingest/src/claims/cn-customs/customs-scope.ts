import type { Parsed } from 'graph-schema/codes/parsed';
import type { Findings } from '../../syntax/findings.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { ClaimContext, SenderContext, Where } from '../claim-context.ts';

/** Everything that reading a part of a customs message needs; findings carry the path and the bytes of the record. */
export interface CustomsScope extends ClaimContext, Where {}

/** Scopes of the elements of one document. */
export function scopesOf(
  { spanOf }: WholeXml,
  { source, places }: SenderContext,
  findings: Findings,
): (element: XmlElement, at: string) => CustomsScope {
  return (element, at) => ({ source, places, findings, at, span: spanOf(element) });
}

/** Adds the finding about a number that is kept as written; nothing when it is a good one. */
export function doubt(
  { findings, at, span }: CustomsScope,
  parsed: Parsed<string>,
  field: string,
  written: string | null,
): void {
  if (!parsed.ok) findings.add(parsed.problem, 'WARNING', `${at}/${field}`, written, span);
}
