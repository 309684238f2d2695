const LETTERS_MAX = 120;

/** The beginning of a prompt, on one line, as the name of its picture. */
export function briefPrompt(prompt: string): string {
  const line = prompt.replaceAll(/\s+/g, ' ').trim();
  const letters = Array.from(line.slice(0, LETTERS_MAX * 2));
  return letters.length > LETTERS_MAX ? `${letters.slice(0, LETTERS_MAX - 1).join('')}…` : line;
}
