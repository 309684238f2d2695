import type { GeminiPart } from './gemini-answers.ts';

/** `altered`: signed when it was given out, and not the same any more; `foreign`: never given out. */
export type Returned = 'unchanged' | 'altered' | 'foreign';

/** Keeps the parts that were given out, and compares those that come back: a turn of the model is to be sent unchanged. */
export class GeminiParts {
  readonly #given = new Set<string>();
  readonly #payloads = new Set<string>();
  readonly returned: Returned[] = [];

  give(parts: readonly GeminiPart[]): void {
    for (const part of parts) {
      this.#given.add(canonical(part));
      this.#payloads.add(payload(part));
    }
  }

  take(parts: readonly Record<string, unknown>[]): void {
    for (const part of parts) this.returned.push(this.#given.has(canonical(part)) ? 'unchanged' : this.#payloads.has(payload(part)) ? 'altered' : 'foreign');
  }
}

function payload({ text, inlineData }: Record<string, unknown>): string {
  return canonical({ text, inlineData });
}

/** Whatever the order of its fields. */
function canonical(part: Record<string, unknown>): string {
  return JSON.stringify(part, ['text', 'thought', 'inlineData', 'mimeType', 'data', 'thoughtSignature']);
}
