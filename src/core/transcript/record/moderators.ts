import type { ReadLabel } from '../speakers';

/** Giving the floor, opening and closing: what those do who preside without being called 主持人. */
const MODERATES =
  /(?:[请让]|欢迎)[^。，]{0,24}(?:提问|回答|介绍|发言|致辞|递话筒)|(?:会|采访|活动|访谈|问答|直播|见面)[^。，]{0,6}(?:到此|到这里|结束|现在开始)|^(?:请继续提问|(?:好的?，|时间关系，|由于时间关系，)?(?:下面|请|还有)?(?:最后|下)一个(?:问题|提问))|(?:现在|下面|接下来)(?:开始|进入)(?:提问|问答)|[请欢]迎?(?:举手|出席|参加|收看)|^(?:[^。！？]{0,24}[。，])?(?:[^。！？]{1,30}，请|[^。！？]{0,6}请《[^《》]+》(?:记者|提问)?)[。！]$|^最后一个问题[。！]?$|请[^。，？]{0,6}话筒|^(?:好的?[。，])?我们请[^。？]{2,30}[。！]?$|^第[一二三四五六七八九十]排/u;
const CLOSES = /(?:会|采访|活动|访谈|问答|直播|见面)[^。，]{0,6}(?:到此|到这里|结束)/u;
/** No one who only moderates says more at a time. */
const MODERATION_LENGTH = 300;

/** Whose turn it is. */
interface Voice {
  readonly label: string;
  readonly read: ReadLabel;
}

/** Officials, and those who speak by name before anybody asks or to close, who do nothing but moderate. */
export function findModerators(open: readonly Voice[], bodies: readonly string[]): Set<string> {
  const found = new Set<string>();
  const others = new Set<string>();
  let asked = false;
  open.forEach(({ label, read }, position) => {
    asked ||= read.sense === 'asker';
    const who = read.speaker || label;
    if (read.sense !== 'official' && read.sense !== 'name') return;
    const body = bodies[position]!;
    const mayModerate = read.sense === 'official' || !asked || found.has(who) || CLOSES.test(body);
    const moderates =
      mayModerate &&
      body.length <= MODERATION_LENGTH &&
      MODERATES.test(body) &&
      !/我(?:先|来)?(?:介绍|回答)/u.test(body);
    (moderates ? found : others).add(who);
  });
  for (const who of others) found.delete(who);
  return found;
}
