import { normaliseText } from 'graph-schema/codes/parsed';

/** What never stands within a number: commas, semicolons, bars, ends of lines in whatever way a program writes them. */
const APART = /(?:[,，;；、|&+\n\r\v\u2028\u2029]|<br ?\/?>)+/i;
/** What stands between numbers, and within one as well. */
const MAYBE_APART = /[\s/]+/;
/** Groups of digits within one number are shorter. */
const NUMBER_LENGTH = 8;

/**
 * The numbers of one kind that stand in one cell. Blanks and slashes stand within a number, too (`COSU 6412345678`,
 * `HB/2611/0042`): they part numbers only where what lies between them is each as long and of the same letters and digits, and
 * nothing is `isGrouped`.
 */
export function numbersIn(cell: string, isGrouped: boolean): readonly string[] {
  return cell.split(APART).flatMap((written): readonly string[] => {
    const whole = written.trim();
    if (whole === '') return [];
    const parts = isGrouped ? [] : whole.split(MAYBE_APART);
    return parts.length > 1 && areAlike(parts) ? parts : [whole];
  });
}

function areAlike(parts: readonly string[]): boolean {
  const shapes = new Set(parts.map(shapeOf));
  return shapes.size === 1 && parts.every((part) => part.length >= NUMBER_LENGTH && /\d{4}/.test(part));
}

/** `OOLU2700000017` as `AAAA9999999999`. */
function shapeOf(part: string): string {
  return normaliseText(part).replaceAll(/\d/g, '9').replaceAll(/[A-Z]/g, 'A');
}
