/** Every error a client can meet: its HTTP status and a sentence to act on in each language of the interface. */
import { z } from 'zod';
import { STUDIO_ERRORS } from './studio-errors.ts';

type Entry = { status: number; en: string; 'zh-CN': string; ja: string };

export const ERRORS = {
  'request.invalid': { status: 400, en: 'The request does not fit: {detail}', 'zh-CN': '请求内容不符合要求：{detail}', ja: 'リクエストの内容が正しくありません：{detail}' },
  'request.not-json': { status: 400, en: 'The body of the request could not be read. Send valid JSON.', 'zh-CN': '无法读取请求内容，请发送有效的 JSON。', ja: 'リクエスト本文を読み取れません。正しい JSON を送ってください。' },
  'request.too-large': { status: 413, en: 'The request is too large. Send less at once.', 'zh-CN': '请求过大，请减少单次发送的内容。', ja: 'リクエストが大きすぎます。一度に送る量を減らしてください。' },
  'request.media-type': { status: 415, en: 'This kind of content is not accepted here.', 'zh-CN': '此处不接受这种类型的内容。', ja: 'この種類のデータは受け付けられません。' },
  'request.too-many': { status: 429, en: 'Too many requests. Wait a moment and try again.', 'zh-CN': '请求过于频繁，请稍候再试。', ja: 'リクエストが多すぎます。少し待ってからお試しください。' },
  'request.foreign-origin': { status: 403, en: 'The request comes from another site. Open the program at its own address.', 'zh-CN': '请求来自其他网站，请从本程序自己的地址访问。', ja: '別のサイトからのリクエストです。このプログラムのアドレスから開いてください。' },
  'request.unknown-host': { status: 421, en: 'The program does not answer to this name. Open it at an address that it printed at its start; its operator can add a name with KOMA_PUBLIC_URL.', 'zh-CN': '本程序不接受以此名称访问。请使用启动时显示的地址；管理员可用 KOMA_PUBLIC_URL 添加名称。', ja: 'この名前では開けません。起動時に表示されたアドレスから開いてください。管理者は KOMA_PUBLIC_URL で名前を追加できます。' },
  'request.idempotency-conflict': { status: 409, en: 'The same idempotency key was used for something else. Use a new key.', 'zh-CN': '该幂等键已用于其他请求，请换用新的键。', ja: 'この冪等キーは別の内容で使われています。新しいキーを使ってください。' },
  'not-found': { status: 404, en: 'There is nothing here, or it is not yours.', 'zh-CN': '内容不存在，或不属于你。', ja: '見つからないか、あなたのものではありません。' },
  'access.sign-in': { status: 401, en: 'Sign in first.', 'zh-CN': '请先登录。', ja: '先にサインインしてください。' },
  'access.bad-key': { status: 401, en: 'This API key is not valid: it is mistyped, revoked or expired. Send a valid one, or leave out the Authorization header.', 'zh-CN': '此 API 密钥无效：可能有误、已撤销或已过期。请使用有效的密钥，或去掉 Authorization 请求头。', ja: 'この API キーは無効です（誤り、失効、または期限切れ）。有効なキーを送るか、Authorization ヘッダーを外してください。' },
  'access.key-needed': { status: 401, en: 'Send an API key as "Authorization: Bearer KEY". One makes keys under Settings › API keys.', 'zh-CN': '请以“Authorization: Bearer 密钥”的形式发送 API 密钥。密钥可在“设置 › API 密钥”中创建。', ja: '「Authorization: Bearer キー」の形で API キーを送ってください。キーは「設定 › API キー」で作成できます。' },
  'access.denied': { status: 403, en: 'Your role does not allow this. Ask the owner of the site.', 'zh-CN': '你的角色没有此权限，请联系站点所有者。', ja: 'あなたの役割では許可されていません。サイトの所有者に相談してください。' },
  'access.guests-closed': { status: 401, en: 'Guests can not do this here. Sign in first.', 'zh-CN': '此处不对访客开放，请先登录。', ja: 'ここではゲストは利用できません。サインインしてください。' },
  'accounts.wrong-credentials': { status: 401, en: 'E-mail or password is wrong. Check both and try again.', 'zh-CN': '邮箱或密码错误，请检查后重试。', ja: 'メールアドレスかパスワードが違います。確かめてもう一度お試しください。' },
  'accounts.email-taken': { status: 409, en: 'An account with this e-mail exists. Sign in, or use another address.', 'zh-CN': '该邮箱已注册，请登录或换用其他邮箱。', ja: 'このメールアドレスは登録済みです。サインインするか、別のアドレスを使ってください。' },
  'accounts.welcome-invalid': { status: 410, en: 'This welcome link was used or has expired. Start the program again to get a new one, or run `koma user create`.', 'zh-CN': '欢迎链接已使用或已过期。请重新启动程序获取新链接，或运行 `koma user create`。', ja: 'このウェルカムリンクは使用済みか期限切れです。再起動して新しいリンクを取得するか、`koma user create` を実行してください。' },
  'accounts.password-weak': { status: 400, en: 'The password needs 10 to 128 characters.', 'zh-CN': '密码需要 10 到 128 个字符。', ja: 'パスワードは10〜128文字にしてください。' },
  'accounts.password-common': { status: 400, en: 'This password is on the lists that attackers try first. Choose another, best a few words in a row.', 'zh-CN': '这个密码常被攻击者最先尝试。请换一个，最好是几个词连在一起。', ja: 'このパスワードは攻撃者が真っ先に試す一覧に載っています。別のもの、できれば単語をいくつか並べたものにしてください。' },
  'accounts.locked': { status: 429, en: 'Too many failed attempts. Wait, then try again: {detail}', 'zh-CN': '失败次数过多，请稍候再试：{detail}', ja: '失敗が続いたため、しばらくお待ちください：{detail}' },
  'accounts.suspended': { status: 403, en: 'This account is suspended. Ask the owner of the site.', 'zh-CN': '该账号已被停用，请联系站点所有者。', ja: 'このアカウントは停止されています。サイトの所有者に相談してください。' },
  'accounts.waiting': { status: 403, en: 'Your account waits for approval. An administrator of the site lets you in.', 'zh-CN': '你的账号正在等待审核，通过后即可使用。', ja: 'アカウントは承認待ちです。管理者が承認すると使えるようになります。' },
  'accounts.second-factor-over': { status: 401, en: 'The time for the second step is over. Sign in again from the start.', 'zh-CN': '第二步验证已超时，请重新登录。', ja: '2 段階目の時間が切れました。最初からサインインし直してください。' },
  'accounts.wrong-code': { status: 401, en: 'This code is wrong. Type the one your authenticator shows now, or a recovery code.', 'zh-CN': '验证码错误。请输入验证器当前显示的数字，或使用恢复码。', ja: 'コードが違います。認証アプリに今表示されている数字か、回復コードを入力してください。' },
  'accounts.code-used': { status: 401, en: 'This code was used already. Wait for the next one.', 'zh-CN': '该验证码已使用过，请等待下一个。', ja: 'このコードは使用済みです。次のコードが表示されるまでお待ちください。' },
  'accounts.link-used': { status: 410, en: 'This link was used already. Ask for a new one if you still need it.', 'zh-CN': '该链接已使用过。如仍需要，请重新获取。', ja: 'このリンクは使用済みです。必要であれば新しいリンクを取得してください。' },
  'accounts.link-expired': { status: 410, en: 'This link is not valid or no longer so. Ask for a new one.', 'zh-CN': '链接无效或已过期，请重新获取。', ja: 'リンクが無効か期限切れです。新しいリンクを取得してください。' },
  'accounts.passkeys-insecure': { status: 409, en: 'Passkeys need HTTPS and a host name, or localhost. Open the program there.', 'zh-CN': '通行密钥需要 HTTPS 和域名，或使用 localhost 访问。请换用这样的地址打开。', ja: 'パスキーには HTTPS とホスト名、または localhost が必要です。そのアドレスで開いてください。' },
  'accounts.passkey-failed': { status: 401, en: 'This passkey was not accepted. Try again, or sign in another way.', 'zh-CN': '通行密钥未通过验证。请重试，或换用其他方式登录。', ja: 'パスキーを確認できませんでした。もう一度試すか、別の方法でサインインしてください。' },
  'accounts.passkey-over': { status: 410, en: 'This passkey step was used or took too long. Start it again.', 'zh-CN': '本次通行密钥操作已使用或超时，请重新开始。', ja: 'パスキーの操作は使用済みか時間切れです。もう一度始めてください。' },
  'accounts.sign-up-closed': { status: 403, en: 'This site takes no new accounts at present. Ask its owner.', 'zh-CN': '本站暂不开放注册，请联系站点所有者。', ja: '現在、新規登録を受け付けていません。サイトの所有者に相談してください。' },
  'accounts.invitation-needed': { status: 403, en: 'One joins this site by invitation. Open the link you were sent, or ask for one.', 'zh-CN': '本站采用邀请注册。请打开收到的邀请链接，或向管理员索取。', ja: 'このサイトは招待制です。届いた招待リンクを開くか、招待を依頼してください。' },
  'accounts.invitation-invalid': { status: 410, en: 'This invitation is not valid, was taken back or has expired. Ask for a new one.', 'zh-CN': '邀请无效、已撤回或已过期，请重新索取。', ja: '招待が無効か、取り消されたか、期限切れです。新しい招待を依頼してください。' },
  'accounts.invitation-used-up': { status: 410, en: 'This invitation has been used as often as it may. Ask for a new one.', 'zh-CN': '该邀请的使用次数已用完，请重新索取。', ja: 'この招待は使用回数の上限に達しました。新しい招待を依頼してください。' },
  'accounts.wrong-password': { status: 401, en: 'The password is wrong. Try again.', 'zh-CN': '密码错误，请重试。', ja: 'パスワードが違います。もう一度お試しください。' },
  'accounts.confirm-needed': { status: 403, en: 'Confirm that it is you first: with your password, or a passkey.', 'zh-CN': '请先用密码或通行密钥确认是你本人。', ja: '先にパスワードかパスキーでご本人であることを確認してください。' },
  'accounts.session-needed': { status: 403, en: 'This can only be done in a browser that is signed in, not with an API key.', 'zh-CN': '此操作只能在已登录的浏览器中进行，不能使用 API 密钥。', ja: 'この操作は API キーではできません。ブラウザーでサインインして行ってください。' },
  'accounts.last-way-in': { status: 409, en: 'This is your only way to sign in. Set a password or add another passkey first.', 'zh-CN': '这是你唯一的登录方式。请先设置密码或添加另一个通行密钥。', ja: 'これは唯一のサインイン方法です。先にパスワードを設定するか、別のパスキーを追加してください。' },
  'accounts.last-owner': { status: 409, en: 'A site always has an owner. Make somebody else owner first.', 'zh-CN': '站点必须始终有所有者。请先指定另一位所有者。', ja: 'サイトには必ず所有者が必要です。先に別の人を所有者にしてください。' },
  'accounts.not-yourself': { status: 409, en: 'You can not do this to your own account.', 'zh-CN': '不能对自己的账号执行此操作。', ja: '自分のアカウントに対しては行えません。' },
  'accounts.not-waiting': { status: 409, en: 'This account does not wait for approval any more. Reload the list.', 'zh-CN': '该账号已不在等待审核，请刷新列表。', ja: 'このアカウントはもう承認待ちではありません。一覧を読み込み直してください。' },
  'accounts.two-factor-on': { status: 409, en: 'Two-step sign-in is on already. Turn it off first to set up another authenticator.', 'zh-CN': '两步验证已开启。如需更换验证器，请先关闭。', ja: '2 段階認証はすでに有効です。別の認証アプリを設定するには、先に無効にしてください。' },
  'accounts.two-factor-off': { status: 409, en: 'Two-step sign-in is not set up. Start it first.', 'zh-CN': '尚未设置两步验证，请先开始设置。', ja: '2 段階認証は設定されていません。先に設定を始めてください。' },
  'accounts.too-many': { status: 409, en: 'There are as many as one may have. Remove one first.', 'zh-CN': '数量已达上限，请先删除一个。', ja: '上限に達しています。先に一つ削除してください。' },
  'accounts.picture-unreadable': { status: 415, en: 'This file is no picture that can be read here. Use PNG, JPEG, WebP, AVIF or GIF.', 'zh-CN': '无法读取该图片。请使用 PNG、JPEG、WebP、AVIF 或 GIF。', ja: '読み取れる画像ではありません。PNG、JPEG、WebP、AVIF、GIF のいずれかを使ってください。' },
  'accounts.picture-too-large': { status: 413, en: 'This picture has too many pixels. Make it smaller and try again.', 'zh-CN': '图片像素过多，请缩小后重试。', ja: '画像のピクセル数が多すぎます。縮小してからお試しください。' },
  'accounts.export-running': { status: 409, en: 'An export is under way already. Wait for it.', 'zh-CN': '已有导出任务正在进行，请等待完成。', ja: 'エクスポートはすでに進行中です。完了をお待ちください。' },
  'comics.empty-text': { status: 400, en: 'The story is empty. Paste or upload some text.', 'zh-CN': '故事是空的，请粘贴或上传文字。', ja: '物語が空です。テキストを貼り付けるかアップロードしてください。' },
  'comics.text-too-long': { status: 413, en: 'The story has more than 200,000 characters. Split it into several comics.', 'zh-CN': '故事超过 20 万字，请分成几部漫画。', ja: '物語が20万文字を超えています。複数のコミックに分けてください。' },
  'comics.not-text': { status: 415, en: 'This file is no readable text. Save it as UTF-8 (.txt or .md) and upload it again.', 'zh-CN': '该文件不是可读的文本，请存为 UTF-8 的 .txt 或 .md 后重新上传。', ja: '読み取れるテキストではありません。UTF-8 の .txt または .md で保存してから、もう一度アップロードしてください。' },
  'comics.unfinished': { status: 409, en: 'The comic is not finished. Wait for it, or continue the unfinished parts first.', 'zh-CN': '漫画尚未完成，请等待，或先继续未完成的部分。', ja: 'コミックはまだ完成していません。完成を待つか、未完成の部分を続けてください。' },
  'comics.model-unreadable': { status: 422, en: 'The model gave nothing for this story that can be used. Choose another model, or let the built-in writer read it.', 'zh-CN': '模型对这个故事没有给出可用的结果。请换一个模型，或改用内置编剧。', ja: 'このモデルからは、この物語に使える答えが得られませんでした。別のモデルか、内蔵ライターを選んでください。' },
  'comics.writer-failed': { status: 422, en: 'No comic could be written from this text: {detail}', 'zh-CN': '无法根据这段文字生成漫画：{detail}', ja: 'このテキストからコミックを作れませんでした：{detail}' },
  'comics.no-script': { status: 409, en: 'The script is not written yet. Wait for it, then try again.', 'zh-CN': '脚本还没有写好，请等它完成后再试。', ja: '脚本はまだできていません。完成を待ってからお試しください。' },
  'comics.edit-invalid': { status: 400, en: 'This change does not fit the book: {detail}. Reload the page; your text is kept.', 'zh-CN': '这项修改与作品不符：{detail}。请刷新页面，文字会保留。', ja: 'この変更は作品に合いません：{detail}。ページを再読み込みしてください。文章は残ります。' },
  'comics.edit-too-large': { status: 413, en: 'The book would become too large: {detail}. Split it into several comics.', 'zh-CN': '作品将过大：{detail}。请分成几部漫画。', ja: '作品が大きくなりすぎます：{detail}。複数のコミックに分けてください。' },
  'comics.too-many-versions': { status: 409, en: 'This comic has 100 versions. Remove one that is not needed, then keep this one.', 'zh-CN': '这部漫画已有 100 个版本，请先删除不需要的版本。', ja: 'バージョンは100個までです。不要なものを削除してから保存してください。' },
  'comics.too-many-takes': { status: 409, en: 'This panel has eight takes. Put one aside, then draw again.', 'zh-CN': '这一格已有八张草图，请先弃用一张再重画。', ja: 'このコマにはテイクが8つあります。1つ外してから描き直してください。' },
  'comics.busy': { status: 409, en: 'This comic is being drawn just now. Wait for it, or pause it first.', 'zh-CN': '这部漫画正在绘制，请等待，或先暂停。', ja: 'このコミックはいま描画中です。完了を待つか、先に一時停止してください。' },
  'comics.pages-outdated': { status: 409, en: 'The pages do not show your last changes yet. Bring them up to date, then try again.', 'zh-CN': '页面尚未包含你最近的修改，请先更新页面再试。', ja: 'ページに最近の変更が反映されていません。ページを更新してからお試しください。' },
  'comics.bundle-unreadable': { status: 415, en: 'This file is no .koma bundle, or it is damaged. Export it again where it comes from.', 'zh-CN': '该文件不是 .koma 工程，或已损坏。请从原处重新导出。', ja: '.koma ファイルではないか、壊れています。元の環境でもう一度書き出してください。' },
  'pictures.not-a-picture': { status: 415, en: 'This file is no picture that can be read. Use PNG, JPEG, WebP, AVIF or GIF.', 'zh-CN': '该文件不是可读取的图片，请使用 PNG、JPEG、WebP、AVIF 或 GIF。', ja: '読み取れる画像ではありません。PNG、JPEG、WebP、AVIF、GIF のいずれかを使ってください。' },
  'pictures.too-many-pixels': { status: 413, en: 'This picture has more than 100 million pixels. Make it smaller and upload it again.', 'zh-CN': '图片超过 1 亿像素，请缩小后重新上传。', ja: '画像が1億画素を超えています。縮小してからアップロードしてください。' },
  'comics.file-kind': { status: 415, en: 'Stories come as .txt, .md, .html, .docx or .epub. Save this one in one of these forms and upload it again.', 'zh-CN': '故事可用 .txt、.md、.html、.docx 或 .epub。请另存为其中一种格式后重新上传。', ja: '物語は .txt、.md、.html、.docx、.epub で受け付けます。いずれかの形式で保存してから、もう一度アップロードしてください。' },
  'comics.file-protected': { status: 422, en: 'This file is locked by a password or by copy protection, so its text cannot be read. Upload a copy without protection.', 'zh-CN': '该文件受密码或版权保护锁定，无法读取文字。请上传未加保护的副本。', ja: 'このファイルはパスワードまたはコピー保護がかかっていて、文章を読み取れません。保護のないものをアップロードしてください。' },
  'comics.file-damaged': { status: 422, en: 'This file is damaged or not complete. Save or download it again, then upload it once more.', 'zh-CN': '该文件已损坏或不完整。请重新保存或下载后再上传。', ja: 'ファイルが壊れているか、途中で切れています。保存またはダウンロードし直してから、もう一度アップロードしてください。' },
  'comics.file-too-large': { status: 413, en: 'This file holds far more than a story of 200,000 characters. Upload the part that is to become a comic.', 'zh-CN': '该文件的内容远超 20 万字的故事。请只上传要做成漫画的部分。', ja: 'このファイルは20万文字の物語よりはるかに大きな内容です。コミックにする部分だけをアップロードしてください。' },
  'comics.bundle-damaged': { status: 422, en: 'This .koma file is damaged or was not made by Komawari. Export it again and import that file.', 'zh-CN': '该 .koma 文件已损坏，或并非由 Komawari 生成。请重新导出后再导入。', ja: 'この .koma ファイルは壊れているか、Komawari で作られたものではありません。書き出し直してから読み込んでください。' },
  'comics.bundle-newer': { status: 422, en: 'This .koma file comes from a newer Komawari. Update this one, then import it again.', 'zh-CN': '该 .koma 文件来自更新版本的 Komawari。请先升级，再重新导入。', ja: 'この .koma ファイルは新しい版の Komawari で作られています。こちらを更新してから、もう一度読み込んでください。' },
  'exports.no-ffmpeg': { status: 501, en: 'Films need the program ffmpeg, which this machine does not have. Install it (Debian and Ubuntu: sudo apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg) and export again.', 'zh-CN': '生成动态预告需要 ffmpeg，但本机尚未安装。请先安装（Debian、Ubuntu：sudo apt-get install ffmpeg；macOS：brew install ffmpeg；Windows：winget install ffmpeg），再重新导出。', ja: '動画の書き出しには ffmpeg が必要ですが、このマシンにはありません。インストールしてから（Debian・Ubuntu：sudo apt-get install ffmpeg、macOS：brew install ffmpeg、Windows：winget install ffmpeg）、もう一度書き出してください。' },
  'exports.film-failed': { status: 500, en: 'The film could not be made: {detail}. The pages are fine; export again, or choose another format.', 'zh-CN': '预告影片生成失败：{detail}。页面没有问题，请重新导出或改用其他格式。', ja: '動画を作れませんでした：{detail}。ページに問題はありません。もう一度書き出すか、別の形式をお選びください。' },
  ...STUDIO_ERRORS,
  'tasks.not-cancellable': { status: 409, en: 'This task has ended already.', 'zh-CN': '该任务已经结束。', ja: 'このタスクはすでに終了しています。' },
  'tasks.refused': { status: 422, en: 'The provider declined this for safety: {detail}. Change the words or the pictures.', 'zh-CN': '服务商出于安全原因拒绝了：{detail}。请修改文字或图片。', ja: '安全上の理由でプロバイダーに断られました：{detail}。言葉か画像を変えてください。' },
  'tasks.unknown': { status: 409, en: 'The answer of the provider was lost, and it may have charged for it. Check whether it is there, send it again, or give it up.', 'zh-CN': '服务商的回复丢失了，可能已经计费。可以查询结果、重新发送或放弃。', ja: 'プロバイダーからの返答が失われました（課金された可能性があります）。結果を確認するか、送り直すか、取りやめてください。' },
  'tasks.abandoned': { status: 409, en: 'You gave this up after its answer was lost.', 'zh-CN': '回复丢失后，你放弃了这一项。', ja: '返答が失われたあと、取りやめました。' },
  'tasks.not-unknown': { status: 409, en: 'It is known how this ended. Reload the page.', 'zh-CN': '这项任务的结果已经明确，请刷新页面。', ja: 'この作業の結果はもう分かっています。ページを再読み込みしてください。' },
  'tasks.nothing-to-continue': { status: 409, en: 'Nothing is unfinished here.', 'zh-CN': '没有未完成的部分。', ja: '未完成の部分はありません。' },
  'tasks.crashing': { status: 500, en: 'This step stopped its process again and again and was given up. Try other settings.', 'zh-CN': '该步骤多次导致进程中止，已放弃。请尝试其他设置。', ja: 'この処理は何度もプロセスを停止させたため中止しました。設定を変えてお試しください。' },
  'billing.quota-used-up': { status: 402, en: 'Today\'s quota is used up. Try again tomorrow, or ask the owner of the site.', 'zh-CN': '今日额度已用完，请明天再试，或联系站点所有者。', ja: '本日の利用枠を使い切りました。明日お試しになるか、サイトの所有者に相談してください。' },
  'server.stopping': { status: 503, en: 'The server is stopping or not ready. Try again in a moment.', 'zh-CN': '服务正在停止或尚未就绪，请稍候再试。', ja: 'サーバーは停止中か準備中です。少し待ってからお試しください。' },
  'server.storage': { status: 507, en: 'Nothing more can be stored: the disk is full or can not be written. Make room, then continue.', 'zh-CN': '无法继续存储：磁盘已满或不可写。请腾出空间后继续。', ja: 'これ以上保存できません。ディスクに空きがないか、書き込めません。空きを作ってから続けてください。' },
  'server.error': { status: 500, en: 'Something went wrong on our side. Try again; the request number helps the operator to find it.', 'zh-CN': '服务器出错，请重试；请求编号可帮助管理员排查。', ja: 'サーバー側で問題が起きました。もう一度お試しください。リクエスト番号が管理者の調査に役立ちます。' },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

export const UI_LANGUAGES = ['en', 'zh-CN', 'ja'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

export const ErrorBody = z.object({
  error: z.object({ code: z.string(), message: z.string(), requestId: z.string(), detail: z.string().optional() }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The sentence of an error; `{detail}` is filled in, or cut off with its colon when there is none. */
export function sentenceOf(code: ErrorCode, language: UiLanguage, detail?: string): string {
  const sentence: string = ERRORS[code][language];
  return detail === undefined ? sentence.replace(/[:：]\s*\{detail\}/, /[぀-ヿ一-鿿]/.test(sentence) ? '。' : '.') : sentence.replace('{detail}', detail);
}
