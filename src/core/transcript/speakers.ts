import { remembered } from '../text/remembered';
import { endsInOffice, isAuthority, isPersonName, readPerson } from './names';
import type { LabelCandidate } from './record/labels';

/** What a label's words alone say about who speaks. */
export type LabelSense = 'asker' | 'answerer' | 'host' | 'guest' | 'member' | 'official' | 'name' | 'unknown' | 'none';

export interface ReadLabel {
  readonly sense: LabelSense;
  readonly speaker: string;
  readonly role: string;
}

const NONE: ReadLabel = { sense: 'none', speaker: '', role: '' };
const plain = (sense: LabelSense, role = '', speaker = ''): ReadLabel => ({ sense, speaker, role });

/** Labels that say asking or answering and name nobody. */
const ASKS =
  /^(?:(?:咨询|留言|提问|来信|问题)内容|(?:热点|焦点)?(?:问题?|疑问|追问|提问)|又问|再问|提问者|插话|Q\d*|Question)[一二三四五六七八九十\d]*$/u;
/** What citizens do who write or call. */
export const COMPLAINING = '反映|咨询|询问|投诉';
const ANSWERING = '回答|解答|答复|答覆|回复|回覆|回应';
const ANSWERS = new RegExp(
  `^(?:(?:回复|答复|回答|办理|处理)(?:内容|结果|情况)|答|(?:权威|专家|官方|政策|律师|部门|单位|现场)?(?:${ANSWERING}|答疑|释疑|解读|解析)|A\\d*|Answer)[一二三四五六七八九十\\d]*$`,
  'u',
);

/** 代表问, 媒体追问: who asks is told by what he is. */
const ASKS_AS =
  /^有?(媒体|传媒|现场|听众|观众|学员|同学|代表|委员|网友|网民|市民|读者|群众|居民|村民|家长|学生)[追提发又]?问[一二三四五六七八九十\d]*$/u;

/** 某报查询, 省医保局回复, 何某局长答: who, and that he asks or answers. */
const ASKS_OR_ANSWERS = new RegExp(
  `^(.{2,24}?)(?:[又再笑]|接着|随后|首先)?(?:(追问|提问|发问|查询|问[及到]?|(?:来[电信]|留言|发帖|致电)?(?:${COMPLAINING}))|(?:${ANSWERING}|答|补充))[说道]?$`,
  'u',
);
/** 提问（某网）, 答（何某局长） */
const IN_BRACKETS = new RegExp(
  `^(?:(追?问|[提发]问|问题)|(?:答|${ANSWERING}))[一二三四五六七八九十\\d]*[（(]([^（）()]{2,24})[）)]$`,
  'u',
);

function readAskingOrAnswering(label: string): ReadLabel | undefined {
  const [, bracketAsks, inBrackets] = IN_BRACKETS.exec(label) ?? [];
  const [, before, asksBehind] = ASKS_OR_ANSWERS.exec(label) ?? [];
  const who = inBrackets ?? before;
  const asks = bracketAsks ?? asksBehind;
  if (!who) return undefined;
  const { sense, speaker, role } = readLabel({ text: who, form: 'colon' });
  if (sense === 'none') return undefined;
  // 记者回答: to what he was asked in return
  return plain(asks || sense === 'asker' ? 'asker' : 'answerer', role, speaker);
}

/** Fields at the head or foot of a document, and words that introduce a part of a text: they look like labels. */
const FIELDS =
  /(?:时间|日期|地点|主题|议题|来源|出处|作者|编辑|责编|审核|校对|摄影|摄像|供稿|撰稿|整理|监制|策划|统筹|标题|题目|关键词|摘要|导语|编者按|按语|附件|附录|注释|备注|说明|提示|链接|网址|电话|传真|邮箱|地址|联系人|联系方式|邮编|微信|微博|字号|浏览量?|阅读|点击|分享|发布|发布人|发布机构|发布单位|主办|承办|单位|索引号|文号|发文字号|名称|目录|出席|出席人员?|参加人员?|参会人员?|受访者|发言人名单|嘉宾介绍|人物|背景|要求|内容|措施|目标|原则|任务|依据|意义|结果|原因|特点|对象|范围|条件|标准|程序|流程|方式|材料|要点|重点|结论|数据|案例|例如|比如|其中|如下|包括|具体|总之|另外|此外|同时|首先|其次|再次|最后|第[一二三四五六七八九十]+[，、]?|一方面|另一方面|注意事项|温馨提示|姓名|职务|性别|年龄|简介|摘编|原标题|版权|声明|记者手记|新闻背景|相关链接|概念股|特别提醒)$/u;
const FIELD = new RegExp(`^(?:${FIELDS.source})`, 'u');
const SHORT_FIELD = /^(?:图|文|图文|文\/图|注|附|按|电|传|另|答案?是|问题?是|结|例|是)$/u;
const ENUMERATOR =
  /^(?:[其第][一二三四五六七八九十\d]+|[一二三四五六七八九十]+(?:是|要|、|，)?|[一二三四五六七八九十]是.*|[（(][一二三四五六七八九十\d]+[)）].*|\d+[.、)）]?)$/u;
/** 某某道：“……” is a novel, 他说：“……” a quotation. */
const SPEECH_VERB =
  /(?:[说道曰云称讲喊叫笑叹骂喝]|表示|指出|强调|认为|介绍|写道|透露|宣布|提到|谈到|回忆|坦言|建议|告诉记者|感慨|呼吁|解释|答道|问道)$/u;
const NOT_A_NAME = /[的了是在和与及把被将就都也要为有]|\d{2,}|[=<>{}|\\/@#$%^&]/u;

/** The sense of a label by its words. Whether an `unknown` or a `name` speaks is decided by the whole document. */
export const readLabel = ({ text, form }: Pick<LabelCandidate, 'text' | 'form'>): ReadLabel =>
  form === 'bracket' ? readInBrackets(text) : readPlain(text);

const readPlain = remembered((text) => readFreshly(text, false));
const readInBrackets = remembered((text) => readFreshly(text, true));

function readFreshly(text: string, isInBrackets: boolean): ReadLabel {
  const label = closed(text.replace(/^\*\*|\*\*$/gu, '').trim());
  if (ASKS.test(label)) return plain('asker');
  const asksAs = ASKS_AS.exec(label)?.[1];
  if (asksAs) return plain('asker', asksAs === '现场' ? '' : asksAs);
  if (ANSWERS.test(label)) return plain('answerer');
  if (ENUMERATOR.test(label)) return NONE;

  const host = /^(?:节目)?(主持人|主持|司仪)(?:[\s\u3000:：]*[（(]?(.*?)[）)]?)$/u.exec(label);
  if (host?.[2] === '') return plain('host', host[1]!);
  // 主持人 何某, 主持人（某办副主任 何某）
  const name = host && (isPersonName(host[2]!.trim()) ? host[2]!.trim() : readPerson(host[2]!.trim())?.speaker);
  if (name) return plain('host', host[1]!, name);
  const hostBehind = /^(.{2,12}?)[\s\u3000]*[（(]?主持人[）)]?$/u.exec(label);
  if (hostBehind && isPersonName(hostBehind[1]!)) return plain('host', '主持人', hostBehind[1]!);
  // 主席, 主席（杨委员某某）
  const chair = /^(主席|代理主席|会议主席|议长)(?:[\s\u3000]*[（(]([^（）()]{2,16})[）)])?$/u.exec(label);
  if (chair) return plain('host', chair[1]!, chair[2] ? (readPerson(chair[2])?.speaker ?? '') : '');

  const reporter = readReporter(label);
  if (reporter) return reporter;
  const online =
    /^(网友|网民|听众|观众|群众|市民|读者|家长|学生|现场提问|采访者|访问者|访谈者)[\s\u3000]*(?:[“"‘（(]?(.{0,16}?)[”"’）)]?)$/u.exec(
      label,
    );
  // 市民政局 is no citizen
  if (online && !isAuthority(label))
    return plain('asker', online[1]!, online[2]!.replace(/^[\d一二三四五六七八九十]+$|(?<=..)[追提]?问$/gu, ''));
  const guest =
    /^(嘉宾|来宾|专家|受访[者人]|访谈嘉宾|被访[者人])[\s\u3000]*([\d一二三四五六七八九十]*)[\s\u3000]*(.*)$/u.exec(
      label,
    );
  if (guest && (guest[3] === '' || isPersonName(guest[3]!))) return plain('guest', guest[1]!, guest[3]!);

  const deed = readAskingOrAnswering(label);
  if (deed) return deed;
  if (isField(label, isInBrackets)) return NONE;
  // 市公安局车管所 is nobody called 车
  if (label.length > 4 && isAuthority(label)) return plain('unknown', '', label);
  const person = readPerson(label);
  if (person) {
    const isMember = /(?:议员|委员)$/u.test(person.role) && !/(?:副?主任|副?部长)/u.test(person.role);
    if (isMember && person.speaker) return { sense: 'member', ...person };
    return { sense: person.role === '' ? 'name' : 'official', ...person };
  }
  if (LATIN_OFFICE.test(label)) return plain('official', label);
  if (label.length > 12 || NOT_A_NAME.test(label) || /^[a-z]/u.test(label)) return NONE;
  return plain('unknown', '', label);
}

/** Offices in the English part of a record from Hong Kong: Chief Executive, Secretary for Health. */
const LATIN_OFFICE =
  /^(?:[A-Z]\w+ ){0,4}(?:Chief Executive|Secretary|Commissioner|Director|Minister|President|Spokes(?:man|woman|person)|Chair(?:man|person)?|Governor|Premier|Controller|Convenor)(?: (?:of|for|and|the|[A-Z][\w-]+),?){0,8}$/u;

/** 记 者, 张 某 某: single characters set wide. */
const closed = (label: string): string =>
  /^\p{Script=Han}(?:[ \u3000]+\p{Script=Han}){1,3}$/u.test(label) ? label.replace(/[ \u3000]+/gu, '') : label;

/** Whether a label introduces no speech but a field or a part of a text. A three-character name may end like one or a verb (钱某云, 张某文). */
export function isField(label: string, isInBrackets = false): boolean {
  if (SHORT_FIELD.test(label) || FIELD.test(label)) return true;
  if (
    isPersonName(label) &&
    !/[道说曰笑]$/u.test(label) &&
    !/^(?:.{1,2}(?:时间|地点|主题|来源|编辑|作者|单位|要求|内容|目标|原则|要点|重点))$/u.test(label)
  )
    return false;
  return FIELDS.test(label) || (!isInBrackets && SPEECH_VERB.test(label));
}

const LATIN_OUTLET =
  /^[A-Z][\w .&-]{1,40}(?:News|Times|Post|Journal|TV|Radio|Press|Agency|Herald|Tribune|Daily|Weekly|Magazine|Broadcasting|Channel)$|^(?:AFP|CNN|BBC|Reuters|Bloomberg|NHK|KBS|CNBC|AP|EFE|TASS|RTHK)$/u;

/** 路透社 is no person of the surname 路. */
const OUTLET_END = /[社报台网刊]$|电视|新闻|广播|卫视/u;

/** 某某日报记者, 《某报》记者, 某台记者 何某, 本报记者, 记者, 记, 某社: who asks, and for which outlet. */
function readReporter(label: string): ReadLabel | undefined {
  // 记者（某台）
  const from = /^(记者|媒体|传媒|提问者)(?:[追提发又再]?问)?[（(]([^（）()]{2,20})[）)]$/u.exec(label);
  if (from && (OUTLET_END.test(from[2]!) || !isPersonName(from[2]!)) && !/^[追提又再]问$/u.test(from[2]!))
    return plain('asker', from[1]!, cleanOutlet(from[2]!));
  const match =
    /^(.{0,40}?)[\s\u3000]*(特约记者|实习记者|见习记者|记者)[\s\u3000]*(?:[（(]?((?![追提又再]问)\p{Script=Han}{2,4}|\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}|[A-Z][\w .·-]{1,30})?[）)]?)?(?:[追提又再]?问)?(?:\d*|[A-Z甲乙丙丁])$/u.exec(
      label,
    );
  if (match) {
    const [, outlet, role, name] = match;
    if ((name && !isPersonName(name)) || /(?:告诉|告知|接受|回答|采访|[对向答])$/u.test(outlet!)) return undefined;
    return plain('asker', role!, cleanOutlet(outlet!));
  }
  if (LATIN_OUTLET.test(label)) return plain('asker', '', label);
  if (/^记问?$/u.test(label)) return plain('asker', '记者');
  if (/^(?:媒体|传媒|Reporter|Journalist|Press)s?$/u.test(label)) return plain('asker', label);
  if (/^《[^《》]{2,16}》(?:杂志|周刊|月刊)?$/u.test(label)) return plain('asker', '', cleanOutlet(label));
  return /(?:日报|晚报|早报|时报|周报|商报|都市报|晨报|快报|导报|周刊|经济报道|^央视|总台|电视台|广播电台|卫视|^(?!.*(?:合作|旅行|出版|公))\p{Script=Han}{2,6}社)$/u.test(
    label,
  ) && !endsInOffice(label)
    ? plain('asker', '', cleanOutlet(label))
    : undefined;
}

/** 《某报》 is 某报; brackets and spaces at the edges go, and 有 of 有记者问. */
export const cleanOutlet = (outlet: string): string => {
  const words = outlet
    .trim()
    .replace(TOLD_WHEN, '')
    .replace(/^有$|^[一另某有]?[名位]?(?:[男女]|外国|境外|外籍|中外|在场|现场)?$/u, '');
  return (/^《([^《》]+)》$/u.exec(words)?.[1] ?? words).replace(/[\s\u3000]+/gu, ' ');
};

/** 会后有某国记者, 另有记者 */
const TOLD_WHEN = /^(?:会[后上前]|现场|当场|随后|另外?|还|又)，?(?:还|又)?有/u;
