import type { Translation } from '../../../language/namespaces.ts';

export const words: Translation<'accounts'> = {
  welcomeTitle: '欢迎来到你的画室', welcomeLead: '你是第一个来到这里的人。设好登录方式，你就是这个 Komawari 的主人。', welcomeGo: '打开画室', welcomeNoToken: '链接不完整，请复制程序打印出的完整欢迎链接。', name: '名字', email: '邮箱',
  password: '密码', passwordHint: '至少 10 个字符', signInTitle: '登录', signInLead: '你的漫画在等你。', fieldName: '请填写名字。', fieldEmail: '邮箱地址不完整。', fieldPassword: '密码需要 10 到 128 个字符。',
  fieldPasswordEmpty: '请输入密码。',
};
