import type { Interpretation } from 'graph-schema/domain/message';
import type { Span } from 'graph-schema/domain/tracking-event';

const LONGEST_QUOTE = 120;

/**
 * What a reviewer reads: the whole interpretation, with what is null or an empty list left out and every span shown
 * as the text that it cuts.
 */
export function goldenForm(bytes: Uint8Array, read: Interpretation): unknown {
  return {
    messages: read.messages.map((message) => ({
      ...(prune({
        thread: message.thread,
        version: message.version,
        retraction: message.retraction,
      }) as object),
      attested: message.attested.map(({ span, event: { code, classifier, time, ...rest }, ...about }) => ({
        event: prune({ code, classifier, time, ...rest }),
        ...(prune(about) as object),
        text: quote(bytes, span),
      })),
    })),
    positions: read.positions.map(prune),
    ...(read.statics.length > 0 && { statics: read.statics.map(prune) }),
    issues: read.issues.map(({ span, ...rest }) => ({
      ...(prune(rest) as object),
      ...(span && { text: quote(bytes, span) }),
    })),
    counts: read.counts,
  };
}

function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([, field]) => field !== null && field !== undefined && !(Array.isArray(field) && field.length === 0),
      )
      .map(([name, field]) => [name, prune(field)]),
  );
}

/** The text of a span as a reader would see it: UTF-8 if it is that, else GB 18030. */
function quote(bytes: Uint8Array, { start, end }: Span): string {
  const cut = bytes.subarray(start, end);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(cut);
  } catch {
    text = new TextDecoder('gb18030').decode(cut);
  }
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
}
