/*
 * Verbs and nouns of saying, asking and answering in newspaper reports, as data. Each row has an example; a test reads them all.
 * Words are in simplified characters: rules read the reading text.
 */

/** Verbs of saying that are hardly ever part of another word, or a noun: whoever does so speaks. */
export const PLAINLY_SAYS = words('表示 指出 介绍 透露 强调 回应 认为 坦言 解释 续说 续指 续称 分析 形容 直言');

/** What somebody does with words of his own, with what follows being what he says. */
export const SAYS = [
  ...PLAINLY_SAYS,
  ...words(`
  说 称 回答 答复 答道 补充 谈到 提到 提及 坦承 否认 预计 重申 告诉 宣布 呼吁
  表明 承认 澄清 说明 笑言 明言 披露 通报 讲述 总结 提醒 评价 感慨 阐述 阐释 解读 反问 作答 重提 保证 承诺 透漏 写道
  指 讲 答 称赞 批评 相信 期望 希望 建议 估计 预料 警告 反驳 质疑 反指 直斥 感叹 说道 评论 引用 引述 覆述 复述 确认 坚称 声称 直指 举例 忆述 慨叹 预示 预告 不排除
  笑答 秒答 笑称 笑说 怒斥 辩称
`),
];

/** What one does to speak next. */
const TAKES_FLOOR = words('接过话筒 拿起话筒 接过话题 接过话茬 拿起麦克风');

/** What a sentence may have between a speaker and his verb, beside what he speaks of. */
export const MANNER = [
  ...words(`
  也 亦 则 还 又 其后 一并 再 再次 曾 多次 同样 特别 随后 进一步 今早 昨日 今日 昨天 今天 今 昨 日前 近日 重点 详细 现场 首先 同时 最后 当场 随即 直接 坦率地 坦率 这样 如是 分别 先后 一再 即 均 都
`),
  ...TAKES_FLOOR,
  ...words(
    '明确 公开 主动 专门 表态 微笑着 笑着 苦笑着 只好 只能 只得 这才 终于 仍 依然 一度 立刻 马上 急忙 赶紧 赶忙 连忙 严肃地',
  ),
];

/** What one does who then speaks in quotation marks, without a verb of saying. */
export const BEGINS_TO_SPEAK = [
  ...TAKES_FLOOR,
  ...words(`
  接过话头 接话 插话 打开话匣子 打了个比方 打比方 算了一笔账 算起了账 话锋一转 开门见山 直言不讳 娓娓道来 快人快语 一语中的 一语道破 掷地有声 如数家珍 侃侃而谈 感触很深 深有感触 深有体会 信心满满 十分感慨 不无感慨
`),
];

/** How somebody answers without answering. */
export const EVADES = words('没有 未有 未能 无 均无 未作 正面 直接 明确');

/** Who belongs to somebody and is not he. */
export const RELATIVES = words('太太 夫人 妻子 丈夫 儿子 女儿 父亲 母亲 办公室 团队 政府');

/** What shows that the press was there, or asked; without one of them a text with speakers is no report of a press event. */
export const PRESS = words(`
  记者会 发布会 新闻发布 吹风会 通气会 简报会 见面会 招待会 专访 受访 接受采访 接受访问 访问时 采访时 会见传媒 见传媒 见记者 记者问 答问 开放日 回复查询 回应查询 回答记者 记者提问 被问 被追问 电台节目 质询
  开放团组 媒体的记者 中外记者 记者到场 记者云集
  部长通道 代表通道 委员通道 集体采访 集体受访 群访 传媒查询 媒体查询 回复本报 回应传媒 传媒提问 接受记者 接受本报 接受媒体 接受新华社 媒体采访
`);

/** Who speaks for an authority without being named. */
export const UNNAMED = words('负责人 负责同志 发言人 新闻发言人 消息人士 官员 人士 代表 工作人员');

/** Roles whose holders comment from outside. */
export const OUTSIDERS = words(`
  分析师 分析员 专家 教授 学者 研究员 经济学家 律师 评论员 村民 居民 市民 业主 学生 司机 医生 患者 家长 网友 店主 老板 顾客 消费者 业内人士 知情人士 分析人士 观察人士 从业者 目击者
`);

/** Where a paper goes on in its own name. */
export const NARRATES = words(`
  据了解 据悉 据报 据报道 另据 资料显示 数据显示 公开资料 统计显示 记者了解到 记者注意到 记者看到 记者发现 记者获悉 记者在现场 此前 早前 翻查资料 翻查 本报早前 会后 插播 花絮 有网民 有网友 活动最后 会议最后
  链接 背景 相关新闻 另外，记者 与此同时，记者 截至发稿 新闻背景
`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}
