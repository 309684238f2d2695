/** EPUB 3.3 fixed layout (W3C): one picture and its text alternative a page, right-to-left spines for manga. */
import { strToU8 } from 'fflate';
import { hashText } from '../model/random.ts';
import { notesOf } from './comic-info.ts';
import { fileStem } from './file-name.ts';
import { pagePictures } from './page-pictures.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook, FinishedPage } from './types.ts';
import { chapterMarks } from './write-cbz.ts';
import { xml } from './xml.ts';
import { zipWriter } from './zip-writer.ts';

type EpubPage = { number: number; page: FinishedPage; picture: string; mediaType: string; width: number; height: number };

const WORDS = {
  zh: { page: '第 %d 页', contents: '目录', empty: '画面' },
  en: { page: 'Page %d', contents: 'Contents', empty: 'A picture' },
  ja: { page: '%dページ', contents: '目次', empty: '絵' },
} as const;

export async function writeEpub(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  const pages: EpubPage[] = [];
  const makePicture = options.pictures ?? pagePictures(finished, tools, options.dpi, ['whole']);
  for (const [i, page] of finished.pages.entries()) {
    const encoded = await makePicture(page, 'whole');
    const picture = `images/${pageName(i + 1)}.${encoded.extension}`;
    pages.push({ number: i + 1, page, picture, mediaType: encoded.mediaType, width: encoded.width, height: encoded.height });
    options.onProgress?.(i + 1, finished.pages.length);
  }
  const zip = zipWriter(tools.now);
  const add = (name: string, content: string): void => zip.add(name, strToU8(content));
  // The mimetype comes first and is stored: readers look at fixed offsets.
  zip.add('mimetype', strToU8('application/epub+zip'), { isStored: true });
  add('META-INF/container.xml', '<?xml version="1.0" encoding="utf-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n');
  add('OEBPS/package.opf', packageDocument(finished, pages, tools.now));
  add('OEBPS/nav.xhtml', navigation(finished, pages));
  add('OEBPS/page.css', 'html,body{margin:0;padding:0}img{display:block;width:100%;height:100%}.words{position:absolute;left:0;top:0;width:1px;height:1px;overflow:hidden;color:transparent}\n');
  for (const page of pages) add(`OEBPS/${pageName(page.number)}.xhtml`, pageDocumentOf(finished, page));
  // Asked for again, one by one: all of them at once would fill the memory.
  for (const { page, picture } of pages) zip.add(`OEBPS/${picture}`, (await makePicture(page, 'whole')).bytes, { isStored: true });
  return [{ name: `${fileStem(finished.book.title)}.epub`, mediaType: 'application/epub+zip', bytes: zip.finish() }];
}

function pageName(number: number): string {
  return `page-${String(number).padStart(3, '0')}`;
}

function pageLabel(finished: FinishedBook, number: number): string {
  return WORDS[finished.book.language].page.replace('%d', String(number));
}

function packageDocument(finished: FinishedBook, pages: readonly EpubPage[], now: Date): string {
  const { book } = finished;
  const modified = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const identifier = `urn:komawari:${book.id}-${hashText(JSON.stringify(book.madeBy) + book.title).toString(36)}`;
  const manifest = pages.flatMap(({ number, picture, mediaType }) => [
    `<item id="${pageName(number)}" href="${pageName(number)}.xhtml" media-type="application/xhtml+xml"/>`,
    `<item id="i-${number}" href="${picture}" media-type="${mediaType}"${number === 1 ? ' properties="cover-image"' : ''}/>`,
  ]);
  const spine = pages.map(({ number, page }) => `<itemref idref="${pageName(number)}"${page.laid.side === 'strip' ? '' : ` properties="page-spread-${page.laid.side}"`}/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.language}" prefix="rendition: http://www.idpf.org/vocab/rendition/#">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${xml(identifier)}</dc:identifier>
<dc:title>${xml(book.title)}</dc:title>
<dc:language>${book.language}</dc:language>
${book.author === '' ? '' : `<dc:creator>${xml(book.author)}</dc:creator>\n`}<dc:description>${xml(notesOf(finished))}</dc:description>
<dc:contributor>Komawari</dc:contributor>
<meta property="dcterms:modified">${modified}</meta>
<meta property="rendition:layout">pre-paginated</meta>
<meta property="rendition:orientation">auto</meta>
<meta property="rendition:spread">landscape</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="page.css" media-type="text/css"/>
${manifest.join('\n')}
</manifest>
<spine page-progression-direction="${book.direction}">
${spine.join('\n')}
</spine>
</package>
`;
}

function navigation(finished: FinishedBook, pages: readonly EpubPage[]): string {
  const { book } = finished;
  const marks = chapterMarks(finished);
  const chapters = pages.filter(({ page }) => marks.has(page.laid.number)).map(({ number, page }) => `<li><a href="${pageName(number)}.xhtml">${xml(marks.get(page.laid.number)!)}</a></li>`);
  const toc = chapters.length > 0 ? chapters : [`<li><a href="${pageName(1)}.xhtml">${xml(book.title)}</a></li>`];
  const list = pages.map(({ number }) => `<li><a href="${pageName(number)}.xhtml">${number}</a></li>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${book.language}" xml:lang="${book.language}">
<head><title>${xml(book.title)}</title></head>
<body>
<nav epub:type="toc" id="toc"><h1>${WORDS[book.language].contents}</h1><ol>${toc.join('')}</ol></nav>
<nav epub:type="page-list" hidden="hidden"><ol>${list.join('')}</ol></nav>
</body>
</html>
`;
}

function pageDocumentOf(finished: FinishedBook, { number, page, picture, width, height }: EpubPage): string {
  const { book } = finished;
  const described = page.alternative.map((panel) => panel.description).filter((text) => text !== '').join(' ');
  const alt = described === '' ? `${WORDS[book.language].empty}: ${book.title}` : described;
  const words = page.alternative.flatMap((panel) => panel.lines).map((line) => `<p>${line.kind === 'narration' || line.kind === 'sfx' ? '' : `${xml(line.speaker)}: `}${xml(line.text)}</p>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${book.language}" xml:lang="${book.language}">
<head><title>${xml(pageLabel(finished, number))}</title><meta name="viewport" content="width=${width}, height=${height}"/><link rel="stylesheet" type="text/css" href="page.css"/></head>
<body><img src="${picture}" alt="${xml(alt)}" width="${width}" height="${height}"/>${words === '' ? '' : `<div class="words">${words}</div>`}</body>
</html>
`;
}
