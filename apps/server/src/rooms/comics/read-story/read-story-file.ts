/** The door: bytes of a story file in, its text out. */
import { openZip, ZipError, type OpenZip, type ZipErrorCode } from '@komawari/comic/zip';
import { oneLine, type ErrorCode } from '@komawari/contract';
import { AppError } from '../../../kernel/errors.ts';
import { decodeText } from '../decode-text.ts';
import { decodeMarkup } from './decode-markup.ts';
import { readHtml } from './html-text.ts';
import { Paragraphs } from './paragraphs.ts';
import { isDocx, readDocx } from './read-docx.ts';
import { isEpub, readEpub } from './read-epub.ts';
import { noCounts, noticesOf, STORY_LIMITS, type StoryFile } from './story-file.ts';

/**
 * Reads `.txt`, `.md`, `.html`, `.docx` and `.epub`; what the bytes are counts, the name only helps. A pure function,
 * without network or disk. Headings become `# ` lines, ruby the writer's `｜base《reading》`.
 *
 * Throws AppError `comics.file-kind`, `comics.file-protected`, `comics.file-damaged`, `comics.file-too-large`, `comics.not-text`.
 */
export function readStoryFile(bytes: Uint8Array, fileName: string): StoryFile {
  if (bytes.length > STORY_LIMITS.fileBytes) throw new AppError('comics.file-too-large');
  const file = readKind(bytes, fileName.toLowerCase());
  const [title, author] = [oneLine(file.title ?? '').slice(0, 400), oneLine(file.author ?? '').slice(0, 200)];
  return { text: file.text, ...(title ? { title } : {}), ...(author ? { author } : {}), notices: file.notices };
}

function readKind(bytes: Uint8Array, name: string): StoryFile {
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return readZipped(bytes);
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) throw new AppError(isLockedOffice(bytes) ? 'comics.file-protected' : 'comics.file-kind');
  if (startsWith(bytes, '%PDF') || startsWith(bytes, '{\\rtf') || /\.(?:pdf|doc|rtf|odt|pages|mobi|azw3?|fb2)$/.test(name)) throw new AppError('comics.file-kind');
  // Called a document, and no zip: cut off at its beginning, or something else.
  if (/\.(?:docx|epub)$/.test(name)) throw new AppError('comics.file-damaged');
  if (bytes.length > STORY_LIMITS.markupBytes) throw new AppError('comics.file-too-large');
  if (/\.x?html?$/.test(name)) return readPage(decodeMarkup(bytes));
  const text = decodeText(bytes);
  return PAGE.test(text.slice(0, 1000)) ? readPage(decodeMarkup(bytes)) : { text, notices: [] };
}

/** Text that was pasted or saved from a browser. */
const PAGE = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html)\b/i;

function readPage(markup: string): StoryFile {
  const counts = noCounts();
  const paragraphs = new Paragraphs();
  const title = readHtml(markup, paragraphs, counts);
  return { text: paragraphs.finish(), title, notices: noticesOf(counts) };
}

const CODES: Record<ZipErrorCode, ErrorCode> = { 'zip.unreadable': 'comics.file-damaged', 'zip.damaged': 'comics.file-damaged', 'zip.encrypted': 'comics.file-protected', 'zip.too-large': 'comics.file-too-large' };

function readZipped(bytes: Uint8Array): StoryFile {
  try {
    return readDocument(openZip(bytes, STORY_LIMITS.zip));
  } catch (cause) {
    throw cause instanceof ZipError ? new AppError(CODES[cause.code], { cause }) : cause;
  }
}

function readDocument(zip: OpenZip): StoryFile {
  if (isDocx(zip)) return readDocx(zip);
  if (isEpub(zip)) return readEpub(zip);
  throw new AppError('comics.file-kind');
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return bytes.length >= mark.length && Array.from(mark).every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

/** Word files with a password are boxes of the old kind (MS-CFB) that hold an `EncryptedPackage`. */
function isLockedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
