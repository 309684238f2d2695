import { outlineFromPath, type GlyphOutline } from './glyph-outline.ts';

/**
 * Signs drawn here because the fonts lack them. They are glyphs like any other with ids above
 * every font's range; their outlines have 1000 units per em, y up, whatever the font id says.
 */
export const SYMBOL_BASE = 0x10000;
export const SYMBOL_UPEM = 1000;

const ring = (cx: number, cy: number, r: number, turn: 1 | -1): string => {
  const k = r * 0.5523;
  const s = turn;
  return `M${cx} ${cy + r}C${cx + k * s} ${cy + r} ${cx + r * s} ${cy + k} ${cx + r * s} ${cy}C${cx + r * s} ${cy - k} ${cx + k * s} ${cy - r} ${cx} ${cy - r}C${cx - k * s} ${cy - r} ${cx - r * s} ${cy - k} ${cx - r * s} ${cy}C${cx - r * s} ${cy + k} ${cx - k * s} ${cy + r} ${cx} ${cy + r}Z`;
};

const star = (points: number, inner: number): string => {
  const at = (i: number): string => {
    const r = i % 2 === 0 ? 420 : inner;
    const t = (Math.PI * i) / points;
    return `${Math.round(500 + r * Math.sin(t))} ${Math.round(370 + r * Math.cos(t))}`;
  };
  return `M${Array.from({ length: points * 2 }, (_, i) => at(i)).join('L')}Z`;
};

const face = (mouth: string): string => ring(500, 370, 430, 1) + ring(500, 370, 360, -1) + ring(355, 470, 52, 1) + ring(645, 470, 52, 1) + mouth;

/** The order gives the glyph ids: append only. `box` stands for a character that nothing can draw: a small lozenge, no gaping frame. */
const DRAWINGS = {
  box: 'M500 620L720 370L500 120L280 370ZM500 520L370 370L500 220L630 370Z',
  heart: 'M500 -30C250 160 80 320 80 530C80 680 190 770 300 770C390 770 460 720 500 640C540 720 610 770 700 770C810 770 920 680 920 530C920 320 750 160 500 -30Z',
  brokenHeart: 'M460 0C240 160 80 320 80 530C80 680 190 770 300 770C370 770 430 740 470 680L400 520L520 420L430 260ZM530 -10L520 250L620 430L500 530L560 710C600 750 650 770 700 770C810 770 920 680 920 530C920 330 760 170 530 -10Z',
  star: star(5, 175), sparkle: star(4, 110), burst: star(9, 250),
  note: `${ring(330, 90, 130, 1)}M400 90L460 90L460 560L760 640L760 780L400 690Z`,
  drop: 'M500 800C430 580 230 400 230 210C230 50 350 -50 500 -50C650 -50 770 50 770 210C770 400 570 580 500 800Z',
  anger: 'M380 780L450 780C450 600 400 490 120 490L120 420C440 420 520 560 520 780ZM600 780L670 780C670 610 720 510 890 490L890 420C680 440 600 560 600 780ZM120 320L120 250C360 250 420 140 400 -40L470 -40C490 200 400 320 120 320ZM890 320L890 250C700 240 660 140 670 -40L600 -40C590 200 680 310 890 320Z',
  smile: face('M270 310C330 110 670 110 730 310L670 310C610 180 390 180 330 310Z'),
  laugh: face('M260 330C300 60 700 60 740 330Z'),
  sad: face('M290 140C350 300 650 300 710 140L650 140C600 235 400 235 350 140Z'),
  shock: face(ring(500, 180, 100, 1)),
  anxious: face('M310 235L690 235L690 180L310 180Z'),
  sun: `${ring(500, 370, 220, 1)}M470 800L530 800L530 660L470 660ZM470 80L530 80L530 -60L470 -60ZM70 400L210 400L210 340L70 340ZM790 400L930 400L930 340L790 340ZM177 650L220 693L319 594L276 551ZM681 146L724 189L823 90L780 47ZM276 189L319 146L220 47L177 90ZM724 551L681 594L780 693L823 650Z`,
  moon: 'M560 770C330 750 170 580 170 370C170 150 340 -30 570 -30C690 -30 790 20 850 100C620 70 470 220 470 420C470 560 510 680 560 770Z',
  flame: 'M520 800C540 620 770 520 770 260C770 80 650 -50 500 -50C350 -50 230 70 230 240C230 380 310 450 340 560C400 520 430 470 430 410C500 510 540 640 520 800Z',
  check: 'M90 330L190 420L390 220L800 720L910 640L400 20Z',
  cross: 'M150 640L230 720L500 450L770 720L850 640L580 370L850 100L770 20L500 290L230 20L150 100L420 370Z',
  hand: 'M330 -40C250 60 150 230 110 330C90 380 140 420 190 390L300 280L290 660C290 730 380 730 385 665L410 420L430 720C435 790 525 785 525 720L530 430L570 690C580 755 665 745 660 680L630 400L700 590C725 650 800 620 780 560C750 420 760 150 660 -40Z',
  arrow: 'M80 420L620 420L620 620L920 370L620 120L620 320L80 320Z',
  dot: ring(500, 370, 240, 1), sesame: 'M330 720C300 640 360 300 560 120C690 20 800 60 790 170C770 340 520 640 400 730C370 750 340 745 330 720Z',
} as const;
export type SymbolName = keyof typeof DRAWINGS;

const NAMES = Object.keys(DRAWINGS) as SymbolName[];
const outlines = new Map<number, GlyphOutline>();

export function symbolGlyph(name: SymbolName): number {
  return SYMBOL_BASE + NAMES.indexOf(name);
}

export function symbolOutline(glyphId: number): GlyphOutline {
  const known = outlines.get(glyphId);
  if (known) return known;
  const outline = outlineFromPath(DRAWINGS[NAMES[glyphId - SYMBOL_BASE] ?? 'box']);
  outlines.set(glyphId, outline);
  return outline;
}

const BY_SIGN: [SymbolName, RegExp][] = [
  ['brokenHeart', /^\u{1F494}/u],
  ['heart', /^[\u2661\u2665\u2763\u2764\u{1F493}-\u{1F49F}\u{1F5A4}\u{1F90D}\u{1F90E}\u{1F9E1}\u{1FA75}-\u{1FA77}\u{1F60D}\u{1F970}\u{1F618}]/u],
  ['sparkle', /^[\u2728\u2726\u2727\u{1F4AB}]/u],
  ['star', /^[\u2605\u2606\u2B50\u{1F31F}\u{1F929}]/u],
  ['burst', /^[\u{1F4A5}\u{1F386}\u{1F387}\u{1F389}\u{1F38A}]/u],
  ['note', /^[\u2669-\u266C\u{1F3B5}\u{1F3B6}\u{1F3BC}]/u],
  ['drop', /^[\u{1F4A6}\u{1F4A7}\u{1F4A2}]/u],
  ['laugh', /^[\u{1F600}-\u{1F606}\u{1F923}\u{1F973}]/u],
  ['sad', /^[\u2639\u{1F612}-\u{1F616}\u{1F61E}-\u{1F62B}\u{1F62D}\u{1F641}\u{1F622}\u{1F97A}]/u],
  ['shock', /^[\u{1F62E}-\u{1F633}\u{1F92F}\u{1F635}]/u],
  ['anxious', /^[\u{1F610}\u{1F611}\u{1F636}\u{1F62C}\u{1F644}\u{1F914}]/u],
  ['smile', /^[\u263A\u{1F600}-\u{1F64F}\u{1F910}-\u{1F92F}\u{1F970}-\u{1F97A}]/u],
  ['sun', /^[\u2600\u{1F31E}\u{1F505}\u{1F506}]/u],
  ['moon', /^[\u{1F311}-\u{1F31D}\u263D\u263E]/u],
  ['flame', /^\u{1F525}/u],
  ['check', /^[\u2713\u2714\u2705]/u],
  ['cross', /^[\u2715-\u2718\u274C\u274E]/u],
  ['hand', /^[\u{1F44B}\u{1F44D}\u{1F44F}\u{1F64C}\u{1F64F}\u270B\u{1F590}]/u],
  ['arrow', /^[\u2192\u21D2\u27A1]/u],
];

/** The drawn sign for a character the fonts lack; `box` when there is none. */
export function symbolFor(grapheme: string): SymbolName {
  if (grapheme.startsWith('\u{1F4A2}')) return 'anger';
  return BY_SIGN.find(([, pattern]) => pattern.test(grapheme))?.[0] ?? 'box';
}

const DRAWN_FIRST = new Set<SymbolName>(['heart', 'brokenHeart', 'sparkle', 'star', 'burst', 'note', 'drop', 'anger']);

/** Signs whose drawing here suits comics better than the emoji of a font; faces that hold hearts stay faces. */
export function isDrawnFirst(grapheme: string): boolean {
  return DRAWN_FIRST.has(symbolFor(grapheme)) && !/^[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F97F}]/u.test(grapheme);
}
