/** Lines that a web site or newspaper adds around the text: they belong to no turn at its edge. */
const SITE_LINE =
  /^[（(【〔[*>\s]*(?:责任编辑|责编|编辑|校对|审核|来源|稿源|供稿|原载|原标题|作者|图[/／：:]|文[/／：:]|图文|摄影|摄像|字号|字体|打印|【?打印|关闭|分享|扫一扫|相关链接|相关阅读|相关新闻|推荐阅读|延伸阅读|上一篇|下一篇|返回|网址|更多|浏览次数|阅读量|版权|Copyright|©|点击|主办|承办|网站标识|ICP|本文|本[报刊网社台]|>?\s*(?:编者注|编者按|编者的话)|记者[ \u3000:：][^。？！]{0,30}$|通讯员|实习生)/u;
const EDITORS_NOTE = /^(?:>\s*)?[（(]?(?:编者注|编者按|编者的话|编注)[：:]/u;
/** Who wrote, edited or pictured it; where it comes from. */
const CREDIT = '(?:记者|通讯员|编辑|作者|撰文|采写|实习生|整理|摄|供稿|原载|来源|图文|校对)';
export const HOLDS_CREDIT = new RegExp(CREDIT, 'u');
const CREDITS = new RegExp(`^[（(][^（）()]{0,30}(?:${CREDIT}|完)[^（）()]{0,30}[)）]$`, 'u');

/** What the publisher adds below the last turn, in whole sentences. */
const CLOSING_NOTE = /^[（(【*\s]*(?:注|备注|说明|声明|免责声明|版权声明|(?:温馨|友情|特别)提[示醒])[】]?[：:]/u;

/** 推荐给朋友　　打印文字稿, 首页｜时政｜视频: what a site offers, a few words each with wide gaps or strokes between. */
const MENU = /^\p{Script=Han}{2,8}(?:(?:[ \u3000]{2,}|[ \u3000]?[|｜][ \u3000]?)\p{Script=Han}{2,8})+$/u;

/** 以下为专访实录。: what joins one part of an article to the next. */
const isTransition = (words: string): boolean =>
  /^(?:以下[为是][^，。]{0,16}(?:实录|问答|对话|摘要|全文|内容|记录)|(?:现场|媒体|记者){0,2}(?:提问|答问|问答|互动)环节)[。：]?$/u.test(
    words,
  );

export const isClosingNote = (words: string): boolean => CLOSING_NOTE.test(words);

/** What stands below a picture, by example. */
const CAPTIONS: readonly RegExp[] = [
  // 外国记者在提问。 某社记者 何某 摄
  /^[^。！？]{0,80}(?:。[ \u3000]{0,4}[^。！？]{0,24})?[ \u3000（(][^。！？\s]{0,8}[ \u3000]?(?:摄|摄影|供图)[）)]?$/u,
  // 发布会现场。某社记者何某摄
  /^[^。！？]{0,80}。?[ \u3000]{0,4}[^。！？]{0,8}(?:记者|通讯员)\p{Script=Han}{2,8}摄影?$/u,
  // 外国记者在提问。（摄影 何某）
  /^[^。！？]{0,80}。?[ \u3000]{0,4}[（(](?:摄影|图片|摄)[：:\s/][^（）()]{2,12}[）)]$/u,
  // 图为发布会现场。
  /^图(?:片)?为[^。！？]{2,50}。?$/u,
];

export const isSiteLine = (words: string): boolean =>
  EDITORS_NOTE.test(words) ||
  CAPTIONS.some((caption) => caption.test(words)) ||
  MENU.test(words) ||
  isTransition(words) ||
  (words.length <= 120 &&
    (SITE_LINE.test(words) || CREDITS.test(words)) &&
    !/[。？！]$/u.test(words.replace(/[)）]$/u, '')));

/** Page numbers as they stand alone on a line: `5127`, `- 12 -`, `第3页 共10页`, `《某刊》2022.11　··23··`. */
const PAGE_HEAD =
  /^(?:[-－—–─·•\s]*\d{1,5}[-－—–─·•\s]*|第\s*\d+\s*页.{0,12}|(?:https?:\/\/|www\.)\S+(?:\s+\d+\s*[/／]\s*\d+)?|\d+\s*[/／]\s*\d+|.{0,40}[·•]\s*\d{1,4}\s*[·•]{1,2})$/u;

export const isPageHead = (words: string): boolean => words.length <= 48 && PAGE_HEAD.test(words);

/** What ends an article of an agency or a government's press office: 完, （完）. */
export const isEndMark = (words: string): boolean => /^[（(—-]{0,2}\s?(?:完|END)\s?[）)—-]{0,2}$/u.test(words);

/** Rules, and what stands wholly in brackets: `---`, `（休息）`, `（会后，…）`. Narration at a turn's edge, not said. */
export const isNarration = (words: string): boolean =>
  /^(?:[-—─–=*＊_]{3,}|[*_]{0,2}[（(][^（）()]{1,80}[)）][*_]{0,2})$/u.test(words);

/** A heading between turns: short, without stop, no bracketed remark. */
export const isSectionHeading = (words: string): boolean =>
  /^#{1,6}\s/u.test(words) ||
  (words.length <= 30 &&
    !/[。？！：；，、…,.;:?!]”?$/u.test(words) &&
    !/[。；]/u.test(words) &&
    !/^[（(].*[)）]$/u.test(words));

/** The heading of the question that follows: longer than others, or itself a question, in one piece. */
export const isTopicHeading = (words: string): boolean =>
  words.length <= 48 && !/[。；！…，：、,;:]”?$|[。；！？].|[。；！]/u.test(words);
