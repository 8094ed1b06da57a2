/*
 * The words between a time expression and a figure behind it, looked through once from the figure towards the beginning, however many
 * expressions stand before it.
 */

interface Cue {
  readonly id: string;
  readonly example: string;
  /** One of these stands where the pattern fits; where there is none, one of them is enough. */
  readonly characters: string;
  readonly pattern?: RegExp;
}
export const CUES: readonly Cue[] = [
  {
    // 《目录（2011年本）》, 8日发布的数据显示，: the time of a document or of saying it is no time of what it says
    id: 'told',
    example: '印发的数据显示，',
    characters: '）》发公印出颁报召举表透介购',
    pattern: /^[^（《]*[）》]|^[^，。；]*(?:发布|公布|印发|出台|颁布|报道|召开|举行|表示|透露|介绍|购进)[^，。；]*，/u,
  },
  { id: 'compared between', example: '比上月', characters: '比较' },
  { id: 'of which', example: '，其中', characters: '其', pattern: /其中/u },
  { id: 'aim', example: '力争', characters: '目计力确预将', pattern: /目标|计划|力争|确保|预计|将/u },
  {
    id: 'founded',
    example: '公司成立，',
    characters: '成创建启出始毕投入任担',
    pattern: /成立|创办|建成|启动|出生|始建|毕业|投产|入党|任职|担任/u,
  },
  { id: 'opens a quotation', example: '，“共', characters: '“', pattern: /“[^”]*$/u },
  { id: 'closes a quotation', example: '以来”，', characters: '”', pattern: /^[^“]*”/u },
  { id: 'opens a bracket', example: '全市（', characters: '（', pattern: /（[^）]*$/u },
  { id: 'closes a bracket', example: '以来），', characters: '）', pattern: /^[^（]*）/u },
  { id: 'a semicolon', example: '；', characters: '；' },
  { id: 'a line of its own', example: '\n', characters: '\n' },
  { id: 'to', example: '提高到', characters: '到至为' },
  { id: 'now', example: '，目前', characters: '目如现累总已', pattern: /目前|如今|现在|累计|总共|已/u },
];

/** By code unit, the cues that it may belong to, each a bit; and marks. */
const table = new Uint16Array(0x10000);
const add = (characters: string, bit: number) => {
  for (const character of characters) table[character.charCodeAt(0)]! |= bit;
};
for (const [cue, { characters }] of CUES.entries()) add(characters, 1 << cue);
const CLAUSE_END = 1 << CUES.length;
const STOP = CLAUSE_END << 1;
add('，；：,;', CLAUSE_END);
add('。！？\n', STOP);

export class PassedWords {
  /** How many sentences end in it. */
  sentences = 0;
  /** How many clauses end behind the last sentence that does. */
  clauses = 0;
  private seen = 0;
  private start: number;

  /** Nothing before `end`, yet. */
  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {
    this.start = end;
  }

  /** Takes all from `start` on. */
  widen(start: number): void {
    for (let at = this.start - 1; at >= start; at--) {
      const is = table[this.text.charCodeAt(at)]!;
      if (is === 0) continue;
      this.seen |= is;
      if (is & STOP) this.sentences++;
      else if (is & CLAUSE_END && this.sentences === 0) this.clauses++;
    }
    this.start = Math.min(this.start, start);
  }

  /** The cues in it, each a bit by its place in `CUES`. */
  cues(): number {
    const words = this.text.slice(this.start, this.end);
    let found = 0;
    for (let cue = 0; cue < CUES.length; cue++) {
      const { pattern } = CUES[cue]!;
      if (this.seen & (1 << cue) && (!pattern || pattern.test(words))) found |= 1 << cue;
    }
    return found;
  }
}
