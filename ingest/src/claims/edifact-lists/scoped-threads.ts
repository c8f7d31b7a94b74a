import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { EdifactReader } from '../edifact/interchange.ts';

/**
 * For senders who number from one within each voyage (`BGM++1+9`): the thread is the number at `scope`, so that a plan
 * of one call never replaces that of another.
 */
export function withScopedThreads(
  reader: EdifactReader,
  scopeOf: (message: EdifactMessage) => string,
): EdifactReader {
  return {
    unit: reader.unit,
    read: (message, context) => {
      const scope = scopeOf(message);
      return reader.read(message, context).map((read) => ({
        ...read,
        thread: read.thread === null ? null : `${read.thread}@${scope}`,
        retraction: read.retraction && {
          ...read.retraction,
          thread: `${read.retraction.thread}@${scope}`,
        },
      }));
    },
  };
}

/** The call that a message is about as its sender writes it: `COSCO STAR/037W/CNNBO`; what is not said is empty. */
export function callOf({ segments }: EdifactMessage, ports: readonly string[]): string {
  const tdt = segments.find((segment) => segment.is('TDT', '20'));
  const voyage = tdt?.read(1) ?? segments.find((segment) => segment.is('RFF', 'VON'))?.read(0, 1) ?? '';
  const ship = tdt?.read(7, 0) ?? tdt?.read(7, 3) ?? '';
  const isPort = (segment: EdifactSegment): boolean => ports.some((port) => segment.is('LOC', port));
  const port = segments.find(isPort)?.read(1, 0) ?? '';
  return [ship, voyage, port].join('/').toUpperCase();
}
