import type { TrustWords } from './words.ts';

export const wordsZhCn: TrustWords = {
  title: '信任这台 Komawari',
  heading: '让这台设备\u200b信任家里的 Komawari',
  lead: 'Komawari 运行在你家的机器上，用自己签发的证书提供 HTTPS。只需把证书装到这台设备一次：浏览器不再警告，通行密钥、加密相册和安装到桌面也都能用了。',
  languages: '语言',
  trusted: '这台设备已经能打开 Komawari 了。',
  open: '打开 Komawari',
  compare: {
    heading: '核对指纹',
    text: '启动 Komawari 的终端里会显示一串指纹，必须与下面的逐字相同。若不相同，说明有人从中作梗：什么都不要安装。',
  },
  get: { heading: '下载证书', text: '一个文件，家里每台设备通用。', certificate: '证书（.crt）', profile: 'Apple 设备描述文件' },
  steps: { heading: '安装到这台设备', others: '换一台设备？' },
  done: { heading: '打开 Komawari', text: '如果仍有警告，请先彻底关闭浏览器，再打开以下任一地址：', names: '带名称的地址若能打开，请优先使用：通行密钥只支持名称，而且路由器更换 IP 后名称不变。' },
  about: {
    heading: '你同意了什么',
    points: [
      '这张证书只能为内网地址和 .local 之类的家用名称作担保，无法冒充银行或购物网站。',
      '它的私钥在你的机器上生成，也只留在那里。无论 Komawari 的开发者还是互联网上的任何人，都没有副本。',
      '想收回信任时，在同一个位置删除“Komawari at home”即可。',
    ],
    until: '有效期至 {date}',
  },
  platforms: {
    ios: {
      name: 'iPhone 和 iPad',
      steps: [
        '用 **Safari** 打开本页，轻点 **Apple 设备描述文件**，再轻点 **允许**。',
        '打开 **设置**，轻点顶部的 **已下载描述文件**（或 **通用 › VPN 与设备管理**），然后 **安装**。',
        '回到设置：**通用 › 关于本机 › 证书信任设置**，打开 **Komawari at home** 的开关。缺了这一步不会生效。',
      ],
    },
    android: {
      name: '安卓 / 鸿蒙',
      steps: [
        '轻点 **证书（.crt）** 并保存文件。',
        '打开 **设置**，搜索 **CA 证书**。通常位于 **安全 › 加密与凭据 › 安装证书**。',
        '轻点 **CA 证书**，选择 **仍然安装**，再从下载里选中 `komawari.crt`。',
      ],
      note: '系统会要求先设置锁屏密码，并可能提示网络会受到监控；对这张证书而言，仅涉及你家里的地址。',
    },
    windows: {
      name: 'Windows',
      steps: [
        '下载 **证书（.crt）** 并打开文件。',
        '点击 **安装证书…**，选择 **当前用户**，再点 **下一页**。',
        '选择 **将所有的证书都放入下列存储 › 浏览 › 受信任的根证书颁发机构**，然后 **下一页**、**完成**。',
        'Windows 会再次显示证书并询问，选择 **是**。',
      ],
      note: 'Chrome、Edge 和 Firefox 都会沿用 Windows 的设置。',
    },
    macos: {
      name: 'Mac',
      steps: [
        '下载 **证书（.crt）** 并打开。**钥匙串访问** 询问存放位置时选 **登录**。',
        '在列表中连按两下 **Komawari at home**，展开 **信任**。',
        '把 **使用此证书时** 设为 **始终信任**，关闭窗口并输入密码。',
      ],
      note: '以桌面版网页浏览的 iPad 也会看到这里，请改看“iPhone 和 iPad”的步骤。',
    },
    linux: {
      name: 'Linux：Chrome、Chromium、Edge',
      steps: [
        '下载 **证书（.crt）**。',
        '打开 `chrome://certificate-manager`，进入 **自定义 › 由您安装**，在 **受信任的证书** 旁点击 **导入**。',
        '选中 `komawari.crt`。旧版本：**设置 › 隐私和安全 › 安全 › 管理证书 › 授权机构 › 导入**，并勾选 **信任该证书，以标识网站的身份**。',
      ],
      note: '让整个系统信任（Debian、Ubuntu）：`sudo cp komawari.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates`',
    },
    firefox: {
      name: 'Firefox',
      steps: [
        '下载 **证书（.crt）**。',
        '打开 **设置 › 隐私与安全**，向下找到 **证书**，点击 **查看证书…**。',
        '在 **证书颁发机构** 中点击 **导入…**，选中 `komawari.crt`，勾选 **信任由此证书颁发机构来标识网站**。',
      ],
      note: 'Windows 和 macOS 上的 Firefox 沿用系统设置，按系统步骤操作即可。安卓版需要：**设置 › 关于 Firefox**，连点七下图标，再打开 **Secret Settings › Use third party CA certificates**。',
    },
  },
};
