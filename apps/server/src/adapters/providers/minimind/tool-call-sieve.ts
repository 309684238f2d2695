const OPENS = '<tool_call>';
const BLOCK = /<tool_call>[\s\S]*?<\/tool_call>/g;

/**
 * Holds back the raw text of a call, which comes as words before the call itself is told. From the first tag on nothing is let through:
 * only the end tells whether it was a call. The tag may come in any pieces.
 */
export function toolCallSieve(): { /** What may be told of the words so far. */ take(text: string): string; /** What is left of them: all of it where no call was told. */ end(hasCalls: boolean): string } {
  let held = '';
  let isHolding = false;
  return {
    take(text) {
      held += text;
      if (isHolding) return '';
      const at = held.indexOf(OPENS);
      isHolding = at >= 0;
      const cut = isHolding ? at : held.length - lengthOfBegun(held);
      const told = held.slice(0, cut);
      held = held.slice(cut);
      return told;
    },
    end: (hasCalls) => (hasCalls ? held.replace(BLOCK, '').trimEnd() : held),
  };
}

/** How much of the end of the text may be the beginning of a tag. */
function lengthOfBegun(text: string): number {
  for (let length = Math.min(OPENS.length - 1, text.length); length > 0; length -= 1) if (OPENS.startsWith(text.slice(-length))) return length;
  return 0;
}
