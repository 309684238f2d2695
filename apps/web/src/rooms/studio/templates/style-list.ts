/** The styles that can be chosen: those of the house as one has changed them, and one's own. Pure. */
import type { OwnStyle } from '@komawari/contract';
import type { Draft } from '../desk/draft.ts';
import { isHouseStyle, STYLES, type StyleName } from '../desk/styles.ts';

export type StyleOffer = Pick<OwnStyle, 'id' | 'name' | 'words' | 'negativeWords' | 'isHidden'> & { /** The one of the house that it is, or was made of. */ house: StyleName | undefined; isChanged: boolean };

/** Those of the house first, in their order. `nameOf` says what one of them is called. */
export function styleOffers(own: readonly OwnStyle[], nameOf: (style: StyleName) => string): StyleOffer[] {
  const changed = new Map(own.map((style) => [style.id, style]));
  const house = (Object.keys(STYLES) as StyleName[]).map((id): StyleOffer => {
    const mine = changed.get(id);
    const plain = { id, name: nameOf(id), words: STYLES[id].words, negativeWords: '', isHidden: false, house: id, isChanged: false };
    return mine ? { ...plain, ...mine, name: mine.name === '' ? plain.name : mine.name, isChanged: true } : plain;
  });
  return [...house, ...own.filter(({ id }) => id.startsWith('style_')).map((style) => ({ ...style, house: undefined, isChanged: true }))];
}

type StyleWords = Pick<OwnStyle, 'name' | 'words' | 'negativeWords'>;

/** What is kept: one of the house goes by its name in every language, unless it has another. `houseName` is undefined for one's own. */
export function keptStyle({ name, words, negativeWords }: StyleWords, houseName: string | undefined): StyleWords {
  return { name: name.trim() === houseName ? '' : name.trim(), words: words.trim(), negativeWords: negativeWords.trim() };
}

/** Blanks around words are not kept, so they change nothing. */
export function saysTheSame(one: StyleWords, other: StyleWords): boolean {
  return (['name', 'words', 'negativeWords'] as const).every((part) => one[part].trim() === other[part].trim());
}

/** Those that are shown: what is hidden only while it is chosen. */
export function shownStyles(offers: readonly StyleOffer[], chosen: string | null): StyleOffer[] {
  return offers.filter(({ id, isHidden }) => !isHidden || id === chosen);
}

/** What the form gets of a style; of none, nothing stays. */
export function withStyle(offer: StyleOffer | undefined): Pick<Draft, 'style' | 'styleWords' | 'styleNegative'> {
  return offer ? { style: offer.id, styleWords: offer.words, styleNegative: offer.negativeWords } : { style: null, styleWords: '', styleNegative: '' };
}

/** What a style is called, also one that is gone. */
export function styleName(id: string, offers: readonly StyleOffer[]): string | undefined {
  return offers.find((offer) => offer.id === id)?.name ?? (isHouseStyle(id) ? id : undefined);
}
