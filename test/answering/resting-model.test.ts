import type { LanguageModel } from '../../src/answering/language-model';
import { RestingModel } from '../../src/answering/resting-model';
import { PonteError } from '../../src/errors';
import { type Log, silentLog } from '../../src/log';

/** A model that fails while `isSick`, counts its questions and can be held up. */
function openResting() {
  const state = { isSick: true, asked: 0, now: 0, logged: 0, hold: Promise.resolve() };
  const model: LanguageModel = {
    complete: async () => {
      state.asked += 1;
      await state.hold;
      if (state.isSick) throw new PonteError('MODEL_FAILED', 'status 500');
      return 'well';
    },
  };
  const log: Log = {
    ...silentLog,
    degraded: () => {
      state.logged += 1;
    },
  };
  const resting = new RestingModel({ model, log, now: () => state.now });
  const ask = () =>
    resting.complete([]).catch((error: unknown) => {
      if (error instanceof PonteError) return error.where;
      throw error;
    });
  return { state, ask };
}

it('is not asked for a minute after three failures, and each failure is logged once', async () => {
  const { state, ask } = openResting();
  for (let n = 0; n < 3; n++) expect(await ask()).toBe('status 500');
  for (let n = 0; n < 5; n++) expect(await ask()).toBe('rests');
  state.now = 59_999;
  expect(await ask()).toBe('rests');
  expect([state.asked, state.logged]).toEqual([3, 3]);
});

it('is tried by one question after the rest, and rests again when that fails', async () => {
  const { state, ask } = openResting();
  for (let n = 0; n < 3; n++) await ask();
  state.now = 60_000;
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['status 500', 'busy', 'busy']);
  expect(await ask()).toBe('rests');
  expect(state.asked).toBe(4);
  state.now = 120_000;
  state.isSick = false;
  expect([await ask(), await ask()]).toEqual(['well', 'well']);
});

it('forgets failures once it answers', async () => {
  const { state, ask } = openResting();
  for (const isSick of [true, true, false, true, true, false]) {
    state.isSick = isSick;
    await ask();
  }
  expect(state.asked).toBe(6);
  expect(await ask()).toBe('well');
});

it('is asked eight questions at once, no more', async () => {
  const { state, ask } = openResting();
  let release = () => {};
  state.hold = new Promise((resolve) => {
    release = resolve;
  });
  state.isSick = false;
  const asking = Array.from({ length: 10 }, () => ask());
  release();
  expect((await Promise.all(asking)).sort()).toEqual(['busy', 'busy', ...Array.from({ length: 8 }, () => 'well')]);
});
