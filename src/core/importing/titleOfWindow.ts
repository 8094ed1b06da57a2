const NAME = '[^-_|–—，。：！？“”]{2,20}';
const SITE =
  '(?:[网網报報站厅廳局委部省市县縣]|政府|频道|頻道|客户端|客戶端|在线|在線|新闻|新聞|中心|传媒|傳媒|[a-z]{2,})';
/** A lower line or an upright parts names in any case, a dash only with blanks or before what sites are called. */
const BEHIND = new RegExp(
  `(?:\\s*[_|]+\\s*${NAME}|\\s+[-–—]\\s+${NAME}|(?<![-–—\\d])[-–—](?![-–—])[^-_|–—，。：！？“”]{1,18}${SITE})$`,
  'u',
);

/** The title of a window without the names of section and site behind it: `发布会实录_新闻发布_云江日报`. */
export function titleOfWindow(title: string): string {
  let rest = title.trim();
  for (let names = 0; names < 3; names++) {
    const shorter = rest.replace(BEHIND, '');
    if (shorter.length < 3) break;
    rest = shorter;
  }
  return rest;
}
