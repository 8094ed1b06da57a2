const escapeXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const link = (words: string): string => `<a href="./x.html">${words}</a>`;
const list = (words: readonly string[]): string => `<ul>${words.map((word) => `<li>${link(word)}</li>`).join('')}</ul>`;
const paragraphs = (lines: readonly string[], open = '<p>'): string =>
  lines.map((line) => `${open}　　${escapeXml(line)}</p>`).join('\n');

/** A web page as one kind of site lays it out: a title and lines, with what stands around them. */
export interface PageShape {
  readonly name: string;
  html(title: string, lines: readonly string[]): string;
  /** Words of the page that are none of its article, each of which must be told as left out. */
  readonly around: readonly string[];
  /** Day and outlet, where the page states them. */
  readonly facts: { readonly date?: string; readonly outlet?: string };
}

const NEWS = [
  '全省秋种工作现场会在清江召开',
  '云江省出台农村供水条例',
  '一图读懂：今年粮食怎么种',
  '厅领导赴澜江调研水利工程',
];

export const PAGE_SHAPES: readonly PageShape[] = [
  {
    name: 'a ministry that lays out by tables and parts paragraphs by line breaks',
    html: (title, lines) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${title}-云江省水利厅</title><script language="javascript">var a = "脚本里的字。";</script></head>
<body bgcolor="#ffffff" onload="init()"><table width="1000" align="center"><tr><td colspan="2">
<table><tr><td>${['网站首页', '机构概况', '政务公开', '办事服务', '互动交流'].map(link).join('</td><td>')}</td></tr></table></td></tr>
<tr><td width="200" valign="top"><table><tr><td>栏目导航</td></tr><tr><td>${['水利要闻', '通知公告', '厅局动态'].map(link).join('</td></tr><tr><td>')}</td></tr></table></td>
<td><table><tr><td>您现在的位置：${link('首页')} &gt; ${link('新闻发布')}</td></tr>
<tr><td align="center"><font size="5"><b>${title}</b></font></td></tr>
<tr><td align="center">发布时间：2025-09-18　　来源：云江省水利厅　　浏览次数：<script>document.write(1024)</script>次</td></tr>
<tr><td><div id="zoom"><font size="3">${lines.map((line) => `　　${escapeXml(line)}`).join('<br>\n<br>\n')}</font></div></td></tr>
<tr><td align="right">【字号：大 中 小】【打印】【关闭】</td></tr></table></td></tr>
<tr><td colspan="2" align="center">版权所有：云江省水利厅　地址：清江市水源路1号　邮编：000000<br>云ICP备00000001号　网站标识码：0000000001</td></tr></table></body></html>`,
    around: ['网站首页', '政务公开', '栏目导航', '厅局动态', '您现在的位置', '【打印】', '版权所有', '网站标识码'],
    facts: { date: '2025-09-18', outlet: '云江省水利厅' },
  },
  {
    name: 'a government portal with buttons, code to scan and a side of links',
    html: (
      title,
      lines,
    ) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><meta name="ArticleTitle" content="${title}">
<meta name="PubDate" content="2025/09/18 10:20"><meta name="ContentSource" content="云江日报"><title>${title}_新闻发布_云江省人民政府</title></head><body>
<div class="header"><a href="/">云江省人民政府</a><form><input value="请输入关键字"><button>搜索</button></form>${list(['首页', '要闻动态', '政务公开', '政务服务', '走进云江'])}</div>
<div class="crumb">当前位置：${['首页', '要闻动态', '新闻发布'].map(link).join(' > ')}</div>
<div class="container"><div class="left"><h1>${title}</h1><div class="pages-date"><span>2025-09-18 10:20</span><span>来源：云江日报</span><span>字号：<a>默认</a> <a>大</a> <a>超大</a></span>|<span><a>打印</a></span>|<span><a>收藏</a></span></div>
<div class="share-box"><a title="微信">微信</a><a>微博</a><a>QQ空间</a></div>
<div class="TRS_Editor">${paragraphs(lines, '<p style="text-align: justify;">')}</div>
<div class="editor">责任编辑：丁一　审核：王二</div><div class="qr"><p>扫一扫在手机打开当前页</p></div><div class="btns"><a>返回顶部</a> <a>关闭窗口</a></div>
<div class="relate"><h3>相关稿件</h3>${list(NEWS)}</div></div>
<div class="right"><h3>热门推荐</h3>${list(NEWS.map((line) => `${line}（图）`))}</div></div>
<div class="footer"><p>${['关于我们', '网站地图', '联系我们'].map(link).join(' | ')}</p><p>主办：云江省人民政府办公厅　承办：云江省大数据局</p><p>云公网安备 00000000000001号</p></div></body></html>`,
    around: [
      '要闻动态',
      '搜索',
      '字号：',
      '微博',
      '责任编辑',
      '扫一扫',
      '返回顶部',
      '相关稿件',
      NEWS[2]!,
      '热门推荐',
      '网站地图',
      '主办：',
      '公网安备',
    ],
    facts: { date: '2025-09-18', outlet: '云江日报' },
  },
  {
    name: 'the page of a printed newspaper, with its number and neighbours',
    html: (
      title,
      lines,
    ) => `<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="content-type" content="text/html; charset=utf-8"><title>云江日报-${title}</title></head><body>
<div class="nav"><a href="#">云江日报数字报</a> <a>返回首页</a> <a>往期回顾</a> <a>版面导航</a></div>
<div class="date">2025年09月18日 星期四</div><div class="page">第05版：要闻</div>
<table><tr><td>${link('上一篇')}</td><td>${link('下一篇')}</td><td><a>放大</a></td><td><a>缩小</a></td><td><a>默认</a></td></tr></table>
<div class="article"><h3>问计秋收</h3><h1>${title}</h1><h4>本报记者 丁一</h4><div id="ozoom"><founder-content>${lines.map((line) => `<P>　　${escapeXml(line)}</P>`).join('')}</founder-content></div></div>
<div class="list"><p>本版标题</p>${list([title, ...NEWS])}</div>
<div class="bottom"><p>云江日报社版权所有，未经授权不得转载</p></div></body></html>`,
    around: ['返回首页', '版面导航', '上一篇', '缩小', '本版标题', NEWS[0]!, '版权所有'],
    facts: { date: '2025-09-18' },
  },
  {
    name: 'an account’s article that a script uncovers',
    html: (
      title,
      lines,
    ) => `<!DOCTYPE html><html class=""><head><meta charset="utf-8"><meta property="og:title" content="${title}"><meta property="og:site_name" content="公众平台"></head><body id="activity-detail">
<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content"><h1 class="rich_media_title">${title}</h1>
<div id="meta_content" class="rich_media_meta_list"><span>原创</span> <span>丁一</span> <span><a id="js_name">云江发布</a></span> <em id="publish_time">2025年09月18日 10:20</em> <em>云江</em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">${lines
      .map(
        (line) =>
          `<section style="margin: 0 8px"><span style="font-size: 15px">${escapeXml(line.slice(0, 7))}</span><span>${escapeXml(line.slice(7))}</span></section><section><br></section>`,
      )
      .join('')}</div>
<div class="tool"><p>微信扫一扫</p><p>关注该公众号</p><a>阅读原文</a></div></div></div></div>
<div style="display:none" class="dialog"><p>知道了</p><p>使用小程序</p><p>取消 允许</p></div>
<div class="bottom_bar"><span>赞</span> <span>在看</span> <span>分享</span> <span>留言</span></div><script>var msg_title = '不是正文。';</script></body></html>`,
    around: ['微信扫一扫', '关注该公众号', '阅读原文', '知道了', '使用小程序', '在看'],
    facts: { date: '2025-09-18', outlet: '云江发布' },
  },
  {
    name: 'a live record of short posts, each with its time',
    html: (
      title,
      lines,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><header><nav>${list(['首页', '直播', '访谈', '视频'])}</nav></header>
<main><h1>${title}</h1><p class="info">时间：2025年9月18日 地点：云江新闻发布厅</p><div class="live">${lines
      .map(
        (line, index) =>
          `<div class="post"><div class="meta"><span class="time">10:${String(10 + index).padStart(2, '0')}</span></div><div class="txt"><p>${escapeXml(line)}</p></div></div>`,
      )
      .join('')}</div></main>
<aside><h2>现场图片</h2>${list(['发布会现场', '记者提问', '发布人答问'])}</aside>
<section class="comments"><h2>网友评论</h2><form><textarea>说点什么吧</textarea><button>发表</button></form><p>清江人家：赞</p></section>
<footer><p>Copyright © 云江新闻网 All Rights Reserved</p></footer></body></html>`,
    around: ['直播', '现场图片', '记者提问', '网友评论', '说点什么吧', 'Copyright'],
    facts: {},
  },
  {
    name: 'a press release of Hong Kong’s shape',
    html: (
      title,
      lines,
    ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${title}</title></head><body>
<div id="mainMenu">${['主頁', '目錄', '電郵給朋友', 'English', '简体版', '純文字'].map(link).join(' | ')}</div>
<div id="wrapper"><div id="contentBody"><h1>${title}</h1><div id="pressrelease">${lines.map((line) => `　　${escapeXml(line)}`).join('<br /><br />')}</div>
<p>完<br />2025年9月18日（星期四）<br />香港時間10時20分</p></div><div class="controls">${['列印此頁', '分享', '相關連結'].map(link).join('')}</div></div>
<div id="footer">${['重要告示', '私隱政策'].map(link).join(' | ')} <span>修訂日期：2025年9月18日</span></div></body></html>`,
    around: ['電郵給朋友', '純文字', '列印此頁', '私隱政策'],
    facts: { date: '2025-09-18' },
  },
  {
    name: 'a reader’s page with boxes between its paragraphs',
    html: (title, lines) => `<!-- saved from url=(0042)https://www.yunjiang.example.com/a/0918.html -->
<html><head><meta charset="utf-8"><title>${title} - 云江网</title><link rel="stylesheet" href="./page_files/a.css"><script src="./page_files/a.js"></script></head><body>
<div id="top"><div>${link('登录')} ${link('注册')}</div>${list(['新闻', '评论', '财经', '教育'])}</div><div id="bread">${link('云江网')} &gt;&gt; ${link('新闻')} &gt;&gt; 正文</div>
<div id="article"><h2>${title}</h2><p class="source">2025年09月18日10:20 | 来源：云江网</p><div class="art_content">${lines
      .map(
        (line, index) =>
          `<div class="para">${escapeXml(line)}</div>${index === 1 ? `<div class="box"><h4>延伸阅读</h4>${list(NEWS.slice(0, 2))}</div>` : ''}${index === 2 ? '<div class="pic"><img src="./page_files/1.jpg" alt="发布会"></div><iframe src="./page_files/ad.html"></iframe>' : ''}`,
      )
      .join(
        '',
      )}</div><p>(责编：丁一、王二)</p><div class="pager">${['上一页', '1', '2', '下一页'].map(link).join(' ')}</div></div>
<div class="rank"><h3>24小时排行</h3><ol>${NEWS.map((line) => `<li>${link(line)}</li>`).join('')}</ol></div><div class="foot"><p>人员招聘 广告服务 合作加盟 供稿服务</p><p>互联网新闻信息服务许可证编号：00000000001</p></div></body></html>`,
    around: ['登录', '财经', '正文', '延伸阅读', NEWS[1]!, '责编', '下一页', '24小时排行', '广告服务', '许可证'],
    facts: { date: '2025-09-18', outlet: '云江网' },
  },
  {
    name: 'questions and answers in a list of definitions within a table',
    html: (
      title,
      lines,
    ) => `<html><head><meta charset="utf-8"><title>${title}</title></head><body><div class="w"><table width="100%"><tbody><tr><td class="menu">${list(['访谈首页', '往期访谈', '我要提问'])}</td>
<td class="content"><h2>${title}</h2><div>发布日期：2025-09-18</div><dl>${lines
      .map((line) => {
        const at = line.indexOf('：');
        return at > 0 && at < 12
          ? `<dt><b>${escapeXml(line.slice(0, at + 1))}</b>${escapeXml(line.slice(at + 1))}</dt>`
          : `<dd>${escapeXml(line)}</dd>`;
      })
      .join(
        '',
      )}</dl></td></tr></tbody></table></div><div class="b">主管单位：云江省人民政府办公厅 备案号：云ICP备00000002号</div></body></html>`,
    around: ['访谈首页', '我要提问', '主管单位'],
    facts: { date: '2025-09-18' },
  },
];
