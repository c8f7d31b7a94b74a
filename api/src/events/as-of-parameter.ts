import { z } from '@hono/zod-openapi';

const WHAT =
  'An extension (RFC 3339): answers what was known at this instant, by what had been received by then and not been taken back by then, with the rights of today 按当时所知回答.';
const instant = z.iso.datetime({ offset: true }).optional();

/** Of a list of events: an extension of ours, of whatever standard it is told in. */
export const asOfParameter = instant.openapi({
  description: `${WHAT} Refused in the future, before the first message, and where a number names cargo that hangs together with too much to be looked back at: AS_OF_IN_FUTURE, AS_OF_BEFORE_SERVICE, AS_OF_TOO_LARGE; among all cargo such is left out, and \`Throughline-Partial\` says so.`,
});

/** Of one event, by the id that it was told under at that instant. */
export const asOfParameterOfEvent = instant.openapi({
  description: `${WHAT} Refused in the future, before the first message, and where its cargo hangs together with too much to be looked back at: AS_OF_IN_FUTURE, AS_OF_BEFORE_SERVICE, AS_OF_TOO_LARGE. Not there where it was not told by then.`,
});
