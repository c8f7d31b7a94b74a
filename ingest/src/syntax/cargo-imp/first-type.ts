import { MESSAGE_TYPES } from '../cargo-imp.ts';

/** The message identification on a line of its own: first, or behind a telex header and its control characters. */
const PLAIN =
  /^[^!-~]*(?:Q[A-Z](?:[^!-~]+[A-Z0-9]{7}){1,40}[^!-~]+)?(?:\.[A-Z0-9]{7}[^\r\n]{0,80}[^!-~]+)?(?:(?:COR|PDM)[^!-~]+)?([A-Z]{3})(?:\/\d{1,2})?[ \t]*(?:[\r\n]|$)/;
/** Or in an EDIFACT envelope, whose message type begins with CIM. */
const WRAPPED =
  /^UN[ABH][\s\S]{0,600}?UNH\+[^+']{0,35}\+CIM([A-Z]{3})[:'+]|^UNH\+[^+']{0,35}\+CIM([A-Z]{3})[:'+]/;

/** The type of the first message of a file of telexes, `FSU`; null where there is none. */
export function firstTelexType(head: string): string | null {
  const wrapped = WRAPPED.exec(head);
  if (wrapped) return wrapped[1] ?? wrapped[2] ?? null;
  const type = PLAIN.exec(head)?.[1];
  return type !== undefined && MESSAGE_TYPES.has(type) ? type : null;
}
