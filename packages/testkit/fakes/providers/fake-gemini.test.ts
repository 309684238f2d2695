import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startFakeGemini, type FakeGemini, type GeminiOptions } from './fake-gemini.ts';
import { fakePicture } from './fake-pictures.ts';
import type { Fault } from './fault.ts';
import { BLOCK_REASONS, EMPTY_FORMS, WITHHELD_REASONS, type GeminiAnswer } from './gemini-answers.ts';
import type { GeminiErrorBody } from './gemini-errors.ts';

const TEXT = 'gemini-flash-latest';
const PRO = 'gemini-3-pro-image';
const FLASH = 'gemini-2.5-flash-image';
const USER = (text: string) => [{ role: 'user', parts: [{ text }] }];
let fake: FakeGemini;

async function restart(options: GeminiOptions) {
  await fake.close();
  fake = await startFakeGemini(options);
}
beforeEach(async () => { fake = await startFakeGemini({ hasThoughts: false }); });
afterEach(() => fake.close());

function post(call: string, body: unknown, headers: Record<string, string> = { 'x-goog-api-key': fake.key }) {
  return fetch(`${fake.url}/v1beta/models/${call}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body), redirect: 'manual' });
}
async function generate(model: string, body: unknown, fault?: Fault): Promise<GeminiAnswer> {
  if (fault) fake.fault(fault);
  const response = await post(`${model}:generateContent`, body);
  expect(response.status).toBe(200);
  return await response.json() as GeminiAnswer;
}
async function refused(call: string, body: unknown): Promise<GeminiErrorBody['error']> {
  const response = await post(call, body);
  const { error } = await response.json() as GeminiErrorBody;
  expect(response.status).toBe(error.code);
  return error;
}
/** What the original cannot do is a fault of the test: said aloud, under a status of no provider. */
async function impossible(model: string, fault: Fault) {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  fake.fault(fault);
  expect((await post(`${model}:generateContent`, { contents: USER('x') })).status).toBe(599);
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
  expect(fake.billed()).toBe(0);
}
const picturesOf = (answer: GeminiAnswer) => (answer.candidates?.[0]?.content?.parts ?? []).flatMap(({ inlineData, thought }) => (inlineData && !thought ? [inlineData] : []));
async function sizeOf(answer: GeminiAnswer) {
  const { width, height, format } = await sharp(Buffer.from(picturesOf(answer)[0]?.data ?? '', 'base64')).metadata();
  return [width, height, format];
}
const eventsOf = (text: string) => text.split('\r\n\r\n').filter(Boolean).map((event) => JSON.parse(event.replace(/^data: /, '')) as GeminiAnswer & Partial<GeminiErrorBody>);
const wordsOf = (answers: GeminiAnswer[]) => answers.flatMap(({ candidates }) => candidates?.[0]?.content?.parts ?? []).map(({ text }) => text ?? '').join('');

describe('words', () => {
  test('the whole shape of an answer', async () => {
    expect(await generate(TEXT, { systemInstruction: { parts: [{ text: 'Be short.' }] }, contents: USER('a fox 漫画') })).toEqual({
      candidates: [{ content: { parts: [{ text: 'echo: a fox 漫画' }], role: 'model' }, finishReason: 'STOP', index: 0 }],
      usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 4, totalTokenCount: 9 }, modelVersion: TEXT, responseId: 'response-1',
    });
    expect(fake.billed()).toBe(1);
  });

  test('the last turn of the user is echoed, the colon may be escaped', async () => {
    const contents = [...USER('one'), { role: 'model', parts: [{ text: 'echo: one' }] }, ...USER('two')];
    const response = await post(`${TEXT}%3AgenerateContent`, { contents });
    expect(wordsOf([await response.json() as GeminiAnswer])).toBe('echo: two');
    expect(fake.returned()).toEqual(['foreign']);
  });

  test('words end at the limit, and say so', async () => {
    const { candidates } = await generate(TEXT, { contents: USER('a long story of foxes'), generationConfig: { maxOutputTokens: 2 } });
    expect(candidates).toEqual([{ content: { parts: [{ text: 'echo: a ' }], role: 'model' }, finishReason: 'MAX_TOKENS', index: 0 }]);
  });

  test('thoughts are parts of their own', async () => {
    const { candidates } = await generate(TEXT, { contents: USER('x'), generationConfig: { thinkingConfig: { includeThoughts: true } } });
    expect(candidates?.[0]?.content?.parts).toEqual([{ text: expect.any(String), thought: true }, { text: 'echo: x' }]);
  });

  test('JSON fits either schema', async () => {
    const responseSchema = { type: 'OBJECT', required: ['title', 'panels', 'mood'], propertyOrdering: ['mood', 'title', 'panels'], properties: {
      title: { type: 'STRING', maxLength: 8 }, note: { type: 'STRING' }, mood: { type: 'STRING', enum: ['calm', 'wild'] },
      panels: { type: 'ARRAY', minItems: '2', items: { type: 'OBJECT', properties: { n: { type: 'INTEGER', minimum: 3 }, isWide: { type: 'BOOLEAN' } } } },
    } };
    const json = async (config: object) => wordsOf([await generate(TEXT, { contents: USER('a fox'), generationConfig: { responseMimeType: 'application/json', ...config } })]);
    expect(await json({ responseSchema })).toBe('{"mood":"calm","title":"echo: a ","panels":[{"n":3,"isWide":true},{"n":3,"isWide":true}]}');
    const responseJsonSchema = { type: 'object', additionalProperties: false, required: ['who', 'kind'], properties: { who: { $ref: '#/$defs/one' }, kind: { const: 'cat' } }, $defs: { one: { type: ['string', 'null'] } } };
    expect(JSON.parse(await json({ responseJsonSchema }))).toEqual({ who: 'echo: a fox', kind: 'cat' });
    expect(JSON.parse(await json({}))).toEqual({ echo: 'a fox' });
  });

  test('a single label', async () => {
    const generationConfig = { responseMimeType: 'text/x.enum', responseSchema: { type: 'STRING', enum: ['cat', 'fox'] } };
    expect(wordsOf([await generate(TEXT, { contents: USER('is it a fox?'), generationConfig })])).toBe('fox');
    expect(wordsOf([await generate(TEXT, { contents: USER('?'), generationConfig })])).toBe('cat');
  });

  test('safety settings by their names', async () => {
    const asking = (category: string, threshold: string) => ({ contents: USER('x'), safetySettings: [{ category, threshold }] });
    for (const category of ['HARASSMENT', 'HATE_SPEECH', 'SEXUALLY_EXPLICIT', 'DANGEROUS_CONTENT']) await generate(TEXT, asking(`HARM_CATEGORY_${category}`, 'BLOCK_NONE'));
    for (const threshold of ['BLOCK_LOW_AND_ABOVE', 'OFF']) await generate(TEXT, asking('HARM_CATEGORY_HARASSMENT', threshold));
    expect((await refused(`${TEXT}:generateContent`, asking('HARASSMENT', 'OFF'))).message).toContain("'safety_settings[0].category'");
    expect((await refused(`${TEXT}:generateContent`, asking('HARM_CATEGORY_HARASSMENT', 'NONE'))).status).toBe('INVALID_ARGUMENT');
  });
});

describe('pictures as input', () => {
  const seeing = (...parts: object[]) => ({ contents: [{ role: 'user', parts: [{ text: 'what is it?' }, ...parts] }] });

  test('png, jpeg and webp are seen; heic by its box', async () => {
    const parts = await Promise.all((['png', 'jpeg', 'webp'] as const).map(async (type) => ({ inlineData: { mimeType: `image/${type}`, data: (await fakePicture(40, 20, 0, type)).toString('base64') } })));
    const heic = { inlineData: { mimeType: 'image/heic', data: Buffer.from('\0\0\0\x18ftypheic').toString('base64') } };
    const answer = await generate(TEXT, seeing(...parts, heic));
    expect(wordsOf([answer])).toBe('echo: what is it? [seen: image/png 40x20, image/jpeg 40x20, image/webp 40x20, image/heic]');
    expect(answer.usageMetadata['promptTokenCount']).toBe(3 + 4 * 258);
  });

  test('a file by its address', async () => {
    const fileUri = fake.keepFile(await fakePicture(8, 6), 'image/png');
    expect(wordsOf([await generate(TEXT, seeing({ fileData: { mimeType: 'image/png', fileUri } }))])).toBe('echo: what is it? [seen: image/png 8x6]');
    expect(await refused(`${TEXT}:generateContent`, seeing({ fileData: { mimeType: 'image/png', fileUri: `${fileUri}0` } }))).toMatchObject({ code: 403, status: 'PERMISSION_DENIED' });
  });

  test('what is not one is refused', async () => {
    const png = (await fakePicture(4, 4)).toString('base64');
    const wrong = async (mimeType: string, data: string) => (await refused(`${TEXT}:generateContent`, seeing({ inlineData: { mimeType, data } }))).message;
    expect(await wrong('image/gif', png)).toBe('Unsupported MIME type: image/gif');
    expect(await wrong('image/png', `data:image/png;base64,${png}`)).toContain("Invalid value at 'contents[0].parts[1].inline_data.data' (TYPE_BYTES)");
    expect(await wrong('image/png', '')).toContain('TYPE_BYTES');
    expect(await wrong('image/jpeg', png)).toContain('Unable to process input image.');
    expect(await wrong('image/png', Buffer.from('no picture').toString('base64'))).toContain('Unable to process input image.');
    expect(await wrong('image/heif', png)).toContain('Unable to process input image.');
  });

  test('a request that is too large', async () => {
    await restart({ maxRequestBytes: 2000 });
    expect(await refused(`${TEXT}:generateContent`, { contents: USER('x'.repeat(2000)) })).toMatchObject({ code: 400, message: 'Request payload size exceeds the limit: 2000 bytes.' });
  });
});

describe('pictures', () => {
  const drawing = (imageConfig?: object, responseModalities = ['TEXT', 'IMAGE'], more: object = {}) => ({ contents: USER('a fox'), generationConfig: { responseModalities, ...(imageConfig ? { imageConfig } : {}), ...more } });
  const references = async (count: number) => ({ contents: [{ role: 'user', parts: [{ text: 'as these' }, ...await Promise.all(Array.from({ length: count }, async (_, at) => ({ inlineData: { mimeType: 'image/png', data: (await fakePicture(90, 160, at)).toString('base64') } })))] }] });

  test('the whole shape of an answer', async () => {
    const { candidates } = await generate(PRO, drawing({ aspectRatio: '16:9', imageSize: '1K' }));
    expect(candidates).toEqual([{
      content: { parts: [{ text: 'echo: a fox' }, { inlineData: { mimeType: 'image/png', data: expect.stringMatching(/^iVBOR/) }, thoughtSignature: expect.any(String) }], role: 'model' },
      finishReason: 'STOP', index: 0,
    }]);
    expect(fake.billed()).toBe(1);
  });

  test.each([
    [PRO, undefined, [1024, 1024, 'png']], [PRO, { aspectRatio: '16:9', imageSize: '2K' }, [2736, 1536, 'png']], [PRO, { imageSize: '4K' }, [4096, 4096, 'png']],
    [FLASH, { aspectRatio: '9:16' }, [768, 1360, 'png']], ['gemini-3.1-flash-image', { aspectRatio: '1:8', imageSize: '512' }, [176, 1456, 'png']], ['gemini-nano-banana-2.1', { aspectRatio: '4:1' }, [2048, 512, 'png']],
  ] as const)('%s draws %j', async (model, config, size) => expect(await sizeOf(await generate(model, drawing(config)))).toEqual(size));

  test.each([
    [PRO, { imageSize: '2k' }, "image_size must be one of '1K', '2K', '4K'."], [PRO, { imageSize: '512' }, "image_size must be one of '1K', '2K', '4K'."],
    [FLASH, { imageSize: '1K' }, 'image_size is not supported by models/gemini-2.5-flash-image.'],
    [PRO, { aspectRatio: '1:4' }, "aspect_ratio must be one of '1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'."],
    [PRO, { personGeneration: 'allow_adult' }, `Invalid JSON payload received. Unknown name "personGeneration" at 'generation_config.image_config': Cannot find field.`],
    [PRO, { outputMimeType: 'image/jpeg' }, `Invalid JSON payload received. Unknown name "outputMimeType" at 'generation_config.image_config': Cannot find field.`],
    [TEXT, { aspectRatio: '1:1' }, 'Image config is not supported by models/gemini-flash-latest'],
  ])('%s refuses %j', async (model, config, message) => expect(await refused(`${model}:generateContent`, drawing(config, ['TEXT']))).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT', message }));

  test('modalities choose what comes', async () => {
    expect((await generate(PRO, drawing(undefined, ['IMAGE']))).candidates?.[0]?.content?.parts).toEqual([{ inlineData: expect.anything(), thoughtSignature: expect.anything() }]);
    expect((await generate(PRO, drawing(undefined, ['TEXT']))).candidates?.[0]?.content?.parts).toEqual([{ text: 'echo: a fox' }]);
    expect(picturesOf(await generate(PRO, { contents: USER('a fox') }))).toHaveLength(1);
    expect((await refused(`${TEXT}:generateContent`, drawing())).message).toContain('response modalities (TEXT, IMAGE) is not supported');
    expect((await refused(`${TEXT}:generateContent`, drawing(undefined, ['image']))).message).toContain("'generation_config.response_modalities[0]'");
  });

  test('one picture a call, each of its own colour; the same seed draws the same', async () => {
    const draw = async (seed?: number) => picturesOf(await generate(FLASH, drawing(undefined, ['IMAGE'], seed === undefined ? {} : { seed })))[0]?.data;
    const [one, two, three, four] = [await draw(), await draw(), await draw(5), await draw(5)];
    expect(one).not.toBe(two);
    expect(three).toBe(four);
    expect(fake.billed()).toBe(4);
    expect((await refused(`${FLASH}:generateContent`, drawing(undefined, ['IMAGE'], { candidateCount: 2 }))).message).toBe('Multiple candidates is not enabled for this model');
    expect((await refused(`${FLASH}:generateContent`, drawing(undefined, ['IMAGE'], { seed: 2 ** 31 }))).message).toContain("'generation_config.seed' (TYPE_INT32)");
  });

  test('14 references are taken, 15 are not', async () => {
    expect(await sizeOf(await generate(PRO, await references(14)))).toEqual([768, 1360, 'png']);
    expect(await refused(`${PRO}:generateContent`, await references(15))).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    expect(picturesOf(await generate(FLASH, await references(15)))).toHaveLength(1);
    expect(fake.billed()).toBe(2);
  });

  test('thoughts come first, a sketch among them; jpeg where it is chosen', async () => {
    await restart({ pictureType: 'jpeg', followsReference: false });
    const answer = await generate(PRO, await references(1));
    expect(answer.candidates?.[0]?.content?.parts?.map(({ text, inlineData, thought }) => [text, inlineData?.mimeType, thought])).toEqual([
      ['A sketch first.', undefined, true], [undefined, 'image/jpeg', true], ['echo: as these [seen: image/png 90x160]', undefined, undefined], [undefined, 'image/jpeg', undefined],
    ]);
    expect(await sizeOf(answer)).toEqual([1024, 1024, 'jpeg']);
  });

  test('parts that come back are compared with what was given out', async () => {
    const { content } = (await generate(PRO, drawing())).candidates?.[0] ?? {};
    const parts = content?.parts ?? [];
    await generate(PRO, { contents: [...USER('a fox'), content, ...USER('make it night')] });
    await generate(PRO, { contents: [...USER('a fox'), { role: 'model', parts: parts.map((part) => ({ ...part, thoughtSignature: undefined })) }, ...USER('make it night')] });
    expect(fake.returned()).toEqual(['unchanged', 'unchanged', 'unchanged', 'altered']);
  });
});

describe('streams', () => {
  const streaming = async (model: string, query: string, fault?: Fault) => {
    if (fault) fake.fault(fault);
    return post(`${model}:streamGenerateContent${query}`, { contents: USER('a fox 漫画') });
  };

  test('with alt=sse each event is a whole answer, and nothing marks the end', async () => {
    const response = await streaming(TEXT, '?alt=sse');
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(text).not.toContain('[DONE]');
    expect(eventsOf(text)).toEqual([['echo:', undefined], [' a fo', undefined], ['x 漫画', 'STOP']].map(([words, finishReason]) => ({
      candidates: [{ content: { parts: [{ text: words }], role: 'model' }, ...(finishReason ? { finishReason } : {}), index: 0 }],
      usageMetadata: { promptTokenCount: 2, candidatesTokenCount: expect.any(Number), totalTokenCount: expect.any(Number) }, modelVersion: TEXT, responseId: 'response-1',
    })));
    expect(fake.billed()).toBe(1);
  });

  test('without it, one JSON array', async () => {
    const response = await streaming(TEXT, '');
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8');
    const answers = await response.json() as GeminiAnswer[];
    expect(answers).toHaveLength(3);
    expect(wordsOf(answers)).toBe('echo: a fox 漫画');
  });

  test.each(['?alt=sse', ''])('torn into bytes, the text is the same (%s)', async (query) => {
    const whole = await (await streaming(TEXT, query)).text();
    const torn = await (await streaming(TEXT, query, { kind: 'split', bytes: 1 })).text();
    expect(torn).toBe(whole.replaceAll('response-1', 'response-2'));
  });

  test('pictures stream too', async () => {
    const answers = eventsOf(await (await streaming(PRO, '?alt=sse')).text());
    expect(answers.flatMap(picturesOf)).toHaveLength(1);
    expect(answers.at(-1)?.candidates?.[0]?.finishReason).toBe('STOP');
  });

  test.each([TEXT, PRO])('an error inside of the stream of %s', async (model) => {
    const error = { error: { code: 503, message: 'The model is overloaded. Please try again later.', status: 'UNAVAILABLE' } };
    const answers = eventsOf(await (await streaming(model, '?alt=sse', { kind: 'stream-error' })).text());
    expect([answers[0]?.candidates?.[0]?.finishReason, answers[1]]).toEqual([undefined, error]);
    expect((await (await streaming(model, '', { kind: 'stream-error' })).json() as unknown[]).at(-1)).toEqual(error);
    expect(fake.billed()).toBe(0);
  });

  test('a refusal of the prompt, and one on the way', async () => {
    const blocked = eventsOf(await (await streaming(TEXT, '?alt=sse', { kind: 'input-refused' })).text());
    expect(blocked.map(({ promptFeedback, candidates }) => [promptFeedback, candidates])).toEqual([[{ blockReason: 'PROHIBITED_CONTENT' }, undefined]]);
    const withheld = eventsOf(await (await streaming(TEXT, '?alt=sse', { kind: 'output-refused' })).text());
    expect(withheld.map(({ candidates }) => candidates?.[0]?.finishReason)).toEqual([undefined, 'SAFETY']);
  });

  test('errors of the array are wrapped into one, those of events are not', async () => {
    const error = { error: { code: 500, message: 'An internal error has occurred.', status: 'INTERNAL' } };
    for (const [query, body] of [['', [error]], ['?alt=json', [error]], ['?alt=sse', error]] as const) {
      const response = await streaming(TEXT, query, { kind: 'status', status: 500 });
      expect([response.status, await response.json()]).toEqual([500, body]);
    }
    expect(await (await streaming('gone', '')).json()).toMatchObject([{ error: { code: 404 } }]);
    await restart({ wrapsStreamErrors: false });
    expect(await (await streaming(TEXT, '', { kind: 'status', status: 500 })).json()).toEqual(error);
  });
});

describe('refusals under 200', () => {
  test.each(BLOCK_REASONS)('the prompt is blocked: %s', async (input) => {
    fake.refuseFor({ input });
    expect(await generate(PRO, { contents: USER('x') }, { kind: 'input-refused' })).toEqual({ promptFeedback: { blockReason: input }, usageMetadata: { promptTokenCount: 1, totalTokenCount: 1 }, modelVersion: PRO, responseId: 'response-1' });
    expect(fake.billed()).toBe(0);
  });

  test.each(WITHHELD_REASONS)('the answer is withheld: %s', async (output) => {
    fake.refuseFor({ output });
    expect((await generate(PRO, { contents: USER('x') }, { kind: 'output-refused' })).candidates).toEqual([{ finishReason: output, index: 0 }]);
    expect(fake.billed()).toBe(0);
  });

  test('the usual reasons', async () => {
    const reason = async (model: string, kind: 'input-refused' | 'output-refused') => {
      const { promptFeedback, candidates } = await generate(model, { contents: USER('x') }, { kind });
      return promptFeedback?.blockReason ?? candidates?.[0]?.finishReason;
    };
    expect([await reason(TEXT, 'input-refused'), await reason(TEXT, 'output-refused'), await reason(PRO, 'output-refused')]).toEqual(['PROHIBITED_CONTENT', 'SAFETY', 'IMAGE_SAFETY']);
  });

  test.each(EMPTY_FORMS)('success without a picture: %s', async (empty) => {
    fake.refuseFor({ empty });
    const { candidates } = await generate(PRO, { contents: USER('x') }, { kind: 'empty' });
    const contents = {
      words: { role: 'model', parts: [{ text: 'echo: x' }] }, 'no-parts': { role: 'model' }, 'no-content': undefined,
      thoughts: { role: 'model', parts: [{ text: 'A sketch first.', thought: true }, { inlineData: { mimeType: 'image/png', data: expect.any(String) }, thought: true }] },
    };
    expect(candidates).toEqual([{ ...(contents[empty] ? { content: contents[empty] } : {}), finishReason: 'STOP', index: 0 }]);
    expect(fake.billed()).toBe(0);
  });

  test('success without words, and what is withheld may be billed', async () => {
    await restart({ billsWithheld: true });
    expect((await generate(TEXT, { contents: USER('x') }, { kind: 'empty' })).candidates).toEqual([{ content: { role: 'model' }, finishReason: 'STOP', index: 0 }]);
    await generate(PRO, { contents: USER('x') }, { kind: 'output-refused' });
    await generate(PRO, { contents: USER('x') }, { kind: 'input-refused' });
    expect(fake.billed()).toBe(2);
  });

  test('bytes that are no picture, and one that is far too large', async () => {
    const [none] = picturesOf(await generate(PRO, { contents: USER('x') }, { kind: 'wrong-type' }));
    expect(none?.mimeType).toBe('image/png');
    await expect(sharp(Buffer.from(none?.data ?? '', 'base64')).metadata()).rejects.toThrow();
    expect(await sizeOf(await generate(PRO, { contents: USER('x') }, { kind: 'bomb' }))).toEqual([8000, 5000, 'png']);
  });

  test.each([{ kind: 'slot', slot: 0 }, { kind: 'expired-address' }, { kind: 'task-failed' }, { kind: 'stream-error' }] as const)('$kind cannot happen here', (fault) => impossible(PRO, fault));

  test.each([{ kind: 'bomb' }, { kind: 'wrong-type' }] as const)('$kind cannot befall words', (fault) => impossible(TEXT, fault));
});

describe('errors', () => {
  const failing = async (fault: Omit<Extract<Fault, { kind: 'status' }>, 'kind'>) => {
    fake.fault({ kind: 'status', ...fault });
    const response = await post(`${TEXT}:generateContent`, { contents: USER('x') });
    expect([response.status, response.headers.get('retry-after')]).toEqual([fault.status, null]);
    return (await response.json() as GeminiErrorBody).error;
  };
  const retry = (retryDelay: string) => ({ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay });
  const quota = (quotaId: string) => ({ '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaMetric: expect.any(String), quotaId, quotaValue: expect.any(String) }] });

  test('out of quota: how long, and which', async () => {
    expect(await failing({ status: 429 })).toEqual({ code: 429, message: expect.stringContaining('You exceeded your current quota'), status: 'RESOURCE_EXHAUSTED', details: [quota('GenerateRequestsPerMinutePerProjectPerModel'), retry('22s')] });
    expect((await failing({ status: 429, retryAfterS: 3 })).details?.[1]).toEqual(retry('3s'));
    expect((await failing({ status: 429, code: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier', retryAfterS: 5 })).details).toEqual([quota('GenerateRequestsPerDayPerProjectPerModel-FreeTier'), retry('5s')]);
    expect(await failing({ status: 429, code: 'RESOURCE_EXHAUSTED' })).toEqual({ code: 429, message: 'Resource has been exhausted (e.g. check quota).', status: 'RESOURCE_EXHAUSTED' });
    expect(fake.billed()).toBe(0);
  });

  test.each([
    [400, undefined, 'INVALID_ARGUMENT'], [400, 'FAILED_PRECONDITION', 'FAILED_PRECONDITION'], [400, 'API_KEY_INVALID', 'INVALID_ARGUMENT'], [403, undefined, 'PERMISSION_DENIED'], [403, 'CONSUMER_SUSPENDED', 'PERMISSION_DENIED'],
    [404, undefined, 'NOT_FOUND'], [500, undefined, 'INTERNAL'], [503, 'UNAVAILABLE', 'UNAVAILABLE'], [504, undefined, 'DEADLINE_EXCEEDED'],
  ] as const)('%i %s', async (status, code, word) => expect(await failing({ status, code })).toMatchObject({ code: status, status: word, message: expect.any(String) }));

  test('a message may hold the key; 503 may say how long', async () => {
    expect((await failing({ status: 403, code: 'CONSUMER_SUSPENDED' })).message).toContain(fake.key);
    expect((await failing({ status: 503, retryAfterS: 9 })).details).toEqual([retry('9s')]);
  });

  test.each([[429, 'rate_limit_exceeded'], [403, 'API_KEY_INVALID']])('%i %s is not of the original', (status, code) => impossible(TEXT, { kind: 'status', status, code }));

  test('a wrong key is a bad argument, a missing one is not permitted; the query is not read', async () => {
    const answer = async (headers: Record<string, string>, query = '') => (await (await post(`${TEXT}:generateContent${query}`, { contents: USER('x') }, headers)).json() as GeminiErrorBody).error;
    expect(await answer({ 'x-goog-api-key': 'no' })).toEqual({
      code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT',
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID', domain: 'googleapis.com', metadata: { service: 'generativelanguage.googleapis.com' } }],
    });
    expect(await answer({ authorization: `Bearer ${fake.key}` }, `?key=${fake.key}`)).toMatchObject({ code: 403, status: 'PERMISSION_DENIED' });
    expect((await fetch(`${fake.url}/v1beta/models`)).status).toBe(403);
  });

  test.each(['gemini-3-pro-image-preview', 'gemini-3.1-flash-image-preview', 'imagen-4.0-generate-001', 'never-was', 'gemini-embedding-001'])('%s is gone', async (model) => {
    expect(await refused(`${model}:generateContent`, { contents: USER('x') })).toMatchObject({ code: 404, status: 'NOT_FOUND', message: expect.stringContaining(`models/${model} is not found for API version v1beta`) });
  });

  test('Imagen is over, and so is what a test retires', async () => {
    expect((await refused('imagen-4.0-generate-001:predict', { instances: [{ prompt: 'x' }] })).code).toBe(404);
    await restart({ retired: [FLASH] });
    expect((await refused(`${FLASH}:generateContent`, { contents: USER('x') })).code).toBe(404);
  });

  test.each([
    ['no JSON', '{', 'Invalid JSON payload received. Unexpected token.'], ['no contents', {}, '* GenerateContentRequest.contents: contents is not specified\n'],
    ['no parts', { contents: [{ role: 'user', parts: [] }] }, '* GenerateContentRequest.contents[0].parts: contents.parts must not be empty.\n'],
    ['a part of nothing', { contents: [{ parts: [{ thought: true }] }] }, "* GenerateContentRequest.contents[0].parts[0].data: required oneof field 'data' must have one initialized field\n"],
    ['another role', { contents: [{ role: 'assistant', parts: [{ text: 'x' }] }] }, 'Please use a valid role: user, model.'],
    ['an unknown field', { contents: USER('x'), n: 2 }, 'Invalid JSON payload received. Unknown name "n": Cannot find field.'],
    ['an unknown setting', { contents: USER('x'), generationConfig: { negativePrompt: 'y' } }, `Invalid JSON payload received. Unknown name "negativePrompt" at 'generation_config': Cannot find field.`],
    ['words that are none', { contents: [{ parts: [{ text: 5 }] }] }, "Invalid value at 'contents[0].parts[0].text' (TYPE_STRING), 5"],
    ['both schemas', { contents: USER('x'), generationConfig: { responseMimeType: 'application/json', responseSchema: { type: 'STRING' }, responseJsonSchema: { type: 'string' } } }, 'Only one of response_schema and response_json_schema can be set.'],
    ['a schema for words', { contents: USER('x'), generationConfig: { responseSchema: { type: 'STRING' } } }, "A response schema with a response mime type: 'text/plain' is unsupported"],
    ['more than the part of OpenAPI', { contents: USER('x'), generationConfig: { responseMimeType: 'application/json', responseSchema: { type: 'ARRAY', items: { type: 'OBJECT', additionalProperties: false } } } }, `Invalid JSON payload received. Unknown name "additionalProperties" at 'generation_config.response_schema.items': Cannot find field.`],
    ['too many words', { contents: USER('x'.repeat(4 * 1_048_576 + 1)) }, 'The input token count (1048577) exceeds the maximum number of tokens allowed (1048576).'],
  ])('%s', async (_, body, message) => {
    expect(await refused(`${TEXT}:generateContent`, body)).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT', message });
    expect(fake.billed()).toBe(0);
  });

  test('a refused request takes no fault', async () => {
    fake.fault({ kind: 'status', status: 503 });
    await refused(`${TEXT}:generateContent`, {});
    expect((await refused(`${TEXT}:generateContent`, { contents: USER('x') })).code).toBe(503);
  });
});

describe('the wire and the listing', () => {
  test('what is lost or cut was billed', async () => {
    fake.fault({ kind: 'lost' }, { kind: 'cut', afterBytes: 40 });
    await expect(post(`${PRO}:generateContent`, { contents: USER('x') })).rejects.toThrow();
    await expect(post(`${TEXT}:streamGenerateContent?alt=sse`, { contents: USER('x') }).then((response) => response.text())).rejects.toThrow();
    expect(fake.billed()).toBe(2);
  });

  test('who leaves early is billed all the same', async () => {
    await restart({ stepMs: 60 });
    await expect(fetch(`${fake.url}/v1beta/models/${TEXT}:generateContent`, { method: 'POST', headers: { 'x-goog-api-key': fake.key }, body: JSON.stringify({ contents: USER('x') }), signal: AbortSignal.timeout(20) })).rejects.toThrow();
    await expect.poll(() => fake.abandoned()).toBe(1);
    expect(fake.billed()).toBe(1);
  });

  test('models in pages, those for something else among them', async () => {
    const get = async (path: string) => (await fetch(`${fake.url}/v1beta/${path}`, { headers: { 'x-goog-api-key': fake.key } })).json() as Promise<{ models: { name: string; supportedGenerationMethods: string[] }[]; nextPageToken?: string }>;
    const all = await get('models');
    expect(all.models[0]).toEqual({ name: `models/${TEXT}`, version: '001', displayName: TEXT, description: expect.any(String), inputTokenLimit: 1_048_576, outputTokenLimit: 65_536, supportedGenerationMethods: ['generateContent', 'countTokens'] });
    expect(all.models.filter(({ supportedGenerationMethods }) => !supportedGenerationMethods.includes('generateContent')).map(({ name }) => name)).toEqual(['models/gemini-embedding-001']);
    expect(all).not.toHaveProperty('nextPageToken');
    const first = await get('models?pageSize=4');
    const second = await get(`models?pageSize=4&pageToken=${first.nextPageToken}`);
    expect([...first.models, ...second.models]).toEqual(all.models);
    expect(second.nextPageToken).toBeUndefined();
    expect(await get(`models/${PRO}`)).toMatchObject({ name: `models/${PRO}` });
    expect(await get('models/never-was')).toMatchObject({ error: { code: 404 } });
  });

  test('a listing takes faults where it is told to', async () => {
    const list = () => fetch(`${fake.url}/v1beta/models`, { headers: { 'x-goog-api-key': fake.key } });
    fake.fault({ kind: 'status', status: 503 });
    expect((await list()).status).toBe(200);
    await restart({ isListingWork: true });
    fake.fault({ kind: 'status', status: 503 });
    expect([(await list()).status, (await list()).status]).toEqual([503, 200]);
  });
});
