import { stopCommands } from './run.mjs';

/** Thrown where work goes on after the user asked to stop: nothing to report. */
export class StopRequested extends Error {}

/**
 * What was started, in order, so that it can be stopped in reverse at any moment, also half-way through a start.
 * An owned thing is `{stop(), kill?()}`.
 */
export function createLifecycle() {
  const owned = [];
  let stopped = null;

  return {
    get stopping() {
      return stopped !== null;
    },
    /** Refuses new work after a stop was asked for. */
    check() {
      if (stopped !== null) throw new StopRequested('stopping');
    },
    own(thing) {
      if (stopped !== null) {
        thing.kill?.();
        throw new StopRequested('stopping');
      }
      owned.push(thing);
      return thing;
    },
    disown(thing) {
      const index = owned.indexOf(thing);
      if (index >= 0) owned.splice(index, 1);
    },
    stop() {
      stopped ??= stopInReverse(owned);
      return stopped;
    },
    /** At once and without asking, for the second Ctrl-C. */
    kill() {
      stopped ??= Promise.resolve();
      stopCommands('SIGKILL');
      for (const thing of owned.splice(0).reverse()) thing.kill?.();
    },
  };
}

async function stopInReverse(owned) {
  stopCommands('SIGTERM');
  const problems = [];
  while (owned.length > 0) {
    // It stays in the list while it stops, so that a second Ctrl-C can still kill it.
    const last = owned.at(-1);
    try {
      await last.stop();
    } catch (error) {
      problems.push(error);
    }
    const index = owned.indexOf(last);
    if (index >= 0) owned.splice(index, 1);
  }
  if (problems.length > 0) throw new AggregateError(problems, 'not everything could be stopped');
}
