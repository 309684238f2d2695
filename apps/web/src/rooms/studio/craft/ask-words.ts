/** What a model is asked that helps with the words of a prompt, and what is kept of its answer. Pure. */

/** The prompt, said better. */
export function improving(prompt: string, charactersMax: number) {
  return {
    purpose: 'words' as const,
    messages: [
      {
        role: 'system' as const,
        text: `You improve prompts for models that draw pictures. Rewrite the prompt that you are given so that it says more precisely what is to be seen: who or what, doing what, where, in what light, from where it is seen, in what mood. Keep its meaning and everything it names. Write in the language that the prompt is written in. Keep choices such as {red|blue} and lists such as __weather__ exactly as they stand. Name no artists. Use at most ${charactersMax} characters. Answer with the prompt alone: no heading, no quotation marks, no explanation.`,
      },
      { role: 'user' as const, text: prompt },
    ],
  };
}

/** A picture as a prompt; in the language of the words that are there already, else in `language`. */
export function describing(pictureId: string, { prompt, language, charactersMax }: { prompt: string; language: string; charactersMax: number }) {
  const tongue = prompt.trim() === '' ? `Write in this language: ${language}.` : `Write in the language of these words: ${prompt.slice(0, 200)}`;
  return {
    purpose: 'vision' as const,
    messages: [
      {
        role: 'system' as const,
        text: `You look at a picture and write the prompt from which a model would draw a picture like it: who or what is seen, doing what, where, in what light, from where it is seen, in what technique, colours and mood. One paragraph of at most ${Math.min(charactersMax, 900)} characters. Answer with the prompt alone: no heading, no quotation marks, no explanation. ${tongue}`,
      },
      { role: 'user' as const, text: 'Write the prompt of this picture.', pictureIds: [pictureId] },
    ],
  };
}

const QUOTES: readonly (readonly [string, string])[] = [['"', '"'], ['“', '”'], ['「', '」'], ['『', '』'], ['«', '»'], ['`', '`']];

/** The words without what models lay around them unasked: a fence, a heading, quotation marks. */
export function wordsOfAnswer(answer: string): string {
  let words = answer.trim();
  const fence = /^```[a-z]*\n([\s\S]*?)\n?```$/.exec(words);
  if (fence) words = (fence[1] ?? '').trim();
  words = words.replace(/^(?:\*\*)?(?:improved |rewritten |revised )?prompt(?:\*\*)?:(?:\*\*)?\s*/i, '').replace(/^(?:改进后的|优化后的)?提示词[:：]\s*/, '').replace(/^プロンプト[:：]\s*/, '');
  const around = QUOTES.find(([open, close]) => words.length > 1 && words.startsWith(open) && words.endsWith(close) && !words.slice(1, -1).includes(open) && !words.slice(1, -1).includes(close));
  return around ? words.slice(1, -1).trim() : words;
}
