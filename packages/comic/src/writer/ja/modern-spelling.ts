/** Old spelling in the new one, character for character: 言つた becomes 言った; 云はれる stays as long as it is. */
export function modern(words: string): string {
  return words.replace(/(?<=[一-龯いかしはやあおさたなまらわ])つ(?=[たてち])/g, 'っ');
}
