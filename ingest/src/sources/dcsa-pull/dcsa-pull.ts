import { existsSync, readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { z } from 'zod';
import { sha256Hex } from '../../raw/folder-store.ts';
import { replaceFile } from '../../settings-files/edited-file.ts';
import type { Intake } from '../intake.ts';
import type { DcsaPull } from '../receivers-file.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { tellTooLarge } from '../not-taken.ts';
import { takeTurns, type Turns } from '../turns.ts';
import { fetchPage, firstPage, PageTooLarge } from './page.ts';

/** So many at a time: the rest is asked for in the next round, from where this one ended. */
const PAGES_MAX = 2000;
/** Carriers publish some events a little later than they say: so much is asked for again, and known for what it is. */
const OVERLAP_MS = 5 * 60_000;
const MADE_AT = /"event(?:Created|Updated)DateTime"\s*:\s*"([^"]{10,40})"/g;
const NOTHING = /^\s*(?:\[\s*\]|\{\s*"events"\s*:\s*\[\s*\]\s*\})\s*$/;

const places = z.record(z.string(), z.string());

/**
 * Asks a carrier for the events of Track and Trace again and again: `GET /v2/events?eventCreatedDateTime:gte=…`, page after
 * page. Each page is a raw message, as it came. Where to go on is noted only when all pages are durable here, so a crash in
 * between gives known duplicates, never a loss.
 */
export function pullDcsaEvents(
  pull: DcsaPull,
  intake: Intake,
  sources: SourceRegistry,
  /** Where to go on, by source and query. */
  placesFile: string,
  bytesMax: number,
  log: Logger,
  pagesMax = PAGES_MAX,
): Turns {
  const readPlaces = () =>
    places.parse(existsSync(placesFile) ? JSON.parse(readFileSync(placesFile, 'utf8')) : {});
  /** What was stored of the last round, so that the same page is not stored at each. */
  let known: ReadonlySet<string> = new Set();

  /** Pages that are too large: their source is told of once, not in each round. */
  const told = new Set<string>();
  /** Where a round stopped before the last page, by query. A restart begins again at the place that is noted. */
  const broken = new Map<string, { readonly url: URL; readonly latest: number }>();

  const ask = async (query: Readonly<Record<string, string>>, isStopped: () => boolean) => {
    const source = sources.find(pull.source);
    if (!source) {
      log.warn({ source: pull.source }, 'DCSA pull for an unknown source waits');
      return [];
    }
    const key = `${pull.source} ${pull.url} ${new URLSearchParams(query).toString()}`;
    const since = readPlaces()[key] ?? pull.since;
    const stored: string[] = [];
    const goesOn = broken.get(key);
    broken.delete(key);
    let latest = goesOn?.latest ?? (since === null ? Number.NEGATIVE_INFINITY : Date.parse(since));
    let url: URL | null = goesOn?.url ?? firstPage(pull, query, since);
    for (let count = 0; url !== null; count += 1) {
      if (isStopped()) return stored;
      if (count >= pagesMax) {
        broken.set(key, { url, latest });
        log.info({ source: source.id, pages: count }, 'more events than one round asks for; it goes on');
        return stored;
      }
      const page = await fetchPage(pull, url, bytesMax);
      const { bytes, contentType } = page;
      const text = bytes.toString('latin1');
      const sha256 = sha256Hex(bytes);
      if (!NOTHING.test(text) && !known.has(sha256)) {
        const accepted = await intake.accept({
          source,
          bytes,
          contentType,
          fileName: null,
          receivedAt: null,
        });
        if (accepted.outcome !== 'ACCEPTED') {
          broken.set(key, { url, latest });
          return stored;
        }
        log.info({ rawId: accepted.rawId, source: source.id }, 'events fetched');
      }
      stored.push(sha256);
      latest = Math.max(latest, latestIn(text) - OVERLAP_MS);
      url = page.next;
    }
    const place = Number.isFinite(latest) ? new Date(latest).toISOString() : since;
    if (place !== null && place !== since) replaceFile(placesFile, { ...readPlaces(), [key]: place });
    return stored;
  };

  const look = async (isStopped: () => boolean): Promise<void> => {
    const stored: string[] = [];
    for (const query of pull.queries) {
      try {
        stored.push(...(await ask(query, isStopped)));
      } catch (error) {
        // A query that fails must not keep the others waiting.
        log.warn({ err: error, source: pull.source, url: pull.url, query }, 'DCSA pull');
        const source = sources.find(pull.source);
        if (source && error instanceof PageTooLarge) {
          const name = `${error.url.pathname}${error.url.search}`;
          // How much of it had come differs each time, the page does not.
          const page = { name, bytes: bytesMax + 1, bytesMax, state: name };
          if (!told.has(name) && (await tellTooLarge(intake, source, page))) told.add(name);
        }
      }
    }
    known = new Set(stored);
  };
  return takeTurns(look, pull.everySeconds, (error) => log.error({ err: error }, 'DCSA pull'));
}

/** When the newest event was made; one from the future does not hide what is still to come. */
function latestIn(text: string): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const [, made = ''] of text.matchAll(MADE_AT)) {
    const at = Math.min(Date.parse(made), Date.now());
    if (at > latest) latest = at;
  }
  return latest;
}
