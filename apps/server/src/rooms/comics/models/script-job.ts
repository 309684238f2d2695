/** The script of a comic whose people and speakers a model tells. It waits for somebody else's answer, so it takes no hand from those who draw. */
import { ModelAddress, modelOfAddress, type MakeOptions } from '@komawari/contract';
import { AppError } from '../../../kernel/errors.ts';
import type { WorkJob, WorkRun } from '../../../kernel/tasks/job-registry.ts';
import { tellProgress } from '../../../kernel/tasks/tell-progress.ts';
import type { TextRequest } from '../../../ports/text-provider.ts';
import { closeCalls, closeLost, type Models } from '../../studio/index.ts';
import type { ComicEngine } from '../engine.ts';
import { ComicInput } from '../making/inputs.ts';
import { getStory } from '../making/making-store.ts';
import { aloneToo, readable, scriptResult } from '../making/script-jobs.ts';
import { artistName } from './artist.ts';

/** A provider that is down is asked again over some ten minutes. */
const FAILURES_MAX = 12;

type Tools = { engine: ComicEngine; models: Models };
type Reading = Awaited<ReturnType<ComicEngine['openReading']>>;
type ReadyModel = NonNullable<Awaited<ReturnType<Models['findTextModel']>>>;

export function modelScriptJob(tools: Tools): WorkJob<ComicInput> {
  return {
    type: 'work', kind: 'comic.model-script', lane: 'waiting', input: ComicInput, failuresMax: FAILURES_MAX,
    run: (run) => tools.models.guard(run.app, { taskId: run.task.id, signal: run.signal }, async () => {
      const { app, task } = run;
      const { text, options } = await getStory(app.client.db, task.input.comicId);
      const wishes = options as MakeOptions;
      const address = ModelAddress.safeParse(wishes.writer).data;
      const model = address === undefined ? undefined : await tools.models.findTextModel(app, modelOfAddress(address));
      if (!model) throw new AppError('studio.no-model');
      const reading = await readable(() => tools.engine.openReading(text, wishes));
      await readParts(run, tools.models, reading, model);
      const { book, report } = reading.finish(artistName(model));
      if (report.lines > 0 && report.missing === report.lines) throw new AppError('comics.model-unreadable');
      if (report.missing + report.invented > 0) app.log.info({ comicId: task.input.comicId, ...report }, 'a model left out or made up lines of a script; they were put right');
      const written = await scriptResult(app, tools.engine, task.input.comicId, book);
      return { ...written, result: { ...written.result, report } };
    }),
    async onEnd(tx, task, end) {
      if (end.state === 'cancelled') await closeCalls(tx, task.id, end.now);
      await aloneToo.onEnd(tx, task, end);
    },
    async onReopen(tx, task, now) {
      await closeLost(tx, task.id, now);
      await aloneToo.onReopen(tx, task, now);
    },
  };
}

/** Part by part, since who is known by then goes with the next question. What an answer left out is asked for once more. */
async function readParts({ app, task, signal }: WorkRun<ComicInput>, models: Models, reading: Reading, model: ReadyModel): Promise<void> {
  const tell = tellProgress(app, task);
  const ask = async (part: number) => {
    signal.throwIfAborted();
    const { text } = await models.write(app, { task, model, request: requestOf(reading.question(part), model), signal });
    return reading.answer(part, text);
  };
  for (let part = 0; part < reading.parts; part += 1) {
    tell(part, reading.parts);
    const open = await ask(part);
    if (open.length > 0) await ask(part);
  }
}

/** Whom its provider cannot hold to a schema is told it in words. */
function requestOf({ name, system, user, schema }: ReturnType<Reading['question']>, { model }: ReadyModel): Omit<TextRequest, 'model'> {
  const told = model.schema ? system : `${system}\nThe JSON has this schema:\n${JSON.stringify(schema)}`;
  return { messages: [{ role: 'system', text: told }, { role: 'user', text: user }], temperature: 0, ...(model.schema ? { schema: { name, schema } } : {}) };
}
