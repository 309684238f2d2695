import { TextModel } from '@komawari/contract';
import { describe, expect, test, afterEach } from 'vitest';
import sharp from 'sharp';
import type { Picture } from '../../../apps/server/src/ports/image-provider.ts';
import type { OpenProvider } from '../../../apps/server/src/ports/provider.ts';
import type { TextAnswer, TextPiece, TextRequest } from '../../../apps/server/src/ports/text-provider.ts';
import type { FakeProvider } from '../fakes/providers/fake-provider.ts';
import { accountSuite } from './provider-account-suite.ts';
import { actSuite } from './provider-act-suite.ts';
import type { Act, ProviderHarness } from './provider-harness.ts';
import { openStage, PROMPT, type Stage } from './provider-stage.ts';

/** A request of its own, for a model of its own where it needs one. */
export type TextCase = { model?: string; request?: Partial<Omit<TextRequest, 'model'>> };

export type TextHarness<Settings, Fake extends FakeProvider> = ProviderHarness<Settings, Fake> & {
  /** A model of the fake; the first unless told. */
  model?: string;
  /** Own faults that happen only in a stream. */
  ownStreamed?: readonly ProviderHarness<Settings, Fake>['own'][number][];
  tellsUsage: boolean;
  /** An answer that is cut at its tokens: `answerTokensMax` is 3 unless told. */
  long?: TextCase;
  /** The model calls the tool `look_up`, which the user names, with JSON as its arguments. */
  tools?: TextCase;
  thinks?: TextCase;
  sees?: TextCase;
  schema?: TextCase;
};

const TOOL = { name: 'look_up', description: 'Finds a word in the book', schema: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'], additionalProperties: false } };
const SCHEMA = { name: 'hat', schema: { type: 'object', properties: { colour_of_the_hat: { type: 'string' } }, required: ['colour_of_the_hat'], additionalProperties: false } };

type Written = { answer: TextAnswer; pieces: TextPiece[] };

/** What every provider of words must do, whatever befalls it on the way. */
export function textProviderSuite<Settings, Fake extends FakeProvider>(name: string, harness: TextHarness<Settings, Fake>): void {
  describe(`text provider: ${name}`, () => {
    const stages: Stage<Fake>[] = [];
    const open = async (options?: Parameters<typeof openStage>[1]) => {
      const stage = await openStage(harness, options);
      stages.push(stage);
      return stage;
    };
    afterEach(async () => { await Promise.all(stages.splice(0).map((stage) => stage.close())); });
    const act = (isStreamed: boolean, { model = harness.model, request = {} }: TextCase = {}): Act<Written> => ({
      name: isStreamed ? 'words as they come' : 'words at once', holds: wholeWords,
      async run(provider, call) {
        const pieces: TextPiece[] = [];
        const onPiece = (piece: TextPiece) => { call.told('a piece'); pieces.push(piece); };
        const answer = await textOf(provider).write({ model: await modelOf(provider, model), messages: [{ role: 'user', text: PROMPT }], ...request }, { ...call, ...(isStreamed ? { onPiece } : {}) });
        return { answer, pieces };
      },
    });
    /** The same asked at once and as it comes. */
    const both = async (about: TextCase | undefined, check: (written: Written, sent: string) => void) => {
      for (const isStreamed of [false, true]) {
        const stage = await open();
        const end = await stage.happens(act(isStreamed, about));
        if (end.error) throw end.error;
        check(end.answer as Written, stage.fake.asked.map(({ body }) => body.toString('utf8')).join('\n'));
        await stage.isQuiet();
      }
    };

    actSuite(harness, act(false));
    actSuite({ ...harness, own: [...harness.own, ...(harness.ownStreamed ?? [])] }, act(true));
    accountSuite(harness, async (provider, signal) => (await textOf(provider).listModels(signal)).map((model) => TextModel.parse(model).id));

    test('words at once and as they come are the same', async () => {
      const texts: string[] = [];
      await both(undefined, ({ answer }) => { texts.push(answer.text); });
      expect(texts[0]).toBe(texts[1]);
      expect(texts[0]).not.toBe('');
    });

    test('what is told of the tokens', async () => {
      await both(undefined, ({ answer: { usage, finish } }) => {
        expect(finish).toBe('stop');
        if (harness.tellsUsage) expect([(usage?.inputTokens ?? 0) > 0, (usage?.outputTokens ?? 0) > 0]).toEqual([true, true]);
        else expect(usage).toBeUndefined();
      });
    });

    test('system, user and assistant, in their order', async () => {
      await both({ request: { messages: [{ role: 'system', text: 'Speak as an old sailor.' }, { role: 'user', text: 'Who is there?' }, { role: 'assistant', text: 'Only the sea.' }, { role: 'user', text: PROMPT }] } }, (_, sent) => {
        const at = ['old sailor', 'Who is there', 'Only the sea', PROMPT].map((words) => sent.indexOf(words));
        expect(at.every((place) => place >= 0)).toBe(true);
        // Gemini has the words of the system in a field of their own, wherever it stands.
        expect(at.slice(1)).toEqual(at.slice(1).toSorted((a, b) => a - b));
      });
    });

    test('a schema is passed on, or stands in the prompt', async () => {
      await both({ ...harness.schema, request: { schema: SCHEMA, ...harness.schema?.request } }, ({ answer }, sent) => {
        expect(sent).toContain('colour_of_the_hat');
        if (harness.schema) expect(JSON.parse(answer.text)).toHaveProperty('colour_of_the_hat');
      });
    });

    if (harness.long) {
      test('an answer that was cut at its tokens says so', async () => {
        await both({ ...harness.long, request: { answerTokensMax: 3, ...harness.long?.request } }, ({ answer }) => { expect(answer.finish).toBe('length'); });
      });
    }

    if (harness.tools) {
      test('a tool is offered and called, and its answer goes back', async () => {
        // Some stand-ins call the tool that the user names.
        const messages: TextRequest['messages'] = [{ role: 'user', text: `${PROMPT}: use ${TOOL.name}` }];
        await both({ ...harness.tools, request: { tools: [TOOL], messages, ...harness.tools?.request } }, ({ answer }, sent) => {
          expect(sent).toContain(TOOL.description);
          expect(answer.text).not.toContain('tool_call');
          expect([answer.finish, answer.toolCalls.map((call) => call.name)]).toEqual(['tools', [TOOL.name]]);
          expect(typeof JSON.parse(answer.toolCalls[0]?.argumentsJson ?? '')).toBe('object');
          expect(answer.toolCalls[0]?.id).not.toBe('');
        });
        const toolCalls = [{ id: 'call_1', name: TOOL.name, argumentsJson: '{"word":"lantern"}' }];
        const back: TextRequest['messages'] = [{ role: 'user', text: PROMPT }, { role: 'assistant', text: '', toolCalls }, { role: 'tool', callId: 'call_1', name: TOOL.name, text: 'a light that is carried' }];
        const { request = {}, ...about } = harness.tools ?? {};
        await both({ ...about, request: { ...request, tools: [TOOL], toolChoice: 'auto', messages: back } }, (_, sent) => { expect(sent).toContain('a light that is carried'); });
      });
    }

    if (harness.thinks) {
      test('thoughts stay apart from words', async () => {
        await both({ ...harness.thinks, request: { thinking: true, ...harness.thinks?.request } }, ({ answer }) => {
          expect(answer.thinking ?? '').not.toBe('');
          expect(answer.text).not.toBe('');
          expect(answer.text).not.toContain(answer.thinking ?? '');
        });
      });
    }

    if (harness.sees) {
      test('a picture goes in, as it is', async () => {
        const picture: Picture = { bytes: await sharp({ create: { width: 32, height: 32, channels: 3, background: '#c8402a' } }).png().toBuffer(), mediaType: 'image/png' };
        await both({ ...harness.sees, request: { messages: [{ role: 'user', text: PROMPT, pictures: [picture] }], ...harness.sees?.request } }, ({ answer }, sent) => {
          expect(sent).toContain(Buffer.from(picture.bytes).toString('base64'));
          expect(answer.text).not.toBe('');
        });
      });
    }
  });
}

/** As good as without a fault, and what was told piece by piece is the answer. */
function wholeWords({ answer, pieces }: Written, whole: Written): void {
  expect([answer.text, answer.thinking, answer.finish]).toEqual([whole.answer.text, whole.answer.thinking, whole.answer.finish]);
  const told = (kind: TextPiece['kind']) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text).join('');
  if (pieces.length > 0) expect([told('text'), told('thinking')]).toEqual([answer.text, answer.thinking ?? '']);
}

async function modelOf(provider: OpenProvider, id: string | undefined): Promise<TextModel> {
  const models = await textOf(provider).listModels(new AbortController().signal);
  const found = models.find((model) => id === undefined || model.id === id);
  if (!found) throw new Error(`no model ${id ?? ''} among ${models.map((model) => model.id).join(', ')}`);
  return found;
}

function textOf({ text }: OpenProvider) {
  if (!text) throw new Error('it has no TextProvider');
  return text;
}
