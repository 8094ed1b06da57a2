import { Kind, kindAt } from './characters';

/*
 * The rules are written in simplified characters and full-width punctuation. Traditional text, and the half-width marks
 * of text recognition and careless typing, are read as if they were written that way.
 */

/** Pairs, the traditional character first. */
const PAIRS =
  '萬万與与專专業业叢丛東东絲丝兩两嚴严個个豐丰臨临為为爲为麗丽舉举義义烏乌樂乐喬乔習习鄉乡書书買买亂乱爭争於于虧亏雲云亞亚產产畝亩親亲億亿僅仅從从侖仑倉仓儀仪們们價价眾众優优夥伙會会傘伞偉伟傳传傷伤倫伦偽伪佇伫體体佔占併并來来俠侠侶侣偵侦側侧僑侨儉俭債债傾倾償偿儲储兒儿黨党內内冊册寫写軍军農农馮冯沖冲決决況况凍冻凈净淨净減减湊凑鳳凤憑凭凱凯擊击劃划劉刘則则剛刚創创刪删別别製制劑剂劇剧劍剑勸劝辦办務务動动勵励勁劲勞劳勢势勛勋勳勋勝胜勻匀區区醫医華华協协單单賣卖盧卢衛卫廠厂廳厅歷历曆历厲厉壓压厭厌廁厕廂厢縣县參参雙双發发髮发變变敘叙疊叠號号嘆叹歎叹籲吁嚇吓嗎吗聽听啟启吳吴員员嗚呜詠咏響响嘩哗問问啓启喚唤嘗尝囑嘱噸吨圖图園园國国圍围團团圓圆聖圣場场壞坏塊块堅坚壇坛壩坝墳坟墜坠壟垄壘垒墾垦執执報报塵尘牆墙壯壮聲声殼壳壺壶處处備备複复復复夠够頭头奪夺奮奋獎奖奧奥婦妇媽妈娛娱婁娄嬰婴孫孙學学寧宁寶宝實实審审憲宪宮宫寬宽賓宾寢寝對对尋寻導导壽寿將将爾尔堯尧盡尽儘尽層层屆届屬属屢屡嶼屿歲岁豈岂崗岗島岛嶺岭幣币師师帥帅帶带帳帐幫帮慶庆莊庄廣广庫库應应廟庙廢废開开異异棄弃張张彌弥彎弯彈弹強强彊强歸归當当錄录彥彦徹彻徑径後后徵征憶忆懷怀態态總总憂忧懇恳恆恒恥耻戀恋惡恶惱恼懸悬驚惊慣惯憤愤願愿懶懒戲戏戰战戶户紮扎撲扑擴扩掃扫揚扬擾扰撫抚拋抛搶抢護护擔担擬拟擁拥攔拦擇择掛挂揮挥擠挤損损撿捡換换據据捨舍攝摄擺摆搖摇攤摊撐撑擋挡擱搁攜携敵敌斂敛數数齋斋鬥斗斷断無无舊旧時时曠旷晝昼顯显曉晓暫暂術术機机殺杀雜杂權权條条楊杨極极構构槍枪樞枢棗枣標标棧栈棟栋欄栏樹树棲栖樣样檔档橋桥樁桩夢梦檢检樓楼欖榄橫横櫃柜歡欢歐欧殘残畢毕氣气漢汉湯汤溝沟沒没滬沪瀘泸淚泪潔洁灑洒澆浇濁浊測测濟济瀏浏濃浓塗涂滄沧滅灭漲涨潤润澗涧濱滨灣湾濕湿溫温滿满漁渔滯滞灘滩滾滚燈灯靈灵災灾爐炉點点煉炼爍烁爛烂燒烧燭烛煙烟熱热煩烦愛爱爺爷牽牵犧牺狀状猶犹獨独獄狱獅狮獲获穫获環环現现瑋玮瓊琼電电畫画暢畅療疗瘡疮瘋疯癥症皚皑盜盗盞盏監监盤盘鹽盐蓋盖盪荡睏困矚瞩礦矿碼码磚砖確确碩硕礎础禮礼禍祸禪禅離离種种積积稱称穩稳窮穷竊窃窯窑窩窝競竞筆笔筍笋籤签簽签簡简籌筹築筑範范節节籃篮類类糧粮緊紧糾纠紅红紀纪級级約约純纯納纳縱纵紛纷紙纸紋纹紐纽線线綫线組组細细織织終终紹绍經经結结繞绕給给絡络絕绝統统繼继績绩續续維维綿绵綜综綠绿網网緒绪編编緣缘縮缩繳缴繪绘羅罗罰罚罷罢職职聯联聰聪聞闻聶聂肅肃腸肠膚肤腫肿脹胀脅胁膽胆腦脑腳脚脫脱臉脸臘腊臺台輿舆艙舱艦舰艱艰艷艳藝艺蘆芦蘇苏蘋苹薦荐薈荟藥药莖茎蓮莲營营蕭萧薩萨葉叶蔣蒋藍蓝虜虏慮虑虛虚蟲虫雖虽蝦虾補补襯衬襲袭裝装褲裤見见觀观規规視视覽览覺觉觸触譽誉計计訂订認认討讨讓让訓训議议訊讯記记講讲許许論论設设訪访證证評评識识訴诉詞词譯译試试詩诗誠诚話话詢询該该詳详語语誤误說说説说請请諸诸諾诺讀读課课誰谁調调談谈謀谋諮咨諧谐謂谓謙谦謹谨譜谱謝谢豬猪貝贝負负財财責责賢贤敗败賬账貨货質质購购貫贯貶贬貼贴貴贵貸贷貿贸費费賀贺資资賦赋賭赌賞赏賠赔賴赖賺赚賽赛贈赠贊赞讚赞贏赢趙赵趕赶趨趋躍跃踐践蹤踪車车軌轨軒轩轉转輪轮軟软軸轴輕轻載载較较輔辅輛辆輩辈輝辉輯辑輸输轄辖辭辞辯辩邊边遼辽達达遷迁過过邁迈運运還还這这進进遠远違违連连遲迟迴回適适選选遜逊遞递邏逻遺遗遙遥鄰邻郵邮鄒邹鄭郑鄧邓釀酿釋释裡里裏里鑒鉴鑑鉴針针釣钓鐘钟鍾钟鋼钢鑰钥錢钱鉗钳鑽钻鐵铁銀银鋪铺鏈链銷销鎖锁鋰锂錫锡鍋锅錯错錶表鍵键鎮镇鏡镜長长門门閃闪閉闭闖闯閒闲閑闲間间鬧闹閱阅閣阁闊阔隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐隸隶難难雞鸡霧雾靜静韓韩頁页頂顶頃顷項项順顺須须鬚须顧顾頓顿預预領领頗颇頻频題题顏颜額额顛颠風风飛飞飯饭飲饮飽饱飾饰餘余館馆饑饥饒饶馬马駐驻駕驾駛驶驅驱駁驳騙骗騰腾驗验驟骤魯鲁鮮鲜鯨鲸鳥鸟鳴鸣鴻鸿鵬鹏鹹咸麥麦麵面黃黄齊齐齡龄齒齿龍龙龐庞龜龟幾几乾干幹干隻只週周麼么廈厦竝并並并佈布係系繫系卻却採采撥拨桿杆槓杠準准稅税綱纲綺绮興兴蘭兰覓觅諺谚貧贫躉趸遊游鏢镖闆板關关飢饥餅饼饋馈魚鱼邨村釐厘彙汇匯汇蹟迹跡迹託托賄贿鈔钞銅铜鋁铝鋒锋鍛锻頌颂飄飘驛驿鬆松攬揽擲掷樑梁櫻樱湧涌滲渗漸渐澤泽濫滥瀾澜煥焕矯矫祕秘禦御穀谷穎颖籠笼粵粤緝缉縷缕罵骂脈脉膠胶衝冲診诊註注詐诈誌志誘诱諒谅譚谭豎竖贍赡鄺邝鉅巨鋭锐銳锐鑄铸閔闵陝陕韋韦顆颗颱台駱骆騎骑鬱郁鮑鲍呂吕賈贾榮荣竇窦鄔邬閻阎練练瞭了徬彷燙烫燼烬獵猎獸兽獻献瑣琐糰团紡纺紗纱絨绒綁绑綽绰緩缓緻致縫缝繡绣纖纤翹翘聳耸膩腻茲兹蔭荫蕩荡蘊蕴衹只袞衮觴觞訣诀詮诠誕诞諜谍謠谣譁哗譏讥豔艳賒赊賤贱贅赘軼轶輻辐轟轰轎轿郟郏醜丑鈣钙鉀钾銘铭鋸锯錦锦鍍镀鎊镑鏽锈鑲镶閥阀閩闽闡阐闢辟隕陨雋隽霑沾鞏巩頑顽頒颁頸颈顫颤飼饲餃饺驕骄驢驴髒脏鱷鳄鴨鸭鵝鹅鷹鹰';

const simplified = new Uint16Array(0x10000);
for (let at = 0; at < PAIRS.length; at += 2) simplified[PAIRS.charCodeAt(at)] = PAIRS.charCodeAt(at + 1);

const WIDE: Readonly<Record<string, string>> = { ',': '，', '.': '。', ':': '：', ';': '；', '?': '？', '!': '！' };
for (const mark of [...Object.keys(WIDE), '"']) simplified[mark.charCodeAt(0)] = mark.charCodeAt(0);
/** No quotation between straight marks is longer. */
const QUOTE_REACH = 48;

/**
 * `text` in the characters that the rules are written in; of the same length, so that offsets in it hold in `text`. Text
 * that is so already is returned as it is.
 */
export function plainText(text: string): string {
  let result = '';
  let from = 0;
  let closing = -1;
  for (let at = 0; at < text.length; at++) {
    const code = simplified[text.charCodeAt(at)]!;
    if (code === 0) continue;
    let plain: string | undefined;
    if (code > 0x7f) plain = String.fromCharCode(code);
    else if (code !== 0x22) plain = isBesideHan(text, at) ? WIDE[text[at]!] : undefined;
    else if (at === closing) plain = '”';
    else {
      const line = text.slice(at + 1, at + QUOTE_REACH).search(/["\n]/u);
      if (line > 0 && text[at + 1 + line] === '"') {
        closing = at + 1 + line;
        plain = '“';
      }
    }
    if (plain === undefined) continue;
    result += text.slice(from, at) + plain;
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** Whether the mark at `at` is punctuation of Chinese text; a point also ends `1.`, `3.5` and `一.`. */
function isBesideHan(text: string, at: number): boolean {
  const before = text[at - 1] ?? '\n';
  const after = text[at + 1] ?? '\n';
  if (text[at] !== '.') return isHan(before) || isHan(after);
  if (/[\w.]/u.test(after) || !(isHan(before) || '%％）)”"'.includes(before))) return false;
  return kindAt(text, at - 1) !== Kind.hanNumeral || isHan(text[at - 2] ?? '\n');
}

const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';

/** `words`, which were read in the plain form of `source`, in the characters of `source`. */
export function asWritten(words: string, source: string): string {
  if (words === '' || source.includes(words)) return words;
  const at = plainText(source).indexOf(words);
  if (at >= 0) return source.slice(at, at + words.length);
  return [...words]
    .map((character) => {
      if (source.includes(character)) return character;
      return [...source].find((original) => plainText(original) === character) ?? character;
    })
    .join('');
}
