import type { Delivery } from '../delivery.ts';
import { utcIso } from '../moment.ts';
import { moverReports, sampleDeliveries, sampleJourneys, sampleNumbers } from '../sample-deliveries.ts';
import type { SourceId } from '../sources.ts';
import { openAisFeed } from './ais-feed.ts';
import { interruptibleSleep } from './interruptible-sleep.ts';
import { dropFileName, livePositions, POSITIONS_EVERY_MS, sleepUntil } from './live.ts';
import { play, remaining } from './play.ts';
import { pushMessage } from './push-message.ts';
import type { PlayerSettings } from './settings.ts';
import { waitUntilRead } from './wait-until-read.ts';
import { openWorldFiles, type PlayState } from './world-files.ts';

/** This sender copies files into the drop folder instead of pushing, once the past is played. */
const DROPS_FILES: SourceId = 'ningbo-terminal';

interface WorldParts {
  readonly settings: PlayerSettings;
  readonly serviceNow: () => number;
  readonly wallNow: () => number;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Plays the past up to the service clock, says that it is ready, and goes on live until the signal. */
export async function runWorld({ settings, serviceNow, wallNow, print, signal }: WorldParts): Promise<void> {
  const sleep = interruptibleSleep(signal);
  const files = openWorldFiles(settings.dataFolder, settings.secret);
  const keys = files.ensureSources();
  files.ensureBerths();
  let state: PlayState = files.findState() ?? { anchor: utcIso(serviceNow()), delivered: {} };
  files.saveState(state);
  const anchor = Date.parse(state.anchor);
  const journeys = sampleJourneys(anchor);
  const script = sampleDeliveries(state.anchor);
  const push = { ingestUrl: settings.ingestUrl, keys, sleep, signal };

  const send = async (delivery: Delivery, receivedAt: string | null): Promise<boolean> => {
    const result = await pushMessage(push, delivery, receivedAt);
    if (result.outcome === 'REFUSED') print(`refused (${result.status}) ${delivery.what}: ${result.detail}`);
    // What is refused for good would be refused again.
    return result.outcome !== 'STOPPED';
  };

  const open = remaining(script, state.delivered);
  const started = serviceNow();
  const past = open.filter(({ deliverAt }) => Date.parse(deliverAt) <= started);
  print(`sample world: ${past.length} messages of the past, ${open.length - past.length} to come`);
  state = await play(
    past,
    state,
    (delivery) => send(delivery, delivery.deliverAt),
    (reached, sent) => {
      files.saveState(reached);
      if (sent % 128 === 0) print(`sample world: ${sent} of ${past.length} messages sent`);
    },
  );
  if (signal.aborted) return;
  const progress = (jobs: number): void => print(`sample world: ${jobs} messages wait to be read`);
  await waitUntilRead({ ingestUrl: settings.ingestUrl, sleep, signal, progress });
  if (signal.aborted) return;
  const numbers = sampleNumbers(anchor);
  print(
    JSON.stringify({ sampleNumbers: numbers.map((n) => ({ ...n, about: `${n.noteEn} · ${n.noteZh}` })) }),
  );
  print('sample world ready');

  const feed = settings.aisPort === null ? null : openAisFeed(settings.aisPort, '127.0.0.1');
  let told = Math.max(started, anchor);
  const positions = async (): Promise<void> => {
    const batch = livePositions(journeys, serviceNow());
    if (feed) feed.write(batch.bytes);
    else await send(batch, null);
    // By then the ships are where the clock is; the others told on the way, and are told of now.
    const reached = serviceNow();
    for (const report of moverReports(journeys, told, reached)) await send(report, null);
    told = reached;
  };
  const future = remaining(script, state.delivered);
  let position = script.length - future.length;
  let nextPositions = wallNow();
  while (!signal.aborted) {
    if (wallNow() >= nextPositions) {
      await positions();
      nextPositions += POSITIONS_EVERY_MS;
    }
    const next = future[0];
    const now = serviceNow();
    const due = next ? Date.parse(next.deliverAt) : Number.POSITIVE_INFINITY;
    if (!next || due > now) {
      const untilPositions = Math.max(50, nextPositions - wallNow());
      await sleep(Math.min(untilPositions, sleepUntil(due, now, settings.clockRate)));
      continue;
    }
    if (next.sourceId === DROPS_FILES) files.drop(next.sourceId, dropFileName(next, position), next.bytes);
    else if (!(await send(next, null))) break;
    future.shift();
    position += 1;
    const before = state.delivered[next.sourceId] ?? 0;
    state = { ...state, delivered: { ...state.delivered, [next.sourceId]: before + 1 } };
    files.saveState(state);
    print(`${next.deliverAt} ${next.what}`);
  }
  feed?.close();
}
