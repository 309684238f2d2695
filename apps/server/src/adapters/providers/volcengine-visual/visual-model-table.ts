/** The models of the visual service as they were known in autumn 2026, as defaults of its settings: nothing else may name one. */
import type { SizeRule } from '@komawari/contract';

/** The ratio ends where the service's own `min_ratio` and `max_ratio` do unless told. */
function byArea(sideMin: number, sideMax: number, resolutions: ('1K' | '1.5K' | '2K' | '4K')[]): SizeRule {
  const [areaMin, areaMax, aspectMax] = [sideMin ** 2, sideMax ** 2, 3];
  return { kind: 'free', multipleOf: 1, sideMin: Math.ceil(sideMin / Math.sqrt(aspectMax)), sideMax: Math.floor(sideMax * Math.sqrt(aspectMax)), areaMin, areaMax, aspectMax, resolutions };
}

/** What the older two take besides words is not told: a size that is legal either way, and a seed. */
export const VISUAL_MODELS = [
  { id: 'jimeng_t2i_v40', name: 'Jimeng 4.0', sizes: byArea(1024, 4096, ['1K', '2K', '4K']), forcesSingle: true },
  { id: 'jimeng_t2i_v31', name: 'Jimeng 3.1', sizes: byArea(1024, 2048, ['1K', '1.5K', '2K']), seed: true },
  { id: 'jimeng_t2i_v30', name: 'Jimeng 3.0', sizes: byArea(1024, 2048, ['1K', '1.5K', '2K']), seed: true },
];
