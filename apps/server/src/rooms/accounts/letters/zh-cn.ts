import type { LetterFacts, LetterLanguage } from './write-letter.ts';

const notYou = '如果不是你本人操作：请在“设置 › 安全”中立即修改密码，并结束其他会话。如果已无法登录，请联系站点所有者。';
const ignore = '如果这不是你的请求，忽略本邮件即可：不打开链接，就不会有任何变化。';
const once = ({ validFor }: LetterFacts) => `链接仅可使用一次，有效期 ${validFor}。`;

export const zhCn: LetterLanguage = {
  greeting: (name) => `${name}，你好：`,
  orCopy: '如果按钮无法点击，请将以下地址复制到浏览器中打开：',
  letters: {
    'sign-in-link': (f) => ({ subject: `登录 ${f.site}`, paragraphs: [`点击下面的链接即可登录 ${f.site}。${once(f)}`], action: '登录', foot: ignore }),
    reset: (f) => ({ subject: `重设 ${f.site} 的密码`, paragraphs: [`我们收到了重设密码的请求。${once(f)}在你设好新密码之前，原密码仍然有效。`], action: '设置新密码', foot: ignore }),
    'sign-up': (f) => ({ subject: `欢迎加入 ${f.site}，请确认邮箱`, paragraphs: [`只差一步：确认这是你的邮箱，账号就可以使用了。${once(f)}`], action: '确认并开始', foot: ignore }),
    'already-known': (f) => ({ subject: `你已有 ${f.site} 的账号`, paragraphs: [`有人（很可能是你）想用这个邮箱注册 ${f.site}。该邮箱已有账号，直接登录即可；忘记密码的话，可以在登录页重新设置。`], action: '登录', foot: '如果不是你本人操作，无需理会：对方并不会知道你是否有账号。' }),
    'prove-email': (f) => ({ subject: `请确认你在 ${f.site} 的邮箱`, paragraphs: [`请确认这个邮箱属于你。${once(f)}`], action: '确认邮箱', foot: ignore }),
    'new-email': (f) => ({ subject: `${f.site}：确认新邮箱`, paragraphs: [`你希望把 ${f.site} 账号的邮箱换成这一个。打开链接即可完成更换。${once(f)}`], action: '使用这个邮箱', foot: ignore }),
    'email-changed': (f) => ({ subject: `你在 ${f.site} 的邮箱已更换`, paragraphs: [`你的账号邮箱已于 ${f.at} 更换为 ${f.email}。今后我们不再向本邮箱发送邮件。`], foot: '如果不是你本人操作，请立即联系站点所有者：对方可以用新邮箱重设你的密码。' }),
    'password-changed': (f) => ({ subject: `你在 ${f.site} 的密码已修改`, paragraphs: [`你的账号密码已于 ${f.at} 修改，其他会话均已结束。`], foot: notYou }),
    'two-factor-on': (f) => ({ subject: `${f.site} 已开启两步验证`, paragraphs: [`自 ${f.at} 起，登录时需要输入验证器中的数字。请妥善保存恢复码：每个恢复码可以代替一次验证码。`], foot: notYou }),
    'two-factor-off': (f) => ({ subject: `${f.site} 已关闭两步验证`, paragraphs: [`自 ${f.at} 起，登录时不再需要第二步验证。`], foot: notYou }),
    'passkey-added': (f) => ({ subject: `${f.site} 已添加通行密钥`, paragraphs: [`通行密钥“${f.note}”已于 ${f.at} 添加到你的账号，可用于免密码登录。`], foot: notYou }),
    'passkey-removed': (f) => ({ subject: `${f.site} 已移除通行密钥`, paragraphs: [`通行密钥“${f.note}”已于 ${f.at} 从你的账号中移除。`], foot: notYou }),
    invitation: (f) => ({ subject: `${f.by ?? f.site} 邀请你加入 ${f.site}`, paragraphs: [`${f.by ? `${f.by} 邀请你` : '诚邀你'}加入 ${f.site}，一起把故事变成漫画。`, ...(f.note ? [`“${f.note}”`] : []), `邀请有效期至 ${f.at}。`], action: '接受邀请', foot: '如果不认识发件人，忽略本邮件即可。' }),
    approved: (f) => ({ subject: `${f.site}：你的账号已通过审核`, paragraphs: [`你在 ${f.site} 的账号已通过审核，现在可以开始使用了。`], action: '打开网站' }),
    'somebody-waits': (f) => ({ subject: `${f.site}：有新的注册等待审核`, paragraphs: [`${f.note}（${f.email}）申请注册，正在等待你的审核。`], action: '查看列表' }),
    'deletion-asked': (f) => ({ subject: `你在 ${f.site} 的账号即将删除`, paragraphs: [`你的账号及全部内容将于 ${f.at} 删除。如果改变主意，在此之前登录一次，一切都会照旧保留。`], action: '保留账号', foot: '如果不是你本人操作，请立即登录以取消删除，然后修改密码。' }),
    'deletion-cancelled': (f) => ({ subject: `你在 ${f.site} 的账号已保留`, paragraphs: ['你重新登录了，删除已取消。一切保持原样，API 密钥也恢复可用。'], foot: notYou }),
    deleted: (f) => ({ subject: `你在 ${f.site} 的账号已删除`, paragraphs: ['按照你的要求，账号及其内容已经删除。感谢你曾经来过。'] }),
  },
};
