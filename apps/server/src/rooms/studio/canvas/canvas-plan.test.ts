import { ImageModel, type SizeRule } from '@komawari/contract';
import { describe, expect, test } from 'vitest';
import { canvasAsk, canvasPlan } from './canvas-plan.ts';

const SIZES: SizeRule = { kind: 'free', multipleOf: 8, sideMin: 64, sideMax: 512, areaMin: 4096, areaMax: 262_144, aspectMax: 4, resolutions: ['1K'] };
const model = (part: object) => ImageModel.parse({ id: 'm', name: 'M', abilities: ['edit'], countMax: 1, promptMax: 4000, mask: false, progress: 'none', sizes: SIZES, settings: [], ...part });

describe('what a model is asked for', () => {
  const ask = (part: object, strength?: number) => canvasAsk(model(part), { prompt: 'a harbour', strength });
  const strength = { min: 0.2, max: 1, step: 0.1, default: 0.5 };

  test('one that knows edges is asked for that; one that draws parts for a part, strongly unless told; one that edits in words', () => {
    expect(ask({ abilities: ['outpaint', 'inpaint'], mask: true, strength })).toEqual({ ability: 'outpaint', prompt: 'a harbour', takesMask: true });
    expect(ask({ abilities: ['inpaint', 'edit'], mask: true, strength })).toEqual({ ability: 'inpaint', prompt: 'a harbour', takesMask: true, strength: 0.92 });
    expect(ask({ abilities: ['inpaint'], mask: true, strength }, 0.4)).toMatchObject({ strength: 0.4 });
    const words = ask({ strength });
    expect(words).toEqual({ ability: 'edit', prompt: expect.stringMatching(/larger canvas.*\na harbour$/s) as string, takesMask: false });
    expect(() => ask({ abilities: ['generate'] })).toThrow('beyond edges');
  });
});

test('a canvas that is larger than the model draws is smaller on its sheet, its seam too', () => {
  const plan = canvasPlan({ width: 800, height: 800 }, { left: 0, top: 0, right: 224, bottom: 0 }, SIZES);
  expect(plan).toMatchObject({ canvas: { width: 1024, height: 800 }, depths: { left: 0, right: 50, top: 0, bottom: 0 }, depthsOnSheet: { left: 0, right: 25, top: 0, bottom: 0 }, sheet: { width: 512, height: 400, scale: 0.5 }, place: { left: 0, top: 0, width: 400, height: 400 } });
});
