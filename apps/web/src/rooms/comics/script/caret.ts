/** Where the caret stands after somebody else's change of the text around it. Offsets are UTF-16. */
export function caretAfter(before: string, after: string, caret: number): number {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (caret <= head) return caret;
  if (caret >= before.length - tail) return caret + after.length - before.length;
  return after.length - tail;
}
