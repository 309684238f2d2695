/** For tests only: story files built part by part. */
import { strToU8, zipSync, type Zippable } from 'fflate';

export function zipOf(files: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])) as Zippable);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const STYLES = `<?xml version="1.0" encoding="UTF-8"?><w:styles ${W}><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Textbody"><w:name w:val="Body Text"/></w:style></w:styles>`;

export const p = (text: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export function docx(body: string, more: Record<string, string | Uint8Array> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'docProps/core.xml': '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>The Lamp</dc:title><dc:creator>Ada &amp; Co</dc:creator></cp:coreProperties>',
    ...more,
  });
}

export const CONTAINER = '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

export const xhtml = (body: string): string => `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>no story</title><style>p{color:red}</style></head><body>${body}</body></html>`;

/** Chapters in the order of the spine; their files stand in the zip the other way round. */
export function epub(chapters: readonly string[], more: Record<string, string | Uint8Array> = {}): Uint8Array {
  const ids = chapters.map((_, i) => `c${i}`);
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0"><metadata><dc:title>灯台</dc:title><dc:title>second</dc:title><dc:creator>青木 空</dc:creator></metadata><manifest>${ids.map((id) => `<item id="${id}" href="text/${id}%20x.xhtml" media-type="application/xhtml+xml"/>`).join('')}<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="nav"/>${ids.map((id) => `<itemref idref="${id}"/>`).join('')}</spine></package>`;
  return zipOf({ mimetype: 'application/epub+zip', ...Object.fromEntries(chapters.map((body, i) => [`OEBPS/text/${ids[i]} x.xhtml`, xhtml(body)]).toReversed()), 'OEBPS/nav.xhtml': xhtml('<nav epub:type="toc">Contents</nav>'), 'OEBPS/content.opf': opf, 'META-INF/container.xml': CONTAINER, ...more });
}
