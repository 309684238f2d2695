/** `POST /images/generations` and `/images/edits`: one picture with previews as events, several at once as one answer. */
import type { ImageAnswer, ImageCall, ImageProvider, ImageRequest } from '../../../ports/image-provider.ts';
import { wordsIn } from '../wire/said.ts';
import type { Wire } from '../wire/wire.ts';
import { answerOf, streamedAnswer } from './openai-image-answer.ts';
import { imagePlan, type ImageDialect } from './openai-image-request.ts';

export function openaiImages(wire: Wire, { dialect, listModels }: { dialect: ImageDialect; listModels: ImageProvider['listModels'] }): ImageProvider {
  return { listModels, draw: (request, call) => draw(wire, dialect, { request, call }) };
}

async function draw(wire: Wire, dialect: ImageDialect, { request, call }: { request: ImageRequest; call: ImageCall }): Promise<ImageAnswer> {
  const { path, body, asked, previews } = await imagePlan(request, dialect, call.onPreview !== undefined);
  // Pictures of up to 50 MB stand in the answer itself, with their previews.
  const limits = { bytesMax: 72 * 2 ** 20 * (request.count + previews + 1), ...dialect.limits };
  const ask = { call, mayBill: true, limits, headers: { 'x-client-request-id': call.id } };
  const drawing = { wire, ask, bounds: { asked }, texts: wordsIn(request.prompt) };
  if (previews === 0) {
    const { json } = body instanceof FormData ? await wire.postForm(path, body, ask) : await wire.postJson(path, body, ask);
    return answerOf(json, drawing);
  }
  const answer = await streamedAnswer(await wire.stream(path, body, ask), drawing, {
    onPreview(picture, index) {
      call.onProgress?.({ share: Math.min(1, (index + 1) / (previews + 1)) });
      call.onPreview?.(0, picture);
    },
  });
  call.onProgress?.({ share: 1 });
  return answer;
}
