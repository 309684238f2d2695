import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-home-hosts'> = {
  hosts: '家中的机器', hostsLead: '家里有显卡的机器无需公网地址，也能在这里提供模型：它主动连接本服务器，并且只应答发往它指定的那一个程序的请求。', addHost: '添加机器',
  hostName: '机器名称', hostNameHint: '小写字母、数字和连字符，例如 gaming-pc。它会成为地址的一部分。', nameWrong: '请用 1 到 32 个小写字母、数字或连字符，首尾须为字母或数字。', makeToken: '生成令牌',
  here: '已连接', away: '未连接', stateHere: '{when}接入。', stateGone: '上次在线：{when}。', stateNever: '还没有连接过。', addressIs: '填给服务商的地址：',
  renew: '换令牌', renewThing: '为 {name} 换令牌', renewTitle: '为“{name}”生成新令牌？', renewText: '旧令牌和它的连接会立即失效。那台机器上的命令要用新令牌重新启动。', renewGo: '生成新令牌',
  remove: '移除', removeThing: '移除 {name}', removeTitle: '移除“{name}”？', removeText: '它的令牌和连接会立即失效。使用其地址的服务商仍在列表中，但无法再连接。', removeGo: '移除',
  tokenFor: '连接“{name}”', stepCommand: '在那台机器的 Komawari 文件夹中运行：', stepTo: '最后一段是那里提供模型的程序地址。那台机器上的其他内容都无法访问。', copyCommand: '复制命令', stepToken: '它会询问这个令牌：', tokenOnce: '仅显示这一次，这里只保存它的指纹。', copyToken: '复制令牌', stepProvider: '然后添加对应种类的服务商，地址填：', addProvider: '添加服务商',
  waits: '正在等待那台机器 …', hasCome: '已连接。', done: '完成',
};
