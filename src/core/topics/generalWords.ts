import { FUNCTION_WORDS } from '../text/functionWords';

/*
 * Words that fit any question of a press conference or interview and so name the topic of none: whole countries and
 * their administrations, the press, words of asking, kinds of documents. Offices are known to transcript/names.
 */
const GENERAL = [
  '国家 我国 中国 全国 全省 我省 省里 省内 本省 全市 我市 本市 市里 全县 我县 全区 我区 各地 各地区 各省 地方 当地 本地 政府 省政府 市政府 中央 部门 有关部门 相关部门 各部门 当局 本会 中方 美方 方方面面 社会各界 各界 外界 民众 群众 百姓 老百姓 人民 人民群众 公众 市民 国民 人士 国务院 世界 国际 国内 国外 境外 海外 内地 委员会 领导 领导干部 领导人 同志 代表团 专家 学者 嘉宾 官员 阁下',
  '记者 新闻 报道 媒体 报社 日报 晚报 早报 电视台 电台 广播 广播电视 通讯社 客户端 直播 访谈 采访 专访 发布会 新闻发布会 记者会 见面会 吹风会 通报会 会议 会上 节目 现场 留言 热点 话题 关键词 焦点 网民 网友 听众 观众 读者 线上 社交',
  '疑问 解答 答案 回复 答复 评论 意见 建议 介绍 说法 消息 信息 内容 主要内容 具体内容 原因 理由 特点 亮点 经验 思路 想法 办法 新举措 硬举措 实招 硬招 手段 方式 方法 途径 渠道 规定 条件 任务 事情 事项 案例 例子 典型 力度 力量 程度 范围 环节 步骤 时间 日期 年度 季度 月份 上半年 下半年 过去 未来 现实 实际 关键 难点 短板 核心 基础 联系 趋势 势头 前景 优势 机遇 挑战 困难 压力 责任 义务 期望 愿景 好处 坏处 利益 需求 主体 对象 单位 团体 个人 人们 孩子 家长 地点 位置 感受 印象 体会 故事 背后 一线 大考 底气 信心 决心 声音 概念 定义 数字 数据 比例 比重 平均 总数 总量 结果 方向 角度 层面 大局 大会 全会 会期 事业 反映 来源 角色 定位 主题 精神 成绩 全程 总结 名单 专业 平均水平 基层 群体 身边 下半场 重中之重 关系 意义 目的 听说 那么 所在 立方米 追问 剩下 不足 提到 遇到 最新进展 新进展 打响 局方 特区政府 目标 评价 影响 受影响 变化 成果 标志性成果 作用 一共 言论 发表 走势 空间 难题 底线 判断 人家 带来 同比 环比 期待 现实 大省 大国 距离 局面 共同 做法 进展情况 工作进展 效果 小时 分钟 公里 方便 统一 去年同期 同期 高峰期 常态 想法 一带 地步 之路 大道 份额 每学期 学期 单个 一大步 一半 半年 全年 当年 当月 当天 当日',
  '通知 条例 决定 公告 纲要 草案 文件 报告 工作报告 政府工作报告 法案 议案 提案 公报 声明 白皮书 指南 细则 实施细则 实施意见 实施方案 行动计划 行动方案 若干措施 若干意见',
  '应对 提供 担心 担忧 证实 压实 预计 全力 面临 涉及 包括 允许 反映 陌生 通俗 举例 牵动 避免 变成 形容 设想 抓好 办好 用好 管好 做大 做强 进一步 看得见 想知道 据了解 据悉 据介绍 据统计 发布 公布 宣布 召开 举行 出席 参加 结束 开始 启动 完成 到位 牵头 联合 会同 组织 安排 部署 要求 明确 加大 加以 给予 予以 纳入 推广 普及 优化 强化 深化 健全 构建 探索 鼓励 引导 带动 拉动 助力 服务于 立足 瞄准 聚焦 突出 注重 坚守 牢牢 确保 保证 维护 改善 改进 突破 缓解 化解 破解 防止 杜绝 严格 严禁 努力 着眼 推出 印发 制定 修订 总结经验 表示满意 足够 重要途径 牵动人心 千家万户',
];

/** Nouns so wide that only what stands before them says something: 课后服务, 选举制度, 交付质量. */
const HEADS =
  '问题 项目 工程 活动 行动 机制 体制 体系 制度 模式 水平 能力 质量 数量 规模 领域 行业 产业 资源 企业 公司 机构 人员 家庭 地区 城市 农村 城乡 区域 社会 市场 服务 管理 保障 支持 改革 发展 建设 推进 调整 变动 处理 合作 参与 政策 战略 规划 计划 方案 标准 工作 法律 法规 居民 清单 功能 平台 系统 过程 环境 人口 事件 技术 设施 产品 业务 单位 主体 生产 经济 收入 投入 供给 结构 布局 网络 基地 队伍 创新 统筹 率 型 化 性';

const GENERAL_WORDS: ReadonlySet<string> = new Set(GENERAL.flatMap((list) => list.split(' ')));
const HEAD_WORDS: ReadonlySet<string> = new Set(HEADS.split(' '));

/** Whether a word belongs to no topic. */
export const isGeneral = (word: string): boolean =>
  !HEAD_WORDS.has(word) && (GENERAL_WORDS.has(word) || FUNCTION_WORDS.has(word));

/** Whether a word says something only together with one before it. */
export const isHead = (word: string): boolean => HEAD_WORDS.has(word);

/** What a question asks of a matter that it does not name: of the document that the interview is about, say. */
export const ASPECTS =
  /(?:出台|制定|修订|发布|起草)?(?:的)?背景|(?:重要|重大)?意义|(?:主要|总体|具体)?目标|总体(?:情况|要求|考虑|思路)|主要内容|重点任务|贯彻落实|组织实施|下一步(?:工作)?(?:打算|安排|考虑|部署|计划|举措)?|今后|未来/gu;
