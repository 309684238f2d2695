/** `preset` and `shot` by the engine's names; one it does not know is as if it were not given. */
export type PenWish = { width: number; height: number; seed: number; preset?: string; shot?: string };

/** Draws a described picture as one panel: a whole SVG document of that size in pixels, and the sentences that name whose drawings stand in it. The same words and wish give the same bytes. */
export type PromptPen = (prompt: string, wish: PenWish) => Promise<{ svg: string; isColour: boolean; credits: readonly string[] }>;
