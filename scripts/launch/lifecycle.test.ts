import { expect, test } from 'vitest';
import { StopRequested, createLifecycle } from './lifecycle.mjs';

const recorder = () => {
  const said: string[] = [];
  const thing = (name: string) => ({
    stop: async () => void said.push(`stop ${name}`),
    kill: () => void said.push(`kill ${name}`),
  });
  return { said, thing };
};

test('what was started last is stopped first', async () => {
  const { said, thing } = recorder();
  const lifecycle = createLifecycle();
  for (const name of ['neo4j', 'redis', 'api']) lifecycle.own(thing(name));
  await lifecycle.stop();
  expect(said).toEqual(['stop api', 'stop redis', 'stop neo4j']);
});

test('one that cannot be stopped does not keep the others running', async () => {
  const { said, thing } = recorder();
  const lifecycle = createLifecycle();
  lifecycle.own(thing('neo4j'));
  lifecycle.own({ stop: () => Promise.reject(new Error('stuck')) });
  await expect(lifecycle.stop()).rejects.toThrow('not everything could be stopped');
  expect(said).toEqual(['stop neo4j']);
});

test('what starts after the stop was asked for is ended at once', async () => {
  const { said, thing } = recorder();
  const lifecycle = createLifecycle();
  await lifecycle.stop();
  expect(() => lifecycle.own(thing('late'))).toThrow(StopRequested);
  expect(said).toEqual(['kill late']);
  expect(() => lifecycle.check()).toThrow(StopRequested);
});

test('the second Ctrl-C kills also what is just being stopped', () => {
  const { said, thing } = recorder();
  const lifecycle = createLifecycle();
  lifecycle.own(thing('neo4j'));
  lifecycle.own({ ...thing('api'), stop: () => new Promise(() => {}) });
  void lifecycle.stop();
  lifecycle.kill();
  expect(said).toEqual(['kill api', 'kill neo4j']);
});
