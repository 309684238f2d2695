/** Common given names by gender: English in small letters, Japanese in katakana. */
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

export const GIVEN_NAMES: Record<'en' | 'ja', Record<'female' | 'male', ReadonlySet<string>>> = {
  en: {
    female: set(
      'mary anna ann anne alice amy emma emily ella ellen elizabeth eliza beth betty jane janet jenny jennifer jessica julia ' +
      'julie kate katie catherine karen kim laura lily lucy lisa linda ' +
        'margaret maggie martha mia mina molly nancy nora olivia rachel rebecca rose ruby ruth sarah sally sara sophie sophia ' +
        'susan sue tess tina victoria wendy zoe grace hannah helen holly ivy jill joan ' +
        'judy daisy dorothy eleanor eve fiona chloe clara claire charlotte carol barbara abigail agnes edith esther hazel ' +
        'heather iris isabel penny peggy violet',
    ),
    male: set(
      'tom thomas jack john james jim jimmy joe joseph george henry harry charles charlie peter paul david daniel dan michael ' +
      'mike mark matthew luke sam samuel ben benjamin bill billy william will bob robert rob ' +
        'richard dick edward ed eddie frank fred alan albert alex alexander andrew andy anthony arthur brian bruce carl chris ' +
        'christopher colin dennis donald doug eric ethan felix gary greg hugh ian isaac jacob jake ' +
        'jason jeff jerry kevin kyle larry leo leon louis martin max nathan neil nick noah oliver oscar patrick philip ralph ray ' +
        'roger ron ryan scott sean simon stephen steve ted theo tim timothy toby tony victor walter',
    ),
  },
  ja: {
    female: set(
      'ミオ ユイ アオイ ハナ サクラ ヒナ リン メイ アカリ ユキ ミキ マイ アイ アヤ マリ エミ リサ ナナ モモ ' +
      'スズ ユメ ミク リオ ナオミ チヒロ カオリ カエデ シオリ コハル ツムギ ヒマリ ミユ ミツキ サヤ ノゾミ ミドリ ' +
      'イチゴ マオ レイナ サオリ メグミ アスカ チヨ キヨ ウメ ハルカ',
    ),
    male: set(
      'ハル ソラ ケンタ ケン レン ハルト ユウト ユウキ ソウタ リク カイト カイ タケシ ヒロシ ヒロ タロウ ジロウ ' +
      'コウタ ショウ ショウタ ダイキ ダイ リョウ ユウ ユウタ タクミ タク ナオキ シン シンジ ケンジ コウジ マサト ' +
      'マコト サトシ アキラ ツバサ シュン ジュン トオル イサム ゴロウ タツヤ テツ ハヤト リュウ ミナト アツシ ' +
      'ノボル オサム',
    ),
  },
};
