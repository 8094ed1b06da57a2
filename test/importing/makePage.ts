const escapeXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

export interface PageFacts {
  readonly title: string;
  readonly url: string;
  readonly date: string;
  readonly outlet: string;
}

/** Lines that stand around the article of `makePage`, none of which belongs to it. */
export const AROUND = [
  '首页 新闻 政务 发布厅 图片 视频',
  '当前位置：首页 > 新闻发布 > 发布会',
  '分享到：微博 微信 QQ空间',
  '责任编辑：丁一',
  '相关阅读',
  '云江省召开水利工作会议',
  '全省农村供水现场会举行',
  '清江流域生态补偿签约',
  '版权所有：云江发布网 云ICP备00000001号-1 未经授权不得转载',
] as const;

/** A web page of a news site with an article, and with menus, buttons, links and legal lines around it. */
export function makePage(paragraphs: readonly string[], { title, url, date, outlet }: PageFacts): string {
  const [menu, where, share, editor, related, ...rest] = AROUND;
  const legal = rest.at(-1)!;
  const link = (words: string) => `<a href="/x.html">${words}</a>`;
  const body = paragraphs.map((text) => `<p>　　${escapeXml(text)}</p>`).join('\n');
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${escapeXml(title)}_云江发布网</title>
<meta name="PubDate" content="${date} 10:20"><meta name="ContentSource" content="${outlet}">
<link rel="canonical" href="${url}"><style>p{color:red}</style>
<script>document.write('<p>没有这句话。</p>')</script></head>
<body><div class="top"><ul>${menu!
    .split(' ')
    .map((word) => `<li>${link(word)}</li>`)
    .join('')}</ul></div>
<div class="crumbs">当前位置：${link('首页')} &gt; ${link('新闻发布')} &gt; ${link('发布会')}</div>
<div class="main"><div class="article"><h1>${escapeXml(title)}</h1>
<div class="info"><span>${date} 10:20</span>　<span>来源：${outlet}</span></div>
<div class="share">${share}</div><!-- ${where} -->
<div class="content">${body}</div>
<p class="editor">${editor}</p></div>
<div class="side"><h3>${related}</h3><ul>${rest
    .slice(0, -1)
    .map((words) => `<li>${link(words)}</li>`)
    .join('')}</ul></div></div>
<div class="footer"><p>${legal}</p></div><div style="display:none">看不见的一行字。</div>
</body></html>`;
}
