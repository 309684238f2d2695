/** `images/generations` and `images/edits`, whole and as events. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked } from './fake-provider.ts';
import type { Fault } from './fault.ts';
import type { OpenaiAlbum } from './openai-album.ts';
import { errorAnswer, errorBody, MODERATION, SERVER_ERROR, type OpenaiErrorForm } from './openai-errors.ts';
import { actsOut } from './openai-faults.ts';
import { bodyOf } from './openai-fields.ts';
import { readImageSettings, type ImageSettings } from './openai-image-settings.ts';
import type { OpenaiCatalogue } from './openai-models.ts';
import { paintOpenai, type EditedPicture, type WrongPicture } from './openai-paint.ts';
import { readEdit, type OpenaiLimits, type OpenaiShelf } from './openai-references.ts';
import type { Reply } from './reply.ts';

export type OpenaiImageWorld = {
  catalogue: OpenaiCatalogue;
  limits: OpenaiLimits;
  shelf: OpenaiShelf;
  album: OpenaiAlbum;
  errorForm: OpenaiErrorForm;
  stepMs: number;
  /** So many partial pictures come at most, however many were asked for. */
  partialsAtMost: number;
  billsWithheld: boolean;
};

const OWN = ['input-refused', 'output-refused', 'empty', 'wrong-type', 'bomb', 'stream-error', 'expired-address'] as const;

type Job = { settings: ImageSettings; edited?: EditedPicture; references: number };

export async function generateOpenai(asked: Asked, reply: Reply, world: OpenaiImageWorld): Promise<void> {
  const settings = readImageSettings(bodyOf(asked.body), world.catalogue);
  await reply.work((fault) => draw({ settings, references: 0 }, fault, reply, world));
}

export async function editOpenai(asked: Asked, reply: Reply, world: OpenaiImageWorld): Promise<void> {
  const { body, references, mask, fields } = await readEdit(asked, world.limits, world.shelf);
  const settings = readImageSettings(body, world.catalogue, fields);
  const [first] = references;
  await reply.work((fault) => draw({ settings, edited: first && { first, mask }, references: references.length }, fault, reply, world));
}

async function draw(job: Job, fault: Fault | undefined, reply: Reply, world: OpenaiImageWorld): Promise<void> {
  const { settings } = job;
  const own = actsOut(fault, OWN, 'an image');
  if (own === 'stream-error' && !settings.isStream) throw new Error('only a stream can break off with an error inside');
  if (own === 'expired-address' && !settings.byAddress) throw new Error('a picture in the answer has no address that could expire');
  if (own === 'input-refused') return reply.answer(errorAnswer(MODERATION, world.errorForm));
  if (own !== 'output-refused' || world.billsWithheld) reply.bill(settings.n);
  if (settings.isStream) return reply.stream('text/event-stream; charset=utf-8', imageEvents(job, own, world), world.stepMs);
  await sleep(world.stepMs);
  if (own === 'output-refused') return reply.answer(errorAnswer(MODERATION, world.errorForm));
  const pictures = own === 'empty' ? [] : await Promise.all(Array.from({ length: settings.n }, (_, index) => paintOpenai(settings, index, job.edited, wrongOf(own))));
  const { width, height, quality, format, background } = settings;
  await reply.answer({
    body: {
      created: 1_760_000_000, data: pictures.map((picture) => (settings.byAddress ? { url: world.album.keep(Buffer.from(picture, 'base64'), format, own === 'expired-address') } : { b64_json: picture })),
      size: `${width}x${height}`, quality, output_format: format, background, usage: usageOf(job, settings.n),
    },
  });
}

/** Each picture has its partial ones before it. Nothing tells to which of several pictures a partial one belongs. */
async function* imageEvents(job: Job, own: string | undefined, { partialsAtMost, errorForm }: OpenaiImageWorld): AsyncGenerator<string> {
  const { settings, edited } = job;
  const prefix = edited ? 'image_edit' : 'image_generation';
  for (let index = 0; index < settings.n; index += 1) {
    for (let at = 0; at < Math.min(settings.partials, partialsAtMost); at += 1) {
      yield event(`${prefix}.partial_image`, { b64_json: await paintOpenai(settings, index + 4 + at, edited), partial_image_index: at });
    }
    if (own === 'output-refused') return yield event('error', { ...asObject(errorBody(MODERATION, errorForm)) });
    if (own === 'stream-error') return yield event('error', { ...asObject(errorBody(SERVER_ERROR, errorForm)) });
    if (own === 'empty') return;
    yield event(`${prefix}.completed`, { b64_json: await paintOpenai(settings, index, edited, wrongOf(own)), usage: usageOf(job, 1) });
  }
}

function event(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function wrongOf(own: string | undefined): WrongPicture {
  return own === 'wrong-type' || own === 'bomb' ? own : undefined;
}

/** Made up, and steady: a token for four characters, 300 for a reference, one for 1024 pixels drawn. */
function usageOf({ settings: { prompt, width, height }, references }: Job, pictures: number) {
  const [text, image] = [Math.ceil(prompt.length / 4), references * 300];
  const output = Math.ceil((width * height) / 1024) * pictures;
  return { total_tokens: text + image + output, input_tokens: text + image, output_tokens: output, input_tokens_details: { text_tokens: text, image_tokens: image } };
}
