/** Draws a take that came with a bundle and that no page has asked for. */
import type { WorkJob } from '../../../kernel/tasks/job-registry.ts';
import type { ComicEngine } from '../engine.ts';
import { FAILURES_MAX, TakeInput } from '../making/inputs.ts';
import { getBookKey } from '../making/making-store.ts';
import { frameSize, hashOf } from '../making/plan-work.ts';
import { scriptShelf } from '../objects.ts';
import { drawnColumns, drawToKeep } from './draw-take.ts';
import { findTake, setTake } from './take-store.ts';

export function bundleTakeJob(engine: ComicEngine): WorkJob<TakeInput> {
  const shelf = scriptShelf(2);
  return {
    type: 'work', kind: 'comic.bundle-take', input: TakeInput, failuresMax: FAILURES_MAX,
    async run({ app, task, signal }) {
      const { comicId, panelId, takeId } = task.input;
      const script = await shelf(app, await getBookKey(app.client.db, comicId));
      const take = await findTake(app.client.db, comicId, takeId);
      const laid = script.plan.pages.flatMap((page) => page.panels).find((panel) => panel.id === panelId);
      // Drawn by now for its page, or its panel is gone.
      if (!take || take.drawing_key !== null || !laid) return { result: { takeId } };
      const at = { app, engine, script, panelId, frame: frameSize(laid) };
      const drawn = await drawToKeep(at, take.directions, signal);
      const inputsHash = hashOf((await engine.factsOf(script.book))(panelId));
      signal.throwIfAborted();
      return {
        result: { takeId, drawingKey: drawn.drawingKey },
        events: [{ type: 'comic.take', panelId, takeId, state: 'done' }],
        commit: (tx) => setTake(tx, takeId, drawnColumns(at, drawn, inputsHash)),
      };
    },
    // One that was only stopped waits on, as it did.
    async onEnd(tx, task, end) {
      if (end.state !== 'done' && end.state !== 'cancelled') await setTake(tx, TakeInput.parse(task.input).takeId, { state: end.state, error_code: end.code, error_detail: end.detail });
    },
    async onReopen(tx, task) {
      await setTake(tx, TakeInput.parse(task.input).takeId, { state: 'done', error_code: null, error_detail: null });
    },
  };
}
