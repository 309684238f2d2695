import type { Translation } from '../../../language/namespaces.ts';

export const words: Translation<'accounts'> = {
  welcomeTitle: 'あなたの仕事場へようこそ', welcomeLead: '最初の一人です。サインインの方法を決めると、この Komawari の所有者になります。', welcomeGo: '仕事場を開く', welcomeNoToken: 'リンクが不完全です。表示された招待リンク全体をコピーしてください。',
  name: '名前', email: 'メールアドレス', password: 'パスワード', passwordHint: '10 文字以上', signInTitle: 'サインイン', signInLead: 'あなたの漫画が待っています。', fieldName: '名前を入力してください。',
  fieldEmail: 'メールアドレスが不完全です。', fieldPassword: 'パスワードは 10〜128 文字にしてください。', fieldPasswordEmpty: 'パスワードを入力してください。',
};
