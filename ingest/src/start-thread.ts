import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts a script of ours in a thread, as built or from source; `script` is the URL of the source file beside the caller. */
export function startThread(script: URL, options: WorkerOptions): Worker {
  if (!script.pathname.endsWith('.ts')) return new Worker(script, options);
  return new Worker(fromSource(script), { ...options, eval: true, execArgv: ['--conditions=development'] });
}

/** The URL of a script beside this module, whose ending is that of this module. */
export function besideOf(module: string, name: string): URL {
  return new URL(`./${name}.${module.endsWith('.ts') ? 'ts' : 'js'}`, module);
}

/** A thread does not inherit that its process runs TypeScript: it has to be told. */
function fromSource(script: URL): string {
  const tsx = import.meta.resolve('tsx/esm/api');
  return `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(script.href)}); });`;
}
