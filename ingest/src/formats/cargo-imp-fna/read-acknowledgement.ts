import type { TelexReader } from '../../claims/air/cargo-imp-family.ts';
import { readConsignmentLine } from '../../claims/air/waybill.ts';
import { readSegments } from '../../syntax/cargo-imp/segments.ts';
import { MESSAGE_TYPES } from '../../syntax/cargo-imp.ts';

const IDENTIFICATION = /^([A-Z]{3})(?:\/\d{1,2})?$/;

/**
 * FMA says that somebody took a message, FNA that he did not, and why; behind it stands a copy of that message:
 *
 *     FNA
 *     ACK/CHECK DIGIT OF THE WAYBILL IS WRONG
 *     FWB/17
 *     999-12345676PEKJFK/T10K250.0
 *     …
 *
 * Neither says anything of the cargo, and the copy is no message of its own. A unit is one acknowledgement.
 */
export const acknowledgementReader: TelexReader = {
  unitsOf: ({ identification }) => [identification],
  read: (message, scope) => {
    const { identification, lines, type } = message;
    const copyAt = lines.findIndex(({ text }) => MESSAGE_TYPES.has(IDENTIFICATION.exec(text)?.[1] ?? ''));
    const own = copyAt < 0 ? lines : lines.slice(0, copyAt);
    const copy = copyAt < 0 ? [] : lines.slice(copyAt);
    const said = readSegments(own)
      .segments.filter(({ code }) => code === 'ACK')
      .flatMap(({ rows }) => rows.flatMap(({ fields }) => fields))
      .filter((field) => field !== '')
      .join(' ');
    if (type === 'FMA') {
      scope.tally.withoutContent();
    } else if (said === '') {
      scope.reject('MISSING_FIELD', identification, 'ACK');
    } else {
      scope.tally.withIssuesOnly();
      const of = copy.flatMap(({ text }) => readConsignmentLine(text.replace(/^MBI\//, ''))?.awb ?? []);
      const subject = [IDENTIFICATION.exec(copy[0]?.text ?? '')?.[1], of[0]].filter(Boolean).join(' ');
      scope.raise('UNSUPPORTED', 'WARNING', own[0] ?? identification, `FNA ${subject}: ${said}`);
    }
    return [];
  },
};
