/**
 * The invisible, searchable text of a PDF. Every character of the book gets a CID of one glyphless font,
 * with a ToUnicode map; text is shown in render mode 3 (ISO 32000-1, 9.3.6), vertical text by Identity-V.
 */
import type { FinishedPage } from './types.ts';
import { glyphlessFont } from './glyphless-font.ts';

type Ref = { end(data?: Uint8Array): void };
export type PdfWriter = { ref(data: Record<string, unknown>): Ref };

export type TextLayer = { horizontal: Ref; vertical: Ref; content(page: FinishedPage, toPdf: (y: number) => number, scale: number, origin: number, language: string): string };

const BATCH = 100;

/** `texts` is all text that will be shown; fonts are made once per document. */
export function makeTextLayer(doc: PdfWriter, texts: Iterable<string>): TextLayer {
  const cids = numberCharacters(texts);
  const file = glyphlessFont();
  const fontFile = doc.ref({ Length1: file.length });
  fontFile.end(file);
  const descriptor = doc.ref({ Type: 'FontDescriptor', FontName: 'KomawariText', Flags: 4, FontBBox: [0, -120, 1000, 880], ItalicAngle: 0, Ascent: 880, Descent: -120, CapHeight: 880, StemV: 80, FontFile2: fontFile });
  descriptor.end();
  const map = doc.ref({});
  map.end(new Uint8Array((cids.size + 1) * 2));
  const descendant = doc.ref({ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'KomawariText', CIDSystemInfo: { Registry: latin('Adobe'), Ordering: latin('Identity'), Supplement: 0 }, FontDescriptor: descriptor, DW: 1000, DW2: [880, -1000], CIDToGIDMap: map });
  descendant.end();
  const toUnicode = doc.ref({});
  toUnicode.end(new TextEncoder().encode(toUnicodeMap(cids)));
  const font = (encoding: string): Ref => {
    const ref = doc.ref({ Type: 'Font', Subtype: 'Type0', BaseFont: 'KomawariText', Encoding: encoding, DescendantFonts: [descendant], ToUnicode: toUnicode });
    ref.end();
    return ref;
  };
  return {
    horizontal: font('Identity-H'),
    vertical: font('Identity-V'),
    content: (page, toPdf, scale, origin, language) => pageContent(page, cids, { toPdf, scale, origin, language }),
  };
}

/** pdfkit writes `String` objects as literal strings and primitive ones as names. */
function latin(text: string): object {
  // oxlint-disable-next-line no-new-wrappers -- pdfkit tells strings from names by the wrapper
  return new String(text);
}

function numberCharacters(texts: Iterable<string>): Map<string, number> {
  const cids = new Map<string, number>();
  for (const text of texts) for (const character of text) if (!cids.has(character)) cids.set(character, cids.size + 1);
  return cids;
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function utf16(character: string): string {
  return Array.from({ length: character.length }, (_, i) => hex4(character.charCodeAt(i))).join('');
}

function toUnicodeMap(cids: ReadonlyMap<string, number>): string {
  const rows = [...cids].map(([character, cid]) => `<${hex4(cid)}> <${utf16(character)}>`);
  const blocks = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) => rows.slice(i * BATCH, (i + 1) * BATCH)).map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /KomawariText def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`;
}

function pageContent(page: FinishedPage, cids: ReadonlyMap<string, number>, at: { toPdf: (y: number) => number; scale: number; origin: number; language: string }): string {
  const runs = page.lettered.bubbles.flatMap((bubble) => bubble.runs);
  const shown = runs.filter((run) => run.text !== '' && run.box.width > 0 && run.box.height > 0).map((run) => {
    const count = Array.from(run.text).length;
    const codes = Array.from(run.text, (character) => hex4(cids.get(character) ?? 0)).join('');
    if (run.isVertical) {
      const size = Math.max(1, run.sizeU * at.scale);
      // In vertical writing a negative character space sets glyphs apart (ISO 32000-1, 9.3.2).
      const apart = size - (run.box.height / count) * at.scale;
      const x = (run.box.x + run.box.width / 2 - at.origin) * at.scale;
      return `/KTv ${n(size)} Tf 100 Tz ${n(apart)} Tc 1 0 0 1 ${n(x)} ${n(at.toPdf(run.box.y))} Tm <${codes}> Tj`;
    }
    const size = Math.max(1, run.sizeU * at.scale);
    const stretch = ((run.box.width * at.scale) / (count * size)) * 100;
    const baseline = at.toPdf(run.box.y + run.box.height * 0.82);
    return `/KTh ${n(size)} Tf ${n(stretch)} Tz 0 Tc 1 0 0 1 ${n((run.box.x - at.origin) * at.scale)} ${n(baseline)} Tm <${codes}> Tj`;
  });
  return shown.length === 0 ? '' : `/Span << /Lang (${at.language}) >> BDC\nBT 3 Tr\n${shown.join('\n')}\nET\nEMC`;
}

function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
