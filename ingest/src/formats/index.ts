import type { MessageFormat } from './message-format.ts';

/**
 * Every format that is read, in the order in which detection asks them. To add one: make the folder
 * (`npm run new:format <id>`), then import it here and add one line.
 */
export const FORMATS = [] as const satisfies readonly MessageFormat[];
