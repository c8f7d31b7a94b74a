export interface Turns {
  /** Ends after the turn that runs. */
  stop(): Promise<void>;
}

/** Looks at once and then again and again; while a turn takes longer than that, none is added. */
export function takeTurns(
  look: (isStopped: () => boolean) => Promise<void>,
  everySeconds: number,
  onError: (error: unknown) => void,
): Turns {
  let stopped = false;
  let running: Promise<void> | null = null;
  const turn = () => {
    running ??= look(() => stopped)
      .catch(onError)
      .finally(() => (running = null));
  };
  turn();
  const timer = setInterval(turn, everySeconds * 1000);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
