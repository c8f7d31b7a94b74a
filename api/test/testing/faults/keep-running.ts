import { once } from 'node:events';
import { startScript, stopChild } from '../child.ts';

/** A process that is started again as soon as it ends unasked. */
export interface KeptProcess {
  /** SIGKILL; resolves when the next one has been started. */
  killOnce(): Promise<void>;
  stop(): Promise<void>;
}

export function keepRunning(script: string, env: Readonly<Record<string, string>>): KeptProcess {
  let isWanted = true;
  const begin = () => {
    const started = startScript(script, [], env);
    started.once('exit', () => {
      if (isWanted) child = begin();
    });
    return started;
  };
  let child = begin();
  return {
    async killOnce() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      isWanted = false;
      await stopChild(child);
    },
  };
}
