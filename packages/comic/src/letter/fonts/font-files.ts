import type { FontId } from '../types.ts';

/** Where the bytes of a font lie in its npm package, and whom to thank for it. */
export type FontFile = { package: string; file: string; licence: 'OFL-1.1'; author: string };

const file = (name: string, path: string, author: string): FontFile => ({ package: `@expo-google-fonts/${name}`, file: path, licence: 'OFL-1.1', author });

/** One file per FontId: `node_modules/<package>/<file>`. All are under the SIL Open Font License 1.1. */
export const FONT_FILES: Record<FontId, FontFile> = {
  'comic-neue': file('comic-neue', '400Regular/ComicNeue_400Regular.ttf', 'The Comic Neue Project Authors (Craig Rozynski)'),
  'comic-neue-bold': file('comic-neue', '700Bold/ComicNeue_700Bold.ttf', 'The Comic Neue Project Authors (Craig Rozynski)'),
  bangers: file('bangers', '400Regular/Bangers_400Regular.ttf', 'The Bangers Project Authors (Vernon Adams)'),
  'patrick-hand': file('patrick-hand', '400Regular/PatrickHand_400Regular.ttf', 'Patrick Wagesreiter'),
  'shippori-antique': file('shippori-antique', '400Regular/ShipporiAntique_400Regular.ttf', 'The Shippori Antique Project Authors (FONTDASU)'),
  'yusei-magic': file('yusei-magic', '400Regular/YuseiMagic_400Regular.ttf', 'The Yusei Magic Project Authors (Tanukizamurai)'),
  'reggae-one': file('reggae-one', '400Regular/ReggaeOne_400Regular.ttf', 'The Reggae Project Authors (Fontworks)'),
  'dela-gothic-one': file('dela-gothic-one', '400Regular/DelaGothicOne_400Regular.ttf', 'The Dela Gothic Project Authors (artakana)'),
  'klee-one': file('klee-one', '400Regular/KleeOne_400Regular.ttf', 'The Klee Project Authors (Fontworks)'),
  'zcool-kuaile': file('zcool-kuaile', '400Regular/ZCOOLKuaiLe_400Regular.ttf', 'The ZCOOL KuaiLe Project Authors (Liu Bingke, Yang Kang, Wu Shaojie)'),
  'zcool-xiaowei': file('zcool-xiaowei', '400Regular/ZCOOLXiaoWei_400Regular.ttf', 'The ZCOOL XiaoWei Project Authors (Li Dawei)'),
  'noto-sans-sc-bold': file('noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf', 'Adobe (Source Han Sans) and Google'),
  'comic-relief': file('comic-relief', '400Regular/ComicRelief_400Regular.ttf', 'The Comic Relief Project Authors (Jeff Davis)'),
  jua: file('jua', '400Regular/Jua_400Regular.ttf', 'Woowahan Brothers'),
  'noto-emoji': file('noto-emoji', '500Medium/NotoEmoji_500Medium.ttf', 'Google'),
  'comic-neue-italic': file('comic-neue', '400Regular_Italic/ComicNeue_400Regular_Italic.ttf', 'The Comic Neue Project Authors (Craig Rozynski)'),
  'comic-neue-bold-italic': file('comic-neue', '700Bold_Italic/ComicNeue_700Bold_Italic.ttf', 'The Comic Neue Project Authors (Craig Rozynski)'),
  'noto-sans-sc': file('noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf', 'Adobe (Source Han Sans) and Google'),
};
