/** Where a quote without its closing mark ends: before the tag that tells who said it. */

const VERB = '(?:said|asked|replied|answered|cried|whispered|shouted|called|exclaimed|muttered|murmured)';
const TAGS: readonly RegExp[] = [
  // `Come here, said Tom.` and `Come here! she said,`
  new RegExp(`[,.!?…—-]\\s+(?=${VERB} (?:(?:the|his|her|my|our) [a-z]+|[A-Z][\\w’']+|he|she|they|I)\\b)`),
  new RegExp(`[,!?…—]\\s+(?=(?:he|she|they|I|[A-Z][\\w’']+(?: [A-Z][\\w’']+)?) ${VERB}(?: [a-z]+ly)?[.,])`),
  // `快走！老周说。`
  /[，。！？…](?=[^，。！？…、：“”「」]{0,6}(?:[说說问問喊]|回答|[说說问問答喊叫笑]道)[。，])/u,
  // `おはよう、と太郎が言った。`
  /[、。！？…]?(?=と[^「」『』。、]{0,10}(?:言っ|いっ|云っ|答え|尋ね|聞い|訊い|叫ん|つぶや|呟い|ささや|囁い|怒鳴)[^「」『』。、]{0,4}[。、])/u,
];

/** Offset in `inner` behind the last mark of what is said, or undefined when no tag stands in it. */
export function findUnclosedEnd(inner: string): number | undefined {
  const ends = TAGS.flatMap((tag) => {
    const found = tag.exec(inner);
    return found && found.index + found[0].length > 0 ? [found.index + found[0].trimEnd().length] : [];
  }).filter((end) => /[\p{L}\p{N}]/u.test(inner.slice(0, end)));
  return ends.length === 0 ? undefined : Math.min(...ends);
}
