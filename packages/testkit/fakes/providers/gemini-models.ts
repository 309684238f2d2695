/** What the stand-in of Gemini knows of each model. Sizes are the vendor's words for the area, not pixels. */
export type GeminiModel = {
  /** Without `models/`. */
  id: string;
  makes: 'words' | 'pictures' | 'vectors';
  /** Accepted `imageSize`; empty: the size is fixed and must be left out. */
  sizes?: readonly string[];
  ratios?: readonly string[];
  /** More pictures than this are refused; none: as many as fit. */
  maxPictures?: number;
  /** Thinks before it draws: parts with `thought: true` come first, a sketch among them. */
  isThinking?: boolean;
  inputTokenLimit: number;
  outputTokenLimit: number;
};

const TEN_RATIOS = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'] as const;
const FOURTEEN_RATIOS = [...TEN_RATIOS, '1:4', '4:1', '1:8', '8:1'] as const;

/**
 * UNCONFIRMED: the id of the model for words (the reference names none), what `gemini-nano-banana-2.1` takes at most, the token
 * limits, and whether `gemini-2.5-flash-image` still answers (put it under `retired` for one that does not).
 */
export const GEMINI_MODELS: readonly GeminiModel[] = [
  { id: 'gemini-flash-latest', makes: 'words', inputTokenLimit: 1_048_576, outputTokenLimit: 65_536 },
  { id: 'gemini-2.5-flash-image', makes: 'pictures', sizes: [], ratios: TEN_RATIOS, inputTokenLimit: 32_768, outputTokenLimit: 32_768 },
  { id: 'gemini-3-pro-image', makes: 'pictures', sizes: ['1K', '2K', '4K'], ratios: TEN_RATIOS, maxPictures: 14, isThinking: true, inputTokenLimit: 65_536, outputTokenLimit: 32_768 },
  { id: 'gemini-3.1-flash-image', makes: 'pictures', sizes: ['512', '1K', '2K', '4K'], ratios: FOURTEEN_RATIOS, maxPictures: 14, isThinking: true, inputTokenLimit: 65_536, outputTokenLimit: 32_768 },
  { id: 'gemini-nano-banana-2.1', makes: 'pictures', sizes: ['1K', '2K', '4K'], ratios: FOURTEEN_RATIOS, maxPictures: 14, isThinking: true, inputTokenLimit: 65_536, outputTokenLimit: 32_768 },
  { id: 'gemini-embedding-001', makes: 'vectors', inputTokenLimit: 2048, outputTokenLimit: 1 },
];

/** Shut down; a name that ends in `*` stands for all that begin so. */
export const GEMINI_RETIRED: readonly string[] = ['gemini-3-pro-image-preview', 'gemini-3.1-flash-image-preview', 'imagen-4.0-*'];

export function isRetired(id: string, retired: readonly string[]): boolean {
  return retired.some((name) => (name.endsWith('*') ? id.startsWith(name.slice(0, -1)) : id === name));
}

const EDGE_PX: Record<string, number> = { 512: 512, '1K': 1024, '2K': 2048, '4K': 4096 };

/** The pixels of a ratio at a size: about the square's area, sides in steps of 16. UNCONFIRMED: the reference gives no pixels. */
export function pixelsOf(ratio: string, size: string): { width: number; height: number } {
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  const edge = EDGE_PX[size] ?? 1024;
  const round = (length: number) => Math.max(16, Math.round(length / 16) * 16);
  return { width: round(edge * Math.sqrt(across / down)), height: round(edge * Math.sqrt(down / across)) };
}

/** The model's ratio that is nearest to that of a picture. */
export function nearestRatio(ratios: readonly string[], { width, height }: { width: number; height: number }): string {
  const off = (ratio: string) => {
    const [across = 1, down = 1] = ratio.split(':').map(Number);
    return Math.abs(Math.log((across / down) * (height / width)));
  };
  return ratios.toSorted((one, other) => off(one) - off(other))[0] ?? '1:1';
}

/** A model as the listing tells it. UNCONFIRMED: the widely known shape. */
export function listedModel({ id, makes, inputTokenLimit, outputTokenLimit }: GeminiModel): Record<string, unknown> {
  return {
    name: `models/${id}`, version: '001', displayName: id, description: `Stand-in of ${id}`, inputTokenLimit, outputTokenLimit,
    supportedGenerationMethods: makes === 'vectors' ? ['embedContent'] : ['generateContent', 'countTokens'],
  };
}
