import type { DropReason } from './importedLine';

/** A line that web pages put around an article, known by its words. */
export interface SiteLineRule {
  readonly id: string;
  readonly reason: Extract<DropReason, 'sharing' | 'legal' | 'links' | 'navigation' | 'outside'>;
  readonly pattern: RegExp;
  readonly example: string;
  readonly counterExample: string;
}

/** Read on lines of at most 120 characters, with simplified or traditional characters. */
export const SITE_LINE_RULES: readonly SiteLineRule[] = [
  {
    id: 'share',
    reason: 'sharing',
    pattern:
      /^(?:【?\s*)?(?:分享|转发|轉發|收藏|点赞|點讚|扫一扫|掃一掃|扫码|微信扫|用微信|微博|微信|QQ空间|朋友圈|复制链接|複製連結)(?:$|到|至|[:：]|[\s|｜/]|[^。！？，]{0,24}(?:$|分享|微信|朋友圈|客户端))/u,
    example: '分享到：微博 微信 QQ空间',
    counterExample: '微博上有网友问，今年的农村供水怎么安排？',
  },
  {
    id: 'print',
    reason: 'sharing',
    pattern:
      /^[【[]?(?:字号|字體|字体大小|字级|字級|打印|列印|关闭窗口|關閉視窗|关闭|我要纠错|纠错|放大|缩小|默认|大|中|小)(?:$|[\s：:|｜】\]/]+(?:[【[]?(?:大|中|小|打印|关闭|纠错|超大|标准|默认|本页|窗口|列印|本頁|[+\-A]|[】\]|｜\s：:/])+)*$)/u,
    example: '字号：[大 中 小] 打印 关闭',
    counterExample: '大家好，现在开始提问。',
  },
  {
    id: 'editor',
    reason: 'legal',
    pattern:
      /^[（(【[]?\s*(?:责任编辑|責任編輯|责编|編輯|编辑|本文编辑|网络编辑|审核|校对|监制|一审|二审|三审|初审|终审)\s*[：:、丨|]/u,
    example: '责任编辑：丁一',
    counterExample: '编辑部的同志问了两个问题。',
  },
  {
    id: 'copyright',
    reason: 'legal',
    pattern:
      /(?:版权所有|版權所有|Copyright\b|©|All Rights Reserved|ICP备|ICP證|ICP证|公网安备|许可证编号|许可证号|网站标识码|违法和不良信息举报|举报电话|未经授权.{0,12}(?:转载|使用)|未經授權.{0,12}轉載|免责声明|免責聲明)/iu,
    example: '版权所有：云江日报社 云ICP备00000001号',
    counterExample: '版权保护的案件，去年办结了三百多件。',
  },
  {
    id: 'related',
    reason: 'links',
    pattern:
      /^[【[▶►■]?\s*(?:相关(?:阅读|链接|新闻|报道|文章|稿件|文档|推荐)|延伸阅读|推荐阅读|热门(?:推荐|新闻|文章)|猜你喜欢|更多(?:新闻|>>|精彩)?|相關(?:閱讀|連結|新聞|報道|文章)|延伸閱讀|推薦閱讀|上一篇|下一篇|上一页|下一页|返回(?:顶部|首页|列表)|回到顶部|阅读原文|查看更多|点击(?:进入|查看))\s*(?:$|[：:】\]>»|])/u,
    example: '相关阅读：',
    counterExample: '更多的情况，请厅长介绍。',
  },
  {
    id: 'whereYouAre',
    reason: 'navigation',
    pattern: /^(?:您?(?:当前|现在|當前|現在)?的?(?:所在)?位置|目前位置)\s*[：:]|^(?:首页|首頁)\s*[>›»/]/u,
    example: '当前位置：首页 > 新闻发布',
    counterExample: '位置选在清江下游。',
  },
  {
    id: 'published',
    reason: 'outside',
    pattern:
      /^(?:(?:发布|發佈|發布|发稿|发表|發表|刊发|更新|修訂|修订)(?:时间|時間|日期)\s*[：:]\s*\d|[^。！？；]{0,30}\d{4}[年\-/.]\d{1,2}[月\-/.]\d{1,2}[^。！？；]{0,20}(?:来源|來源)\s*[：:])[^。！？]*$/u,
    example: '发布时间：2025-09-18　来源：云江省水利厅',
    counterExample: '时间：2025年9月18日上午10时　地点：云江厅',
  },
];
