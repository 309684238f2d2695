/** Markdown marks to plain text; headings, scene marks and emphasised sentences keep a mark that the reader knows. */

/** Each line by itself: markdown in stories is line by line, and a line bounds every search. */
export function reduceMarkdown(text: string): string {
  const lines = reduceFrontMatter(text).split('\n');
  const result: string[] = [];
  let isFenced = false;
  for (const line of lines) {
    const trimmed = line.trim();
    if (/^(?:```|~~~)/.test(trimmed)) {
      isFenced = !isFenced;
      continue;
    }
    const previous = result.at(-1);
    if (!isFenced && previous !== undefined && isUnderline(trimmed, previous)) {
      result[result.length - 1] = `# ${previous.trim()}`;
      continue;
    }
    result.push(reduceLine(line));
  }
  return result.join('\n');
}

/** The settings that site generators keep above a text; its title stays when the text has no heading. */
function reduceFrontMatter(text: string): string {
  const matter = /^\s*---\n((?:[\w-]{1,40}:[^\n]{0,500}\n|[ -][^\n]{0,500}\n){1,60})---\n/.exec(text);
  if (!matter) return text;
  const rest = text.slice(matter[0].length);
  const title = /^title: *["']?([^\n]*?)["']? *$/m.exec(matter[1] ?? '')?.[1] ?? '';
  return title === '' || /^#{1,6} /m.test(rest) ? rest : `# ${title}\n\n${rest.replace(/^\n+/, '')}`;
}

/** A setext heading: a short line above `=====`. `-----` is left alone because stories use it as a scene mark. */
function isUnderline(line: string, previous: string): boolean {
  return /^={3,}$/.test(line) && previous.trim().length > 0 && previous.length < 80;
}

function reduceLine(line: string): string {
  const heading = /^ {0,3}(#{1,6})[ \u3000]*(?=[^#\s])/.exec(line);
  if (heading) {
    const title = reduceInline(line.slice(heading[0].length)).replaceAll('*', '').replace(/[ #]{1,200}$/, '');
    return title === '' ? '' : `# ${title}`;
  }
  const body = line
    .replace(/^ {0,8}(?:> {0,20}){1,60}/, '')
    .replace(/^ {0,12}(?:[-+*] {1,20}){1,60}(?=\S)/, (mark) => (isDashSpeech(line) ? mark : ''));
  return reduceInline(body);
}

/** `- Hello` may open a spoken line; it is only a list item when it is no sentence. */
function isDashSpeech(line: string): boolean {
  return /^ {0,3}- {1,4}[^-+* ]/.test(line) && /[.!?。！？…]["”»]?\s*$/.test(line);
}

function reduceInline(line: string): string {
  if (/^\s*(?:[*_\-=~#＊※◇◆☆★○●]\s*){1,40}$/.test(line)) return line;
  let text = line;
  if (text.includes('](')) {
    text = text.replace(/!\[([^\]\n]{0,300})\]\([^()\s]{0,1000}\)/g, '').replace(/\[([^\]\n]{1,300})\]\([^()\s]{0,1000}\)/g, '$1');
  }
  text = text.replace(/\*{2,3}(?=\S)([^*\n]{1,2000})\*{2,3}/g, '$1').replace(/(?<![\w_])__(?=\S)([^_\n]{1,2000})__(?![\w_])/g, '$1');
  text = text.replace(/(?<![\w_])_(?=\S)([^_\n]{1,2000})_(?![\w_])/g, '*$1*').replace(/`([^`\n]{1,300})`/g, '$1');
  if (text.includes('~~')) text = text.replace(/~~(?=\S)([^~\n]{1,2000})~~/g, '$1');
  return keepThoughtMarks(text).replace(/\\([*_#`[\]()>~-])/g, '$1');
}

/** `*...*` stays only around whole sentences: there it is how many writers mark a thought. */
function keepThoughtMarks(text: string): string {
  if (!text.includes('*')) return text;
  return text.replace(/\*(?=[^\s*])([^*\n]{1,2000})\*/g, (whole: string, inner: string, offset: number) => {
    const before = text.slice(0, offset).trimEnd();
    const opensSentence = before === '' || /[.!?。！？…”"’」:：—]$/.test(before);
    const endsSentence = /[.!?。！？…,，—]$/.test(inner.trimEnd());
    const isSound = before === '' && text.slice(offset + whole.length).trim() === '';
    return opensSentence && (endsSentence || isSound) && !/[“”"「」『』]/.test(inner) ? whole : inner;
  });
}
