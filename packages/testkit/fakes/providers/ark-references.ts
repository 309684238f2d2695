import sharp from 'sharp';

export type ReferenceRules = {
  formats: readonly string[];
  maxBytes: number;
  maxPixels: number;
  /** Sides must be longer than this. */
  aboveSide?: number;
  maxSide?: number;
  /** The longer side by the shorter. */
  maxRatio?: number;
  allowsData: boolean;
};

/** What is known of a reference picture; nothing when its address lies outside of the tests. */
export type Reference = { width: number; height: number } | undefined;

/** Looks at one reference picture as the original does; throws an error that says what is wrong with it. */
export async function lookAt(address: unknown, rules: ReferenceRules): Promise<Reference> {
  if (typeof address !== 'string') throw new Error('must be a string');
  const data = rules.allowsData ? /^data:image\/([a-z0-9.+-]+);base64,([A-Za-z0-9+/]+={0,2})$/.exec(address) : null;
  if (data) return judge(Buffer.from(data[2] ?? '', 'base64'), rules, data[1] === 'jpg' ? 'jpeg' : data[1]);
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) throw new Error(rules.allowsData ? 'must be an address or data:image/<lower-case type>;base64,…' : 'must be an address');
  const bytes = await fetchNearby(new URL(address));
  return bytes && judge(bytes, rules);
}

async function judge(bytes: Buffer, rules: ReferenceRules, declared?: string): Promise<Reference> {
  if (bytes.length > rules.maxBytes) throw new Error(`is larger than ${rules.maxBytes} bytes`);
  const format = formatOf(bytes);
  if (format === undefined || !rules.formats.includes(format)) throw new Error(`has a format other than ${rules.formats.join(', ')}`);
  if (declared !== undefined && declared !== format) throw new Error(`is ${format}, not ${declared}`);
  const size = await sizeOf(bytes, format);
  if (!size) return undefined;
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  if (size.width * size.height > rules.maxPixels) throw new Error(`has more than ${rules.maxPixels} pixels`);
  if (short <= (rules.aboveSide ?? 0)) throw new Error(`has a side of ${rules.aboveSide} pixels or less`);
  if (long > (rules.maxSide ?? Infinity)) throw new Error(`has a side of more than ${rules.maxSide} pixels`);
  if (long / short > (rules.maxRatio ?? Infinity)) throw new Error(`is more than ${rules.maxRatio} times as long as short`);
  return size;
}

async function sizeOf(bytes: Buffer, format: string): Promise<Reference> {
  if (format === 'bmp') return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) };
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { width, height };
  } catch (cause) {
    // The picture library here may lack HEVC; what the original would read is not refused for that.
    if (format === 'heic') return undefined;
    throw new Error('cannot be decoded', { cause });
  }
}

const MARKS: [format: string, at: number, mark: Buffer][] = [
  ['jpeg', 0, Buffer.from([0xff, 0xd8, 0xff])], ['png', 0, Buffer.from([0x89, 0x50, 0x4e, 0x47])], ['webp', 8, Buffer.from('WEBP')], ['gif', 0, Buffer.from('GIF8')],
  ['bmp', 0, Buffer.from('BM')], ['tiff', 0, Buffer.from('II*\0')], ['tiff', 0, Buffer.from('MM\0*')], ['heic', 4, Buffer.from('ftypheic')], ['heic', 4, Buffer.from('ftypmif1')],
];

function formatOf(bytes: Buffer): string | undefined {
  return bytes.length < 32 ? undefined : MARKS.find(([, at, mark]) => bytes.subarray(at, at + mark.length).equals(mark))?.[0];
}

/** The original fetches every address; a stand-in fetches only what the test itself serves. */
async function fetchNearby(address: URL): Promise<Buffer | undefined> {
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname)) return undefined;
  const reply = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch((cause: unknown) => { throw new Error('cannot be fetched', { cause }); });
  if (!reply.ok) throw new Error(`cannot be fetched: ${reply.status}`);
  return Buffer.from(await reply.arrayBuffer());
}
