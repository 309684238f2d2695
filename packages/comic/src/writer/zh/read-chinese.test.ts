import { describe, expect, test } from 'vitest';
import { readStory } from '../index.ts';
import type { Story } from '../index.ts';

type Case = { about: string; speakers: string; text: string };

/** The speaker of every quoted line; `*` stands for anybody, `a|b` for either name of one person. */
function misread({ text, speakers }: Case): string[] {
  const story = readStory(text, { language: 'zh' });
  const lines = story.chapters.flatMap((chapter) => chapter.beats).flatMap((beat) => (beat.type === 'line' && beat.isQuoted ? [beat] : []));
  const wanted = speakers.split(' ');
  if (lines.length !== wanted.length) return [`${lines.length} lines`];
  return wanted.flatMap((want, i) => {
    const names = namesOf(story, lines[i]?.speakerKey);
    return want === '*' || want.split('|').some((name) => names.includes(name)) ? [] : [`${i + 1}: ${names[0] ?? 'nobody'} instead of ${want}`];
  });
}

function namesOf(story: Story, key: string | undefined): string[] {
  const voice = story.voices.find((known) => known.key === key);
  return voice ? [voice.name, ...voice.aliases] : [];
}

const CASES: readonly Case[] = [
  { about: '小声, 大声 are no persons', speakers: '林小川 * 林小川', text: '林小川站在门口。\n\n“有人吗？”林小川小声说。\n\n“谁呀？”屋里有人问。\n\n林小川大声说：“是我！”' },
  { about: 'a title before a name, a name given when asked', speakers: '老周 小满 老周 小满 老周', text: '“上车！”司机老周喊道。\n\n“谢谢。”女孩说。\n\n老周笑了。“你叫什么名字？”他问。\n\n“小满。”女孩说。\n\n小满坐下来，抱着箱子。\n\n“小满，坐稳了。”老周说。' },
  { about: '我叫阿木', speakers: '奶奶 阿木 奶奶 阿木', text: '门口站着一个男孩。\n\n“你叫什么？”奶奶问。\n\n“我叫阿木。”男孩回答。\n\n阿木低下头，踢着石子。\n\n“进来吧，阿木。”奶奶说。\n\n“谢谢奶奶。”阿木说。' },
  { about: '王嫂, 三儿', speakers: '王嫂 三儿 王嫂 三儿', text: '“吃饭了！”王嫂在厨房里喊。\n\n“来了来了！”三儿一边跑一边答应。\n\n王嫂瞪了他一眼：“洗手！”\n\n三儿吐了吐舌头，说：“洗过了。”' },
  { about: '那人', speakers: '刘铁匠 那人 刘铁匠 那人', text: '刘铁匠放下锤子。\n\n“这把刀，三天后来拿。”刘铁匠说。\n\n那人点点头：“多少钱？”\n\n“不要钱。”\n\n“不要钱？”那人愣住了。' },
  { about: 'a tag amid the words', speakers: '陈明 陈明 苏雪 陈明', text: '“我不去，”陈明摇摇头，“外面太冷了。”\n\n“那我一个人去。”苏雪说。\n\n陈明叹了口气，站起来，拿起外套，说：“走吧。”' },
  { about: 'two who take turns', speakers: '李想 张帆 李想 张帆 李想 张帆', text: '李想和张帆坐在台阶上。\n\n“你真的要走？”李想问。\n\n“嗯，明天的火车。”张帆说。\n\n“还回来吗？”\n\n“不知道。”\n\n“那我给你写信。”\n\n“好。”' },
  { about: 'a pronoun and a kinsman', speakers: '小梅 爷爷 小梅', text: '小梅推开门，看见爷爷坐在窗边。\n\n“爷爷，我回来了。”她说。\n\n爷爷抬起头，他的眼睛已经看不清了。\n\n“是小梅吗？”他问。\n\n“是我。”她蹲下来，握住他的手。' },
  { about: 'a left-out subject', speakers: '赵刚 周倩', text: '赵刚走进办公室，把文件扔在桌上，一屁股坐下来。\n\n“累死我了！”\n\n周倩头也没抬，继续打字。\n\n“谁让你昨天不加班的？”' },
  { about: 'a colon several clauses behind the subject', speakers: '老张 儿子', text: '老张放下茶碗，望了望天，又看看地里的庄稼，半天才开口：“要下雨了。”\n\n儿子不信：“天这么好，下什么雨？”\n\n老张不答，背着手走了。' },
  { about: 'storyteller’s prose', speakers: '王员外 书生 王员外', text: '却说王员外听了，又惊又喜，便问道：“你从哪里来？”那书生答道：“小生从苏州来。”王员外笑道：“好，好！”' },
  { about: 'a thought', speakers: '李雷 李雷', text: '李雷看着她的背影，心想：“她会回来的。”\n\n韩梅没有回头。\n\n“再见！”李雷喊。' },
  { about: 'who is called answers', speakers: '妈妈 小宝 妈妈', text: '妈妈端着汤走进来。\n\n“小宝，吃饭了！”\n\n“我不饿。”\n\n“不饿也得吃。”妈妈说。' },
  { about: 'each calls the other', speakers: '老王 老李 老王', text: '“老李，借个火。”\n\n老李掏出打火机。“给，老王。”\n\n老王点上烟，吸了一口。“今天真冷。”' },
  { about: 'animals', speakers: '小狐狸 乌龟 小狐狸', text: '小狐狸跑到河边，对乌龟说：“乌龟哥哥，带我过河好吗？”\n\n“上来吧。”乌龟慢吞吞地说。\n\n“谢谢你！”小狐狸跳到乌龟背上。' },
  { about: 'animals introduced together', speakers: '小熊 小兔子 小熊 小熊', text: '从前，森林里住着一只小熊和一只小兔子。\n\n“我们去采蘑菇吧！”小熊说。\n\n小兔子摇摇耳朵：“可是要下雨了。”\n\n“没关系，”小熊说，“我有一把大伞。”' },
  { about: 'doctor and old man', speakers: '医生 医生 老头 医生 老头', text: '“下一个！”医生喊。\n\n一个老头走进来，咳嗽着坐下。\n\n“哪里不舒服？”医生问。\n\n“胸口疼。”老头说。\n\n“疼多久了？”\n\n“三天了。”' },
  { about: 'a stranger out of the dark', speakers: '人|那人 阿强 人|那人', text: '黑暗中走出一个人。\n\n“别动！”那人低声说。\n\n阿强举起双手：“你是谁？”\n\n“你不需要知道。”' },
  { about: '她 and the one she talks to', speakers: '苏小雨 苏小雨 顾言 顾言 顾言', text: '苏小雨把伞递给顾言。\n\n“你拿着吧，”她说，“我家很近。”\n\n顾言接过伞，愣了一下。\n\n“那……谢谢。”\n\n她笑了笑，转身跑进雨里。\n\n“喂！”顾言大声喊，“你叫什么名字？”' },
  { about: 'a run whose start is told', speakers: '林默 陈队长 陈队长 林默 陈队长', text: '林默推开仓库的门，灰尘扑面而来。陈队长跟在后面，打着手电。\n\n“这里至少十年没人来过了。”林默说。\n\n“不，”陈队长蹲下，指着地上的脚印，“昨天就有人来过。”\n\n林默心里一紧。\n\n“几个人？”\n\n“两个。一大一小。”' },
  { about: 'who stays silent did not speak', speakers: '父亲 父亲 儿子', text: '父亲放下报纸，看着儿子。\n\n“成绩单呢？”\n\n儿子低着头，不说话。\n\n“我问你成绩单呢！”父亲提高了声音。\n\n“丢……丢了。”儿子小声说。' },
  { about: '王大妈 and a guest', speakers: '王大妈 叶青 王大妈 王大妈 叶青 王大妈', text: '王大妈拦住她：“姑娘，你找谁？”\n\n“我找陆教授。”叶青说。\n\n“他呀，”王大妈压低声音，“搬走啦！”\n\n叶青怔住了：“什么时候？”\n\n“上个月。”' },
  { about: 'a name of one character', speakers: '羽 师父 羽 师父 羽', text: '羽抬起头，看着天上的星星。\n\n“那颗最亮的是什么？”羽问。\n\n“北极星。”师父说。\n\n羽又问：“它会掉下来吗？”\n\n师父笑着说：“不会。”\n\n羽想了想，忽然说：“那我也不会。”' },
  { about: 'a narrator', speakers: '我 许文 我 许文 许文', text: '我走进教室的时候，他已经坐在那里了。\n\n“早。”我说。\n\n“早。”他头也不抬。\n\n我把书包放下，问他：“作业写了吗？”\n\n“写了。”许文把本子推过来，“抄吧。”' },
  { about: 'a class, its teacher, a pupil with an office', speakers: '同学们|学生们 方老师 何静', text: '“老师好！”同学们齐声喊道。\n\n“同学们好，请坐。”方老师微笑着说。\n\n“老师，今天学什么？”班长何静站起来问。' },
  { about: 'foreign names', speakers: '汤姆 玛丽 汤姆 玛丽', text: '汤姆推开窗户，对着外面喊：“玛丽！”\n\n“干什么？”玛丽抬起头。\n\n“上来喝茶！”汤姆说。\n\n“好的，汤姆。”' },
  { about: 'foreign names of three', speakers: '福尔摩斯 福尔摩斯 华生 福尔摩斯 福尔摩斯', text: '“华生，”福尔摩斯说，“你看这双靴子。”\n\n“很普通的靴子。”华生回答。\n\n“普通？”福尔摩斯微微一笑，“再看看鞋底。”' },
  { about: 'a numbered robot', speakers: '七号|机器人七号 沈薇 七号|机器人七号', text: '机器人七号转过头来。\n\n“检测到生命迹象。”七号说。\n\n“在哪里？”沈薇屏住呼吸。\n\n“在您身后。”' },
  { about: 'described first, named later', speakers: '沈林 老板娘 老板娘 沈林 沈林 沈林 老板娘', text: '门被推开了，一个高个子男人走了进来，浑身是雪。\n\n“还有房间吗？”他问。\n\n“有。”老板娘打量着他，“一个人？”\n\n“一个人。”高个子男人摘下帽子，“我叫沈林。”\n\n老板娘点点头，把钥匙推过去。\n\n沈林拿起钥匙：“几楼？”\n\n“二楼。”' },
  { about: 'a voice from the river', speakers: '女孩 周海', text: '“救命！”河里传来一个女孩的声音。\n\n周海跳进水里。\n\n“抓住我！”他喊道。\n\n女孩死死抱住他的胳膊。' },
  { about: '接着又补充了一句', speakers: '厂长 厂长 刘芳 刘芳', text: '“坐。”厂长指了指椅子。\n\n刘芳坐下。\n\n“知道为什么叫你来吗？”厂长问。\n\n“不知道。”刘芳说。接着又补充了一句：“是因为机器的事？”' },
  { about: '胖子 and 瘦子', speakers: '胖子 胖子 瘦子 胖子', text: '“哈哈哈！”胖子笑得直不起腰，“你也有今天！”\n\n瘦子脸涨得通红：“笑什么笑！”\n\n“我就笑。”胖子说。' },
  { about: 'adverbs between name and verb', speakers: '安妮 保罗 安妮 保罗', text: '安妮跑过来，气喘吁吁地问道：“爸爸呢？”\n\n“在花园里。”保罗头也不抬地说道。\n\n“他生气了吗？”安妮小心翼翼地问。\n\n“有一点。”' },
  { about: '连声 and 大喝', speakers: '小妖 牛魔王 孙悟空 牛魔王', text: '“大王，唐僧来了！”小妖连声叫道。\n\n“抓住他！”牛魔王大喝一声。\n\n孙悟空冷笑道：“就凭你？”\n\n牛魔王怒道：“泼猴！”' },
  { about: '周大爷 and 二虎', speakers: '周大爷 二虎 周大爷', text: '周大爷磕了磕烟袋，慢悠悠地说：“这事啊，得从三十年前说起。”\n\n“您快讲！”二虎催他。\n\n“急什么。”周大爷眯起眼睛。' },
  { about: 'whose voice it is', speakers: '方远 何婷 方远 何婷', text: '电话响了。方远拿起听筒。\n\n“喂？”\n\n“是我。”电话那头是何婷的声音。\n\n“这么晚了，什么事？”方远问。\n\n“我在楼下。”' },
  { about: 'traditional characters', speakers: '阿明 小玉 阿明 小玉', text: '「你怎麼來了？」阿明驚訝地問。\n\n「我來看看你。」小玉笑著說。\n\n阿明搔搔頭：「家裡很亂。」\n\n「沒關係。」小玉走了進去。' },
  { about: 'a deed before, an answer cut by the tag', speakers: '小艾 白川 白川 小艾', text: '小艾的手停在半空中。\n\n“你说什么？”\n\n“我说，”白川重复道，“船已经开了。”\n\n小艾跌坐在椅子上。“不可能……”' },
  { about: '哨兵 and 来人', speakers: '哨兵 来人 来人 哨兵', text: '“站住！口令？”哨兵端起枪。\n\n“长江。”来人答道。\n\n“回令！”来人反问。\n\n“黄河。”哨兵放下枪。' },
  { about: '豆豆 and her grandmother', speakers: '豆豆 奶奶 奶奶 豆豆 奶奶', text: '奶奶坐在院子里剥豆子，豆豆蹲在旁边看。\n\n“奶奶，星星会掉下来吗？”豆豆问。\n\n“会呀，”奶奶说，“掉下来就变成萤火虫了。”\n\n“那我们家有多少颗？”\n\n奶奶笑了，摸摸她的头。“数不清喽。”' },
  { about: 'husband and wife', speakers: '妻子 男人 妻子 男人', text: '男人回到家，妻子正在做饭。\n\n“回来了？”妻子说。\n\n“嗯。”男人换了鞋。\n\n“今天面试怎么样？”\n\n男人沉默了一会儿，说：“没过。”' },
  { about: 'a king and a woodcutter', speakers: '国王 樵夫 国王 樵夫', text: '国王坐在王座上，问：“谁能治好公主的病？”\n\n一个年轻的樵夫走上前来，说：“我能。”\n\n“你？”国王大笑起来。\n\n“是的，陛下。”樵夫不慌不忙地说。' },
  { about: 'a name that is also a word', speakers: '夏天 夏天 陆离', text: '夏天望着海。\n\n“真美。”夏天说。\n\n陆离点点头，没有说话。夏天转过身来，看着他。\n\n“你在想什么？”\n\n“没什么。”陆离说。' },
  { about: 'a driver called 师傅', speakers: '叶子 出租车司机|司机 叶子 出租车司机|司机', text: '“师傅，去火车站。”叶子拉开车门，说。\n\n出租车司机看了看后视镜：“赶火车？”\n\n“嗯，八点的。”\n\n“来得及。”司机踩下油门。' },
  { about: 'sisters', speakers: '妹妹 姐姐 妹妹', text: '姐姐和妹妹在房间里叠衣服。\n\n“这件是我的！”妹妹抢过裙子。\n\n“明明是我的。”姐姐说。\n\n妹妹撅起嘴，跑去找妈妈。\n\n“妈妈，姐姐欺负我！”' },
  { about: '门房老吴', speakers: '老吴 陈先生 老吴', text: '“陈先生，您的信。”门房老吴说。\n\n陈先生接过信，看了看邮戳。\n\n“什么时候到的？”\n\n“今天早上。”老吴说。' },
  { about: '柳青青 and a doctor', speakers: '柳青青 马博士 柳青青 柳青青', text: '柳青青推了推眼镜，轻声说道：“我觉得不对。”\n\n“哪里不对？”马博士凑过来问。\n\n“这个数字，”柳青青指着屏幕，“它自己变了。”' },
  { about: 'a post office', speakers: '男人|穿灰风衣的男人 阿芬 男人|穿灰风衣的男人 阿芬 男人|穿灰风衣的男人', text: '清晨，小镇的邮局刚刚开门。老板娘阿芬正在擦柜台，一个穿灰风衣的男人推门进来。\n\n“寄信。”男人把一个信封放在柜台上。\n\n阿芬看了一眼地址，愣住了。“这条街二十年前就没有了。”\n\n“我知道。”\n\n“那您还寄？”\n\n男人摘下帽子，露出花白的头发。“总得有人收的。”他说。' },
  { about: 'in the car', speakers: '程亦安 许晴 许晴 程亦安 许晴 程亦安 许晴', text: '程亦安把车停在路边，摇下车窗。\n\n“上来吧，雨这么大。”\n\n许晴犹豫了一下，收起伞坐进副驾驶。\n\n“谢谢。”她低声说，“我以为你不会来。”\n\n“我也这么以为。”程亦安发动了车。\n\n一路上谁也没有说话。快到桥头的时候，许晴忽然开口：“停一下。”\n\n“怎么了？”\n\n“前面有人。”' },
  { about: 'old men at chess', speakers: '赵爷爷 孙爷爷 孙爷爷 赵爷爷 豆豆 孙爷爷', text: '村口的大槐树下，几个老人正在下棋。\n\n“将军！”赵爷爷啪地落下一子。\n\n“慢着慢着，”孙爷爷急了，“我悔一步。”\n\n“落子无悔！”赵爷爷捂住棋盘。\n\n豆豆挤进来问：“爷爷，什么叫悔棋？”\n\n孙爷爷红着脸说：“去去去，小孩子别问。”' },
  { about: '船长 and 大副', speakers: '大副 船长 大副 船长', text: '船长站在甲板上，望着远处的乌云。大副匆匆跑来。\n\n“船长，气压还在降！”\n\n“收帆。”船长只说了两个字。\n\n“全部吗？”\n\n“全部。”' },
  { about: 'mother and son', speakers: '林小北 妈妈 妈妈 林小北', text: '“妈，我走了。”林小北背起书包。\n\n“等等！”妈妈从厨房追出来，把一个苹果塞进他手里，“路上吃。”\n\n林小北咬了一口：“真甜。”' },
  { about: 'a fable', speakers: '狐狸 狐狸 狐狸', text: '狐狸看见乌鸦嘴里叼着一块肉，便说：“亲爱的乌鸦，您的羽毛真漂亮！”\n\n乌鸦没有说话。\n\n狐狸又说：“您的嗓子真好，唱几句吧！”\n\n乌鸦得意极了，一张嘴，肉就掉了下去。\n\n“哈哈！”狐狸叼起肉就跑。' },
  { about: 'a court', speakers: '县令 张三|汉子 县令 张三', text: '县令一拍惊堂木，喝道：“堂下何人？”\n\n“小人张三。”那汉子跪在地上，浑身发抖。\n\n“张三，你可知罪？”\n\n张三磕头如捣蒜：“大人冤枉啊！”' },
  { about: '黄毛少年', speakers: '少年|黄毛少年 江野 少年|黄毛少年 少年|黄毛少年 江野', text: '“喂，新来的！”一个黄毛少年拦住了他。\n\n江野抬起眼皮：“有事？”\n\n“保护费。”黄毛少年伸出手，“每人五十。”\n\n江野笑了，从兜里掏出一枚硬币：“只有一块。”' },
  { about: 'at the tower', speakers: '苏木 苏木 沈括 沈括', text: '沈括和苏木走了一夜，天亮时才看见那座塔。\n\n“就是这儿？”苏木喘着气。\n\n沈括点点头。他从怀里摸出钥匙，手却在发抖。\n\n“你怕了？”苏木问。\n\n“嗯。”沈括说，“我怕里面什么也没有。”' },
  { about: 'master and pupil', speakers: '师父 徒弟 徒弟 师父', text: '师父问徒弟：“什么声音最大？”\n\n徒弟想了想，答道：“雷声。”\n\n师父摇头。\n\n“那是钟声？”\n\n师父还是摇头，说：“是你心里的声音。”' },
  { about: 'a ferry', speakers: '阿春 书生 书生 阿春 书生 阿春', text: '她叫阿春，是渡口的船娘。\n\n“过河吗？”阿春问。\n\n“过。”书生跳上船，“多少钱？”\n\n“一文。”\n\n书生摸遍全身，红着脸说：“我……我没带钱。”\n\n阿春噗嗤一声笑了：“那就给我念首诗吧。”' },
  { about: 'a lift', speakers: '女人|穿红裙子的女人 高明 女人|穿红裙子的女人', text: '电梯门开了，里面站着一个穿红裙子的女人。\n\n“几楼？”她问。\n\n“十七楼，谢谢。”高明说。\n\n女人按下按钮，忽然笑了：“这楼只有十六层。”\n\n高明的后背一凉。' },
  { about: 'a headquarters', speakers: '小战士|战士 小战士|战士 团长 团长 小战士|战士 政委', text: '“报告！”小战士跑进指挥部，“敌人撤了！”\n\n“什么？”团长猛地站起来，“再探！”\n\n“是！”小战士敬了个礼，转身跑了。\n\n政委走到地图前，皱着眉说：“老周，这里面有鬼。”' },
  { about: '贾老板', speakers: '贾老板 年轻人 年轻人 贾老板 贾老板', text: '贾老板眯着眼睛打量那幅画，半晌才说：“假的。”\n\n“假的？”年轻人急了，“这是我爷爷传下来的！”\n\n“你爷爷也被人骗了。”贾老板把画卷起来，递还给他，“不过裱工不错，值二百。”\n\n年轻人咬着嘴唇，眼圈红了。' },
  { about: 'a lost child gives a doubled name', speakers: '警察叔叔|警察 朵朵 警察叔叔|警察 朵朵 警察叔叔|警察', text: '小女孩蹲在路边哭。\n\n“怎么了，小朋友？”警察叔叔弯下腰问。\n\n“我找不到妈妈了。”小女孩抽抽搭搭地说。\n\n“别怕，你叫什么名字？”\n\n“朵朵。”\n\n“朵朵，叔叔带你去找妈妈。”\n\n朵朵擦擦眼泪，牵住了警察叔叔的手。' },
  { about: '差拨', speakers: '林教头 差拨', text: '林教头听得，大喝一声：“泼贼那里去！”三个人都急要走时，惊得呆了，正走不动。差拨道：“不干我事！”' },
  { about: '卖花的阿姨', speakers: '女孩 阿姨|卖花的阿姨 女孩 女孩 阿姨|卖花的阿姨 阿姨|卖花的阿姨', text: '“阿姨，请问这里是青石巷吗？”\n\n卖花的阿姨抬起头：“是啊，姑娘找谁？”\n\n“我找一位姓罗的老先生。”女孩擦了擦汗，“他修钟表。”\n\n“哦，老罗啊！”阿姨指了指巷子尽头，“最里面那家。”' },
  { about: 'an old man by the fire', speakers: '艾米丽 * 艾米丽 老人|守塔人|白胡子老人', text: '艾米丽推开厚重的木门。“有人吗？”\n\n“请进，孩子。”一个苍老的声音说。\n\n壁炉边坐着一位白胡子老人。艾米丽慢慢走过去。\n\n“您就是守塔人吗？”她问。\n\n老人点了点头：“我等你很久了。”' },
  { about: '小猪胖胖', speakers: '胖胖|小猪胖胖 咩咩|小羊咩咩 胖胖|小猪胖胖', text: '小猪胖胖和小羊咩咩是好朋友。\n\n“咩咩，我们去划船吧！”胖胖说。\n\n“好呀！”咩咩高兴地跳起来。\n\n走到河边，胖胖忽然说：“哎呀，我忘了带桨。”' },
  { about: '老赵头', speakers: '儿媳妇 老赵头', text: '老赵头蹲在门槛上抽烟，儿媳妇端着盆出来倒水。\n\n“爹，您少抽点。”\n\n“管好你自己。”老赵头哼了一声。\n\n儿媳妇撇撇嘴，进屋去了。' },
  { about: '我们异口同声', speakers: '我 * 服务员 *', text: '三个月后，我又见到了她。\n\n“你瘦了。”我说。\n\n她笑笑：“你也是。”\n\n服务员走过来问：“两位喝点什么？”\n\n“美式。”我们异口同声地说。' },
  { about: 'the narration names her', speakers: '二妹 我 我 二妹', text: '隔壁住着一个女工。她每天很晚才回来，看见我就点点头。\n\n“你在看什么书？”她问我。\n\n“没有看书。”我说。\n\n后来我才知道，她姓陈，名叫二妹。\n\n“二妹，吃糖吗？”我问。\n\n“谢谢。”二妹笑着说。' },
  { about: 'his father speaks, not he', speakers: '父亲 阿良 父亲', text: '阿良回到家里，他父亲正在屋里喝茶。一见阿良进来，忙放下茶碗，问道：“下午放假么？”阿良说：“是的。”他父亲诧异说：“这么早？”' },
  { about: 'trades that are in no list', speakers: '卖炭翁 穿灰布衫的|那穿灰布衫的 卖炭翁', text: '卖炭翁放下担子。卖炭翁道：“三文一斤。”那穿灰布衫的道：“太贵了。”卖炭翁道：“那你到别处买去。”' },
  { about: 'a name of four characters and one that ends in a word of grammar', speakers: '上官云起 苏正 上官云起 苏正', text: '“你来迟了。”上官云起说。\n\n“路上下雨。”苏正说。\n\n上官云起鼓足了勇气说：“我要走了。”\n\n苏正辩解道：“我不是有意的。”' },
  { about: 'a name that begins like a preposition', speakers: '向高 阿莲 向高 阿莲', text: '刘向高蹲在灶前烧火。向高说：“水开了。”\n\n“放着吧。”阿莲说。\n\n向高把壶提下来。向高问：“你喝不喝？”\n\n阿莲说：“不喝。”\n\n向高也不喝了。向高的脸红红的。' },
  { about: 'a number for a name', speakers: '二里半 麻婶 二里半', text: '二里半找不着羊。二里半骂道：“谁偷了我的羊！”\n\n麻婶说：“没人偷。”\n\n二里半跺着脚。二里半说：“我去找！”\n\n二里半就走了。' },
  { about: 'who is heard to speak', speakers: '周晓明 李红', text: '李红听到周晓明在门外说：“开门！”\n\n“来了。”李红说。' },
  { about: 'nothing but the speaker behind the quote', speakers: '洋人 青年 洋人', text: '青年和那洋人坐在窗边。那洋人说：“今天很冷。”\n\n“是的。”青年。\n\n“你去过海边没有？”那洋人。' },
  { about: 'an object is no speaker', speakers: '媳妇 婆婆', text: '媳妇忙跑进屋里，摇醒婆婆说：“娘，快起来！”\n\n婆婆说：“什么事？”' },
  { about: 'whom somebody scolds does not speak', speakers: '凤英 春义', text: '凤英还埋怨着春义说：“你应该去挑盐。”\n\n春义说：“我去。”' },
  { about: 'a name with a colon begins another turn', speakers: '阿欢 阿喜', text: '阿欢和阿喜在山上坐着。阿欢望着海。她站起来，说：“时候不早了。”阿喜说：“我不走。”' },
  { about: 'a hero without a name', speakers: '王姥姥 她 王姥姥', text: '她坐在板凳上，一手支着下巴。她已经坐了一天。她想起家里，她又哭了。\n\n王姥姥走进来，说：“你打算怎么办？”\n\n她抬起头，对王姥姥说：“我明天就走。”\n\n王姥姥说：“走到哪儿去？”\n\n她不说话。她把包袱系好。她走了，她没有回头。' },
  { about: 'kin by one word', speakers: '我 妈|我妈|妈妈 我', text: '我推开门。我妈正在择菜。\n\n“妈，我饿了。”我说。\n\n“等着。”我妈小心地说。\n\n我坐下来。我说：“快点。”' },
  { about: 'a surname and a trade that acts before it speaks', speakers: '孙会计 马局长', text: '孙会计凑近了桌子，低声道：“账不对。”\n\n“哪里不对？”马局长问。' },
  { about: 'who stands again and again behind a quote', speakers: '八角 季野 八角 季野', text: '“我在检查。”八角转了一圈。\n\n“检查什么？”季野说。\n\n“检查我怕不怕。”八角一下子亮了。\n\n“那你慢慢查。”季野说。' },
  { about: 'the noun behind 的', speakers: '调度员|木卫站的调度员 季野', text: '「你们超时了。」木卫站的调度员说。\n\n「知道了。」季野说。' },
  { about: 'a subordinate clause has another subject', speakers: '老板 阿城', text: '老板点上烟，招呼着阿城。等阿城坐下了，才慢慢地说：“生意不好做。”\n\n阿城说：“是。”' },
  { about: '伊 for her', speakers: '鹤儿 鹤儿 我 鹤儿', text: '“先生！”鹤儿说。鹤儿走过来。伊拉住我的手。伊笑了。我看着伊。伊的手很冷。伊说：“我要回去了。”\n\n“明天再来。”我说。\n\n伊点点头。伊走了几步，伊又回过头来。伊说：“一定来。”我看着伊。' },
  { about: 'a paragraph that is but a tag', speakers: '老金 我 老金', text: '我坐在门口。我看着他。老金放下扳手。\n\n“不干了。”\n\n老金喘了一口气，开口说了。\n\n“为什么？”\n\n我放下书，开口问他。\n\n“太累。”老金说。' },
  { about: 'who is met only later does not answer', speakers: '胖墩 我 胖墩 我 胖墩 宋可', text: '我到得很早，我坐下来。胖墩凑过来。我把手伸进他的书包。\n\n“热乎的吧？”胖墩说。\n\n“这是什么？”我问。\n\n“仓鼠。”\n\n“它叫什么？”\n\n“还没名字。”\n\n我看着它。宋可转过头来。\n\n“谁在说话？”宋可说。' },
  { about: 'letters for a name', speakers: 'K K 阿Q', text: 'K推开门。K说：“有人吗？”K走进来，说：“没有人。”\n\n阿Q站起来。阿Q道：“我在。”' },
  { about: 'a name of one character that is also part of words', speakers: '策 瑜 策 瑜', text: '策曰：“吾欲攻城。”瑜曰：“不可。”策大怒曰：“何故？”瑜曰：“城坚。”统领在外。' },
];

describe('Chinese speakers', () => {
  for (const story of CASES) {
    test(story.about, () => {
      expect(misread(story)).toEqual([]);
    });
  }

  test('a girl who tells her name, a driver with a title and a cat are three voices', () => {
    const story = readStory('末班车停下来。站牌下只有一个女孩。\n\n“快上来！”司机老周喊道。\n\n“你叫什么名字？”老周从后视镜里看着她，问。\n\n“小满。”女孩低着头，小声说。\n\n“去哪儿？”\n\n“去终点站。”小满抱紧了纸箱，“它叫饭团。”\n\n“喵！”饭团叫道。');
    expect(story.voices.map(({ name }) => name)).toEqual(['小满', '老周', '饭团']);
    expect(story.voices.map(({ gender }) => gender)).toEqual(['female', 'male', undefined]);
  });
});
