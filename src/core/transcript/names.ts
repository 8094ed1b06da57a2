import { anyOf } from '../text/anyOf';

/**
 * Who a label or a sentence names: person and office. Surnames are those of the 2020 census report on names (公安部
 * 《2020年全国姓名报告》 and 《百家姓》).
 */
export const SURNAMES: ReadonlySet<string> = new Set(
  '习王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戈岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戎伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由赖洪丘畅糜稽竺肖闫付仰贝酆贲钮羿汲邴隗宓郗钭莘贡逄宰郦璩宦庾暨弘殳沃夔厍訾乜巢蒯桓寿荀郏蓟谯仉缑郈濮郤雒呙凤滑牧',
);
const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|东方|东郭|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|宇文|长孙|独孤|南宫|端木|呼延|闻人|淳于|申屠|太史|轩辕|拓跋|赫连|澹台|鲜于|阿不都|买买提)/u;

/** Offices and forms of address that follow or precede a name. */
export const OFFICES =
  '书记|支书|法官|裁判官|检察官|首席执行官|首席运营官|首席财务官|首席技术官|首席经济学家|首席代表|省长|市长|县长|区长|州长|镇长|乡长|盟长|旗长|部长|司长|局长|厅长|处长|科长|室主任|主任|主席|会长|理事长|董事长|总经理|总裁|行长|院长|校长|所长|馆长|台长|社长|总编辑|总编|秘书长|发言人|新闻发言人|代表|委员|议员|立委|常委|总理|专员|组长|团长|执行长|营运长|财务长|技术长|队长|总队长|支队长|院士|教授|研究员|博士|专家|经理|总监|律师|检察长|关长|站长|署长|政委|大使|参赞|公使|总干事|先生|女士|同志|老师|特首|行政长官|总工程师|总经济师|总规划师|总会计师|总审计师|总农艺师|总师|负责人|负责同志|巡视员|调研员|司令员|干事|秘书|主编|站长|庭长|厅级干部|委员长|次长|总统|首相|外长|防长|财长|国务卿|国务委员|常任秘书长|副总裁|助理|总长|政务司司长|财政司司长|指挥官|总管|申请人|召集人|发起人|党魁|警司|总警司|督察|大校|中校|上校|少将|中将|上将|科学家|顾问|校监|主管|首长|领事|参事|主计长|统计师|设计师|厂长|矿长|店长|村长|园长|船长|机长|舰长|营长|连长|旅长|司令|警官|护士长|辅导员|董事|股长|河长|段长|主教练|教练|领队';
const OFFICE_EXACT = new RegExp(
  `^(?:原|代|时任|全国人大|政协|政务)?(?:第一|常务)?副?(?:${OFFICES})(?:[、兼](?:[^、]{0,16})?(?:${OFFICES}))*$`,
  'u',
);
/** The pattern of any office. */
export const OFFICE = anyOf(OFFICES.split('|'));
const ENDS_IN_OFFICE = new RegExp(`${OFFICE}$`, 'u');
/** The last characters of offices, by which most words are known to be none. */
const LAST_OF_OFFICES: ReadonlySet<string> = new Set(OFFICES.split('|').map((office) => office.at(-1)!));
const OFFICE_THEN_NAME = new RegExp(`^(.*(?:${OFFICES}))(\\p{Script=Han}{2,6})$`, 'u');

/** 黃委員某某, 某署彭署長某某: the office between surname and given name, an authority before them. */
const SPLIT_NAME = new RegExp(
  `^(\\p{Script=Han}{2,20}[署局部厅处司委会院所室])?(\\p{Script=Han}{1,2}?)(${OFFICES})(\\p{Script=Han}{1,2})$`,
  'u',
);

/** 省财政厅, 市人力资源和社会保障局, 市公安局人口管理处, 市教育局、市公安局: an authority, a part of one, or several. */
const AUTHORITY =
  /^(?!.*[的了是在把被将就都也要请])\p{Script=Han}{1,14}?(?:[部厅局署院]|(?<![政常])委|委员会|中心|公司|政府|银行|大学)(?:\p{Script=Han}{1,10}(?:[处科司所站]|办公室|[支大总]队))?(?:、\p{Script=Han}{1,14}(?:[部委厅局署院]|委员会|中心|公司))*$/u;

export const isAuthority = (words: string): boolean => AUTHORITY.test(words);

/** An authority directly before a name, both told by their length. */
const OF_AUTHORITY = /^(\p{Script=Han}{3,18}(?:办公室|委员会|新闻办|宣传部|[厅局]))(\p{Script=Han}{3})$/u;

const OF_COMPANY = new RegExp(
  `^(\\p{Script=Han}{2,16}?(?:集团|公司|重工|重科|银行|大学|学院|协会|企业|股份|控股))(\\p{Script=Han}{2,3})(副?(?:${OFFICES}))$`,
  'u',
);

export interface Person {
  readonly speaker: string;
  readonly role: string;
}

/** 王某某, John Smith, 大卫·沃伯顿. */
const BY_SHAPE =
  /^(?:\p{Script=Han}{1,3}某{1,3}|[A-Z][\p{L}.'’-]*(?: [A-Z][\p{L}.'’-]*){1,3}|\p{Script=Han}{1,9}(?:[·•・]\p{Script=Han}{1,9}){1,3})$/u;

/** Two to four Han characters that begin with a surname, a placeholder (王某某), or a transliterated or Latin name. */
export function isPersonName(text: string): boolean {
  if (BY_SHAPE.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  if (COMPOUND.test(text)) return text.length >= 3;
  return text.length <= 3 && SURNAMES.has(text[0]!);
}

/** Characters by which foreign names are written, from 新华社's tables of transliteration and those of Hong Kong and Taiwan. */
export const FOREIGN =
  '阿埃艾安昂奥巴白柏班邦包保鲍贝本比彼毕宾波博伯布采查楚茨达戴丹黛道德登邓迪蒂丁杜顿多厄恩尔法凡范菲费芬佛夫弗福富盖甘冈高戈哥格根古瓜哈海汉翰豪赫亨洪胡华怀惠霍基吉加贾简杰金津京卡凯坎康考柯科可克肯孔库夸奎昆拉莱兰朗劳勒雷里利历立林琳隆卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙米敏明莫默姆穆纳娜南内尼妮年涅宁纽农努诺欧帕派潘庞佩彭蓬皮平蒲普奇齐契钱乔切钦琴丘热荣瑞若萨塞赛桑瑟森沙莎珊山尚舍申圣施什史舒顺斯丝思苏索塔泰坦汤唐陶特滕提廷图土托瓦万旺威韦维温文沃乌武伍西希夏香肖谢辛欣休修雪逊雅亚扬耶伊依易因英尤约泽扎詹章珍治朱兹佐卓拜蕾碧狄杭翠';
const TRANSLITERATED = new RegExp(`^[${FOREIGN}]{2,6}$`, 'u');

/** 佩斯科夫: a foreign name by its characters. */
export const isTransliterated = (text: string): boolean => text.length > 2 && TRANSLITERATED.test(text);

/** Characters with which a surname of several begins. */
export const COMPOUND_BEGINS: readonly string[] = COMPOUND.source.match(/(?<=[:|])\p{Script=Han}/gu) ?? [];

export const isSurname = (character: string): boolean => SURNAMES.has(character);

/** Whether a surname of two characters begins the words: 欧阳某. */
export const isCompoundSurname = (words: string): boolean => COMPOUND.test(words);

export const endsInOffice = (text: string): boolean =>
  LAST_OF_OFFICES.has(text[text.length - 1] ?? '') && ENDS_IN_OFFICE.test(text);

/**
 * Person and office of a label: `林某书记`, `某局局长何某`, `某局局长 何某`, `何某（副局长）`, `何某`. An office without a name gives
 * an empty speaker; undefined where neither is found.
 */
export function readPerson(label: string): Person | undefined {
  const bracket = /^(.{2,12}?)\s*[（(]([^（）()]{1,40})[）)]$/u.exec(label);
  if (bracket) {
    const inner = readPerson(bracket[1]!.trim());
    if (inner?.speaker) return { speaker: inner.speaker, role: inner.role || bracket[2]! };
    if (isPersonName(bracket[2]!)) return { speaker: bracket[2]!, role: bracket[1]! };
  }
  const words = label.split(/\s+/u);
  if (words.length > 1) {
    const last = words.at(-1)!;
    const rest = words.slice(0, -1).join(' ');
    if (isPersonName(label)) return { speaker: label, role: '' };
    if ((isPersonName(last) || /^\p{Script=Han}{2,4}$/u.test(last)) && endsInOffice(rest) && !endsInOffice(last))
      return { speaker: last, role: rest };
    for (let count = words.length - 1; count > 0 && endsInOffice(label); count--) {
      const name = words.slice(0, count).join(' ');
      if (isPersonName(name)) return { speaker: name, role: words.slice(count).join(' ') };
    }
    // 粮储局 何某
    if (isPersonName(last) && /[局厅部委办院司处署所会社团]$|中心$|公司$|大学$|银行$/u.test(rest))
      return { speaker: last, role: rest };
    // 张 某: a two-character name set wide
    const closed = words.join('');
    if (words.length === 2 && words[0]!.length === 1 && isPersonName(closed)) return { speaker: closed, role: '' };
  }
  for (let length = 2; length <= 4; length++) {
    const name = label.slice(0, length);
    if (OFFICE_EXACT.test(label.slice(length)) && isPersonName(name))
      return { speaker: name, role: label.slice(length) };
  }
  // 黃委員某某: surname, office, given name
  const split = SPLIT_NAME.exec(label);
  if (split && isPersonName(split[2]! + split[4]!))
    return { speaker: split[2]! + split[4]!, role: (split[1] ?? '') + split[3]! };
  if (isPersonName(label) && !endsInOffice(label)) return { speaker: label, role: '' };
  const office = OFFICE_THEN_NAME.exec(label);
  if (office && (isPersonName(office[2]!) || TRANSLITERATED.test(office[2]!)))
    return { speaker: office[2]!, role: office[1]! };
  // 省政府新闻办公室何某
  const presiding = OF_AUTHORITY.exec(label);
  if (presiding && isPersonName(presiding[2]!)) return { speaker: presiding[2]!, role: presiding[1]! };
  // 某某集团何某董事长
  const member = OF_COMPANY.exec(label);
  if (member && isPersonName(member[2]!)) return { speaker: member[2]!, role: member[1]! + member[3]! };
  // 周厅长: a surname with an office
  if (SURNAMES.has(label[0] ?? '') && OFFICE_EXACT.test(label.slice(1)))
    return { speaker: label[0]!, role: label.slice(1) };
  return endsInOffice(label) ? { speaker: '', role: label } : undefined;
}
