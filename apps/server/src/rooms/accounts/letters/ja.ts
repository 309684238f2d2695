import type { LetterFacts, LetterLanguage } from './write-letter.ts';

const notYou = 'お心当たりがない場合は、「設定 › セキュリティ」でただちにパスワードを変更し、ほかのセッションを終了してください。サインインできなくなった場合は、サイトの所有者にご連絡ください。';
const ignore = 'お心当たりがない場合は、このメールを無視してください。リンクを開かないかぎり何も変わりません。';
const once = ({ validFor }: LetterFacts) => `リンクは一度だけ、${validFor}以内に使えます。`;

export const ja: LetterLanguage = {
  greeting: (name) => `${name} さん`,
  orCopy: 'ボタンが動かないときは、次のアドレスをブラウザーに貼り付けてください。',
  letters: {
    'sign-in-link': (f) => ({ subject: `${f.site} へのサインイン`, paragraphs: [`次のリンクから ${f.site} にサインインできます。${once(f)}`], action: 'サインイン', foot: ignore }),
    reset: (f) => ({ subject: `${f.site} のパスワード再設定`, paragraphs: [`パスワード再設定のご依頼を受け付けました。${once(f)}新しいパスワードを決めるまで、今のパスワードはそのまま使えます。`], action: '新しいパスワードを決める', foot: ignore }),
    'sign-up': (f) => ({ subject: `${f.site} へようこそ（アドレスの確認）`, paragraphs: [`あと一歩です。このアドレスがご自身のものだと確認できれば、アカウントをお使いいただけます。${once(f)}`], action: '確認して始める', foot: ignore }),
    'already-known': (f) => ({ subject: `${f.site} のアカウントはすでにあります`, paragraphs: [`このアドレスで ${f.site} のアカウントを作る操作がありました。アカウントはすでにありますので、そのままサインインしてください。パスワードを忘れた場合も、同じページで再設定できます。`], action: 'サインイン', foot: 'お心当たりがない場合も、対応は不要です。アカウントの有無が相手に知られることはありません。' }),
    'prove-email': (f) => ({ subject: `${f.site}：アドレスの確認`, paragraphs: [`このアドレスがご自身のものであることを確認してください。${once(f)}`], action: 'アドレスを確認する', foot: ignore }),
    'new-email': (f) => ({ subject: `${f.site}：新しいアドレスの確認`, paragraphs: [`${f.site} のアカウントでこのアドレスを使うには、リンクを開いてください。${once(f)}`], action: 'このアドレスを使う', foot: ignore }),
    'email-changed': (f) => ({ subject: `${f.site} のアドレスが変更されました`, paragraphs: [`アカウントのメールアドレスが ${f.at} に ${f.email} へ変更されました。今後、このアドレスにはメールをお送りしません。`], foot: 'お心当たりがない場合は、ただちにサイトの所有者にご連絡ください。新しいアドレスを使って第三者がパスワードを再設定できてしまいます。' }),
    'password-changed': (f) => ({ subject: `${f.site} のパスワードが変更されました`, paragraphs: [`アカウントのパスワードが ${f.at} に変更されました。ほかのセッションはすべて終了しました。`], foot: notYou }),
    'two-factor-on': (f) => ({ subject: `${f.site} の 2 段階認証が有効になりました`, paragraphs: [`${f.at} 以降、サインイン時に認証アプリのコードが必要です。回復コードは安全な場所に保管してください。1 つにつき一度だけ、コードの代わりに使えます。`], foot: notYou }),
    'two-factor-off': (f) => ({ subject: `${f.site} の 2 段階認証が無効になりました`, paragraphs: [`${f.at} 以降、サインイン時に 2 段階目の確認は行われません。`], foot: notYou }),
    'passkey-added': (f) => ({ subject: `${f.site} にパスキーが追加されました`, paragraphs: [`パスキー「${f.note}」が ${f.at} に追加されました。パスワードなしのサインインに使えます。`], foot: notYou }),
    'passkey-removed': (f) => ({ subject: `${f.site} のパスキーが削除されました`, paragraphs: [`パスキー「${f.note}」が ${f.at} に削除されました。`], foot: notYou }),
    invitation: (f) => ({ subject: `${f.site} への招待`, paragraphs: [`${f.by ? `${f.by} さんから` : ''}${f.site} への招待が届いています。物語をコミックにする場所です。`, ...(f.note ? [`「${f.note}」`] : []), `招待の有効期限は ${f.at} です。`], action: '招待を受ける', foot: '送り主にお心当たりがない場合は、このメールを無視してください。' }),
    approved: (f) => ({ subject: `${f.site}：アカウントが承認されました`, paragraphs: [`${f.site} のアカウントが承認されました。さっそくお使いいただけます。`], action: 'サイトを開く' }),
    'somebody-waits': (f) => ({ subject: `${f.site}：承認待ちの登録があります`, paragraphs: [`${f.note} さん（${f.email}）が登録を希望し、承認を待っています。`], action: '一覧を見る' }),
    'deletion-asked': (f) => ({ subject: `${f.site} のアカウントは削除されます`, paragraphs: [`アカウントと作品はすべて ${f.at} に削除されます。考えが変わったときは、それまでにサインインすれば、すべて元のまま残ります。`], action: 'アカウントを残す', foot: 'お心当たりがない場合は、今すぐサインインして削除を止め、パスワードを変更してください。' }),
    'deletion-cancelled': (f) => ({ subject: `${f.site} のアカウントは残ります`, paragraphs: ['サインインされたため、削除を取り消しました。すべて元のままで、API キーもまた使えます。'], foot: notYou }),
    deleted: (f) => ({ subject: `${f.site} のアカウントを削除しました`, paragraphs: ['ご依頼のとおり、アカウントとそれに属するものを削除しました。ご利用ありがとうございました。'] }),
  },
};
