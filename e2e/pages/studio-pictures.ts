/** Pictures on the wall of the studio: some drawn, one refused, some that wait. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeOpenai } from '../../packages/testkit/fakes/providers/fake-openai.ts';
import type { Journey } from '../testing/journey.ts';

const WAITING = [['The keeper climbs the stairs with a lamp, seen from above', 1024, 1536], ['A storm comes in over the harbour, all boats are tied up, a cat watches from the window', 1536, 1024], ['灯塔下的小船', 1024, 1024]] as const;

type Drawn = { id: string; pictures: { id: string; state: string }[] };

export type StudioPictures = { grid: string; drawn: string; other: string; refused: string };

export async function hangPictures(call: Journey['call'], models: FakeOpenai): Promise<StudioPictures> {
  const { items } = await call<{ items: { providerId: string; providerName: string; model: { id: string } }[] }>('GET', '/studio/models');
  const offer = items.find(({ providerName }) => providerName === 'OpenAI');
  if (!offer) throw new Error('nobody draws for the studio');
  const model = { providerId: offer.providerId, modelId: offer.model.id };
  await call('PUT', '/model-defaults', { purpose: 'picture', ...model });
  await call('PUT', '/studio/keeping', { keepDays: 365, quotaBytes: 2_000_000_000, totalBytes: 0, trashDays: 30 });
  const draw = async (prompt: string, count: number) => untilDrawn((await call<Drawn>('POST', '/studio/generations', { recipe: { model, prompt, count } })).id);
  const untilDrawn = async (id: string) => {
    for (;;) {
      const { pictures } = await call<Drawn>('GET', `/studio/generations/${id}`);
      if (pictures.every(({ state }) => !['queued', 'running'].includes(state))) return pictures.map((picture) => picture.id);
      await sleep(200);
    }
  };
  const styles = [{ id: '', words: '' }, { id: 'ink', words: 'ink wash painting' }, { id: 'watercolour', words: 'watercolour, soft washes' }];
  const { id: grid } = await call<Drawn>('POST', '/studio/grids', { recipe: { model, prompt: 'A lighthouse at dusk' }, axes: [{ kind: 'style', values: styles }, { kind: 'word', search: 'dusk', values: ['dusk', 'dawn'] }] });
  await untilDrawn(grid);
  const [drawn = '', other = ''] = await draw('A lighthouse keeper and her cat at dawn, mist over the harbour', 2);
  models.fault({ kind: 'input-refused' });
  const [refused = ''] = await draw('Somebody who must not be drawn', 1);
  // As long as the site is there: nothing of a queue that is paused is begun.
  await call('PUT', '/studio/queue/pause', { isPaused: true });
  for (const [prompt, width, height] of WAITING) await call('POST', '/studio/generations', { recipe: { model, prompt, size: { kind: 'pixels', width, height } } });
  return { grid, drawn, other, refused };
}
