/** XMP packets: XML that any kind of picture file can carry. ISO 16684-1 */
import { digitalSourceType, makingText, PROGRAM, type Making } from './making.ts';

const NAMESPACES = 'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:koma="urn:komawari:making:"';
const OWN = 'koma:making';
const CLOSING = '</rdf:Description>';
const SOURCE_TYPE = 'Iptc4xmpExt:DigitalSourceType';
/** Programs leave their mark; a packet larger than this is none of a picture. */
const FOREIGN_MAX = 1_000_000;

/** That a model made it, always; with `keeps`, what it was asked and our own recipe. `foreign` is what the file says already, and goes on saying. */
export function xmpPacket(making: Making, { keeps, foreign: found }: { keeps: boolean; foreign?: string | undefined }): string {
  const { recipe, modelName } = making;
  const foreign = found === undefined || found.length > FOREIGN_MAX ? undefined : withoutOwn(found);
  const said = [
    ...(foreign?.includes(SOURCE_TYPE) ? [] : [element(SOURCE_TYPE, digitalSourceType(making))]),
    ...(foreign?.includes('xmp:CreatorTool') ? [] : [element('xmp:CreatorTool', PROGRAM)]),
    ...(keeps ? [element('Iptc4xmpExt:AIPromptInformation', recipe.prompt), ...(modelName === null ? [] : [element('Iptc4xmpExt:AISystemUsed', modelName)]), element(OWN, makingText(making))] : []),
  ];
  return join(foreign, said) ?? packetOf(description('', said));
}

/** A packet of our recipe alone, for what does not fit into the first one. */
export function xmpOfMaking(making: Making): string {
  return packetOf(description('', [element(OWN, makingText(making))]), false);
}

function packetOf(descriptions: string, isWhole = true): string {
  const meta = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${descriptions}</rdf:RDF></x:xmpmeta>`;
  return isWhole ? `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>${meta}<?xpacket end="w"?>` : meta;
}

function description(about: string, elements: readonly string[]): string {
  return `<rdf:Description rdf:about="${about}" ${NAMESPACES}>${elements.join('')}${CLOSING}`;
}

/** Adds ours to a packet that is there: providers state by law in some countries that a model made the picture. */
function join(foreign: string | undefined, said: readonly string[]): string | undefined {
  const end = foreign?.lastIndexOf('</rdf:RDF>') ?? -1;
  if (foreign === undefined || end < 0 || !/\sxmlns:rdf=/.test(foreign)) return undefined;
  const about = /rdf:about="([^"<]{0,200})"/.exec(foreign)?.[1] ?? '';
  return `${foreign.slice(0, end)}${description(about, said)}${foreign.slice(end)}`;
}

/** What we once wrote into it goes; undefined when nothing else is there. */
function withoutOwn(packet: string): string | undefined {
  const named = packet.indexOf(` ${NAMESPACES}`);
  const start = named < 0 ? -1 : packet.lastIndexOf('<', named);
  const end = named < 0 ? -1 : packet.indexOf(CLOSING, named);
  const rest = start < 0 || end < 0 ? packet : packet.slice(0, start) + packet.slice(end + CLOSING.length);
  return rest.includes('<rdf:Description') ? rest : undefined;
}

/** A reference to what did not fit, as JPEG wants it. */
export function withExtension(packet: string, guid: string): string {
  const end = packet.lastIndexOf('</rdf:RDF>');
  return `${packet.slice(0, end)}<rdf:Description rdf:about="" xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="${guid}"/>${packet.slice(end)}`;
}

/** Our own recipe in a packet, as an element or, where another program wrote it anew, an attribute. */
export function ownMakingIn(packet: string): string | undefined {
  return between(packet, `<${OWN}>`, `</${OWN}>`) ?? between(packet, `${OWN}="`, '"') ?? between(packet, `${OWN}='`, "'");
}

function between(text: string, start: string, end: string): string | undefined {
  const from = text.indexOf(start);
  const to = from < 0 ? -1 : text.indexOf(end, from + start.length);
  return to < 0 ? undefined : unescape(text.slice(from + start.length, to));
}

/** What XML 1.0 cannot hold is left out. */
function element(name: string, text: string): string {
  const clean = text.toWellFormed().replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
  return `<${name}>${clean.replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? sign)}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return SIGNS[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
