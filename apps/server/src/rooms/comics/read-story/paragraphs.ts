/** Gathers headings and paragraphs into the plain text that the writer reads. */
import { AppError } from '../../../kernel/errors.ts';
import { STORY_LIMITS } from './story-file.ts';

/** Above this share of empty paragraphs they are only how the author sets lines apart, no breaks of the story. */
const SPACING_SHARE = 0.25;

type Block = { text: string; isHeading: boolean; /** An empty paragraph stood before it. */ isAfterGap: boolean };

export class Paragraphs {
  #blocks: Block[] = [];
  #open = '';
  #length = 0;
  #gap = false;
  /** Where emphasis began in the open paragraph. */
  #emphasis: number | undefined;

  /** White space runs together as in HTML; use `line` for a break. */
  add(text: string): void {
    const tidy = text.replace(/[ \t\r\n\f]+/g, ' ');
    const isDouble = tidy.startsWith(' ') && (this.#open === '' || /[ \n]$/.test(this.#open));
    this.#append(isDouble ? tidy.slice(1) : tidy);
  }

  line(): void {
    this.#append('\n');
  }

  /** `｜base《reading》`, which the writer lifts off again. */
  ruby(base: string, reading: string): void {
    const [plain, small] = [base, reading].map((text) => text.replace(/[｜《》\s]+/g, '')) as [string, string];
    const isUsable = plain !== '' && small !== '' && plain.length <= 40 && small.length <= 40;
    this.#append(isUsable ? `｜${plain}《${small}》` : base);
  }

  /** Whole sentences in italics are thoughts to the writer; a mark is set only where words follow. */
  emphasise(isOn: boolean): void {
    if (isOn) {
      this.#emphasis ??= this.#open.length;
      return;
    }
    if (this.#emphasis === undefined) return;
    const [before, inside] = [this.#open.slice(0, this.#emphasis), this.#open.slice(this.#emphasis)];
    const words = inside.trim();
    // Marks hug the words; the spaces stay outside.
    if (words !== '' && !words.includes('*') && !words.includes('\n')) this.#open = `${before}${inside.startsWith(' ') ? ' ' : ''}*${words}*${inside.endsWith(' ') ? ' ' : ''}`;
    this.#emphasis = undefined;
  }

  /** Ends the open paragraph; `isEmptyGap` says that an empty one stands for a gap. */
  end(how: { isHeading?: boolean; isEmptyGap?: boolean } = {}): void {
    this.emphasise(false);
    const text = this.#open.replace(/ *\n */g, '\n').trim();
    this.#open = '';
    if (text === '') {
      if (how.isEmptyGap) this.#gap = true;
      return;
    }
    const isHeading = how.isHeading === true;
    this.#blocks.push({ text: isHeading ? text.replace(/\s+/g, ' ').replace(/^\*(.*)\*$/, '$1') : text, isHeading, isAfterGap: this.#gap });
    this.#gap = false;
  }

  /** A break between scenes. */
  rule(): void {
    this.end();
    this.#blocks.push({ text: '* * *', isHeading: false, isAfterGap: false });
    this.#gap = false;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0 && this.#open.trim() === '';
  }

  finish(): string {
    this.end();
    const gaps = this.#blocks.filter((block) => block.isAfterGap).length;
    const meansBreak = gaps < this.#blocks.length * SPACING_SHARE;
    const parts = this.#blocks.map((block, i) => `${i === 0 ? '' : block.isAfterGap && meansBreak ? '\n\n\n' : '\n\n'}${block.isHeading ? '# ' : ''}${block.text}`);
    return parts.join('');
  }

  #append(text: string): void {
    this.#length += text.length;
    if (this.#length > STORY_LIMITS.textCharacters) throw new AppError('comics.file-too-large');
    this.#open += text;
  }
}
