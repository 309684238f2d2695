/** PDF: art as lossless pictures, lettering as vectors, and a searchable text layer. 1 u is 0.48 pt. */
import PDFDocument from 'pdfkit';
import { notesOf } from './comic-info.ts';
import { fileStem } from './file-name.ts';
import { growingBlock } from './growing-block.ts';
import { isColourPage, pageSize, rasterPage } from './page-document.ts';
import { pagePictures, type PagePictures } from './page-pictures.ts';
import { drawSvg, type PdfCanvas } from './pdf-shapes.ts';
import { makeTextLayer, type PdfWriter, type TextLayer } from './pdf-text-layer.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook, FinishedPage } from './types.ts';

const POINTS_PER_UNIT = 72 / 150;
/** Room for crop marks outside the bleed, u. */
const SLUG = 50;

export async function writePdf(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  const { book } = finished;
  const doc = new PDFDocument({
    autoFirstPage: false, compress: true, pdfVersion: '1.7', lang: book.language, displayTitle: true,
    info: { Title: book.title, ...(book.author === '' ? {} : { Author: book.author }), Subject: notesOf(finished), Creator: 'Komawari', Producer: 'Komawari', CreationDate: tools.now, ModDate: tools.now },
  });
  const bytes = collect(doc);
  const texts = finished.pages.flatMap((page) => page.lettered.bubbles.flatMap((bubble) => bubble.runs.map((run) => run.text)));
  const layer = makeTextLayer(doc as unknown as PdfWriter, texts);
  const pictures = options.pictures ?? pagePictures(finished, tools, options.dpi, ['art']);
  for (const [i, page] of finished.pages.entries()) {
    await addPage(doc, page, finished, layer, pictures, tools, options);
    options.onProgress?.(i + 1, finished.pages.length);
  }
  if (book.direction === 'rtl') setRightToLeft(doc);
  doc.end();
  return [{ name: `${fileStem(book.title)}.pdf`, mediaType: 'application/pdf', bytes: await bytes }];
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const block = growingBlock();
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => block.add(chunk));
    doc.on('error', reject);
    doc.on('end', () => resolve(block.finish()));
  });
}

async function addPage(doc: PDFKit.PDFDocument, page: FinishedPage, finished: FinishedBook, layer: TextLayer, pictures: PagePictures, tools: ExportTools, options: ExportOptions): Promise<void> {
  const withBleed = (options.withBleed === true || options.withCropMarks === true) && page.bleed > 0;
  const slug = withBleed && options.withCropMarks === true ? SLUG : 0;
  const art = pageSize(page, withBleed);
  const [width, height] = [art.width + slug * 2, art.height + slug * 2];
  // Origin of the trim within the sheet, u.
  const trim = slug + (withBleed ? page.bleed : 0);
  doc.addPage({ size: [width * POINTS_PER_UNIT, height * POINTS_PER_UNIT], margin: 0 });
  const isColour = isColourPage(finished.book, page);
  const picture = withBleed ? await printPicture(page, isColour, tools, options.dpi) : (await pictures(page, 'art')).bytes;
  const scaled = (value: number): number => value * POINTS_PER_UNIT;
  doc.image(toBuffer(picture), scaled(slug), scaled(slug), { width: scaled(art.width), height: scaled(art.height) });
  doc.save();
  doc.scale(POINTS_PER_UNIT).translate(trim, trim);
  drawSvg(doc as unknown as PdfCanvas, page.lettering);
  doc.restore();
  if (withBleed) setBoxes(doc, { width, height, trim, bleed: page.bleed });
  if (slug > 0) drawCropMarks(doc, { width, height, trim });
  writeText(doc, page, layer, { height, trim, language: finished.book.language });
}

/** A printer's page reaches into the bleed, which screens never show. */
async function printPicture(page: FinishedPage, isColour: boolean, tools: ExportTools, dpi: number): Promise<Uint8Array> {
  const raster = await rasterPage(page, { art: true, lettering: false, withBleed: true }, dpi, isColour, tools);
  return isColour ? tools.encodeJpeg(raster, 92) : tools.encodePng(raster);
}

/** pdfkit wants Node's Buffer; in a browser its own bundle brings one. */
function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function writeText(doc: PDFKit.PDFDocument, page: FinishedPage, layer: TextLayer, at: { height: number; trim: number; language: string }): void {
  // pdfkit turns the page's axes over; the text layer is written in PDF's own, from below.
  const toPdf = (y: number): number => -(y + at.trim) * POINTS_PER_UNIT;
  const content = layer.content(page, toPdf, POINTS_PER_UNIT, -at.trim, at.language);
  if (content === '') return;
  const pdfPage = doc.page as unknown as { fonts: Record<string, unknown> };
  pdfPage.fonts.KTh = layer.horizontal;
  pdfPage.fonts.KTv = layer.vertical;
  // pdfkit's page content begins with 1 0 0 -1 0 h cm: turning it again puts text upright.
  (doc as unknown as { addContent(text: string): void }).addContent(`q 1 0 0 -1 0 0 cm\n${content}\nQ`);
}

function setRightToLeft(doc: PDFKit.PDFDocument): void {
  const root = (doc as unknown as { _root: { data: { ViewerPreferences?: { data?: Record<string, unknown> } } } })._root;
  const preferences = root.data.ViewerPreferences?.data;
  if (preferences) preferences.Direction = 'R2L';
}

/** PDF 14.11.2: where the paper is cut, and how far the art reaches beyond it. */
function setBoxes(doc: PDFKit.PDFDocument, { width, height, trim, bleed }: { width: number; height: number; trim: number; bleed: number }): void {
  const box = (inset: number): number[] => [inset, inset, width - inset, height - inset].map((value) => value * POINTS_PER_UNIT);
  const dictionary = (doc.page as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data;
  dictionary.TrimBox = box(trim);
  dictionary.BleedBox = box(trim - bleed);
}

function drawCropMarks(doc: PDFKit.PDFDocument, { width, height, trim }: { width: number; height: number; trim: number }): void {
  doc.save().scale(POINTS_PER_UNIT).lineWidth(0.5).strokeColor('#000');
  const length = SLUG * 0.7;
  for (const x of [trim, width - trim]) for (const [from, to] of [[0, length], [height - length, height]]) doc.moveTo(x, from!).lineTo(x, to!).stroke();
  for (const y of [trim, height - trim]) for (const [from, to] of [[0, length], [width - length, width]]) doc.moveTo(from!, y).lineTo(to!, y).stroke();
  doc.restore();
}
