/**
 * Progress for a person or a CI log: one line per finished step, `✓ name (seconds)`.
 * On a terminal the step in progress is shown too and overwritten.
 */
export function createLog({ out = process.stdout, now = () => performance.now() } = {}) {
  const live = out.isTTY;
  const pending = new Set();

  const show = () => {
    if (live && pending.size > 0) out.write(`  ${[...pending].join(' · ')} …`);
  };
  const clear = () => {
    if (live && pending.size > 0) out.write('\r\u001B[2K');
  };
  const line = (text) => {
    clear();
    out.write(`${text}\n`);
    show();
  };
  const finish = (name, text) => {
    clear();
    pending.delete(name);
    out.write(`${text}\n`);
    show();
  };

  return {
    line,
    warn: (text) => line(`! ${text}`),
    /** Runs `work`, then prints how long it took. `work` may answer `{note}` to be shown behind the name. */
    async step(name, work) {
      const began = now();
      clear();
      pending.add(name);
      show();
      try {
        const result = await work();
        const note = typeof result?.note === 'string' ? `: ${result.note}` : '';
        finish(name, `✓ ${name}${note} (${seconds(now() - began)})`);
        return result;
      } catch (error) {
        finish(name, `✗ ${name} (${seconds(now() - began)})`);
        throw error;
      }
    },
  };
}

/** A log that says nothing, for tests and the bench. */
export const silentLog = { line() {}, warn() {}, step: async (_name, work) => work() };

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
