import type { KnownNames } from '../../../core/explore/knownNames';
import { GROUPINGS, MEASURES } from '../../../core/query/groups';
import { NEARNESSES } from '../../../core/query/matrix';
import { FINDS, type Query } from '../../../core/query/query';
import { readDay } from '../../../core/query/readDay';
import { type Choice, type Counted, MODES, WITHIN } from '../messages';
import { withFind } from '../withFind';
import { Completion } from './completion';
import { button, element, fill } from './dom';
import { api, groupingLabel, groupName, words } from './page';

const LISTS = ['words', 'tags', 'speaker', 'slogan', 'indicator'] as const;
const DAYS = ['from', 'to'] as const;
type List = (typeof LISTS)[number];
type Day = (typeof DAYS)[number];
/** Where it has to be seen what is looked through. */
const SEARCHING: readonly Choice['mode'][] = ['passages', 'matrix', 'counts'];

const split = (typed: string): string[] =>
  typed
    .split(/[,，;；]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const wordsIn = (query: Query, key: (typeof LISTS)[number]): readonly string[] =>
  (key === 'tags' ? query.tags?.any : query[key]) ?? [];

const countedWords = (counted: Counted): string =>
  fill(
    words.countedOnly,
    'groups' in counted
      ? counted.groups.map(({ by, name }) => fill(words.condition, groupingLabel(by), groupName(by, name))).join(' × ')
      : `${counted.together.join(' × ')} (${words.nearnesses[counted.nearness]})`,
  );

/** What is asked, as fields and as text, which follow each other. */
export class QueryBar {
  choice: Choice;
  private readonly inputs = new Map<string, HTMLInputElement | HTMLSelectElement>();
  private readonly text = element('textarea', { rows: '6', spellcheck: 'false', 'aria-label': words.asText });
  private readonly problems = element('p', { role: 'alert', class: 'problems' });
  /** What is typed for days and is none, or lies the wrong way round. */
  private readonly dayProblems = element('p', { role: 'alert', class: 'problems', id: 'dayProblems' });
  private readonly completions = new Map<Exclude<keyof KnownNames, 'values'>, Completion>();
  private attributes: readonly string[] = [];
  private isTextUnderstood = true;
  private readonly options = element('p', { class: 'options' });
  private readonly compared = element('input', { type: 'checkbox', id: 'compared' });
  private readonly comparedLabel = element(
    'label',
    { for: 'compared', class: 'check' },
    this.compared,
    words.compareAll,
  );
  /** The second query, as text; empty for all other transcripts. */
  private readonly against = element('textarea', { id: 'against', rows: '3', spellcheck: 'false' });
  private readonly againstProblems = element('p', { role: 'alert', class: 'problems' });
  private readonly againstLabel = element(
    'div',
    { class: 'against' },
    element('label', { for: 'against' }, words.against),
    this.against,
    this.againstProblems,
  );
  private readonly counted = element('p', { class: 'counted', hidden: '' });
  private readonly conditions = element('details', { class: 'conditions' });
  private readonly said = element('span', { class: 'said' });

  constructor(
    form: HTMLElement,
    start: Choice,
    private readonly onRun: () => void,
    onExport: () => void,
  ) {
    this.choice = start;
    const mode = this.select('mode', MODES, words.modes);
    const search = element('button', { type: 'submit', class: 'primary' }, words.search);
    form.append(
      element(
        'p',
        {},
        mode,
        this.find(),
        this.select('within', WITHIN, words.withins),
        search,
        // where the bar is too narrow for all, these go below the others together
        element(
          'span',
          { class: 'together' },
          button(words.exportShort, onExport, { title: words.exportShown }),
          button(words.save, () => api.postMessage({ kind: 'save', text: this.text.value })),
          button(words.load, () => api.postMessage({ kind: 'load' })),
        ),
      ),
      this.options,
      this.comparedLabel,
      this.againstLabel,
      this.counted,
      this.conditions,
    );
    this.conditions.append(
      element('summary', {}, words.conditions, this.said),
      element(
        'p',
        { title: words.several },
        ...LISTS.map((key) => this.input(key)),
        ...DAYS.map((key) => this.input(key)),
      ),
      this.dayProblems,
      element('details', {}, element('summary', {}, words.asText), this.text, this.problems),
    );
    this.conditions.open = start.mode !== 'table';
    this.options.append(
      this.select('by', [...GROUPINGS], words.groupings),
      this.select('across', [...GROUPINGS], words.groupings),
      this.select('measure', MEASURES, words.measures),
      this.select('nearness', NEARNESSES, words.nearnesses),
    );
    this.compared.addEventListener('change', () => {
      this.choice = { ...this.choice, isCompared: this.compared.checked };
      this.show();
      this.onRun();
    });
    this.against.addEventListener('input', () => {
      this.choice = { ...this.choice, against: this.against.value };
      api.postMessage({ kind: 'read', text: this.against.value, isAgainst: true });
    });
    this.text.addEventListener('input', () =>
      api.postMessage({ kind: 'read', text: this.text.value, isAgainst: false }),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.onRun();
    });
    this.show();
  }

  /** Whether what is asked can be answered; what stands in the way is said where it was typed. */
  get isUnderstood(): boolean {
    return this.isTextUnderstood && this.againstProblems.textContent === '' && this.checkDays();
  }

  /** What can be typed into the fields. */
  offer(names: KnownNames): void {
    for (const [key, completion] of this.completions) completion.offer(names[key]);
    this.attributes = names.attribute;
    this.show();
  }

  /** Attributes of the transcripts are groupings too, and so is one that is chosen already. */
  private offerGroupings(): void {
    for (const key of ['by', 'across'] as const) {
      const list = this.inputs.get(key) as HTMLSelectElement;
      const names = this.attributes.map((name) => `attribute:${name}`);
      const chosen = this.choice[key];
      if (chosen.startsWith('attribute:') && !names.includes(chosen)) names.push(chosen);
      const own = names.map((name) => element('option', { value: name }, groupingLabel(name)));
      list.replaceChildren(...[...list.options].slice(0, GROUPINGS.length), ...own);
    }
  }

  /** Takes over what was chosen elsewhere. */
  choose(choice: Partial<Choice>): void {
    this.choice = { ...this.choice, ...(choice.query || choice.mode ? { counted: undefined } : {}), ...choice };
    this.show(true);
    this.checkDays();
    if (choice.mode) this.conditions.open = choice.mode !== 'table';
    api.postMessage({ kind: 'write', query: this.choice.query });
  }

  /** What is wrong with the second query. */
  understandAgainst(problems: readonly string[]): void {
    this.againstProblems.textContent = problems.join(' ');
  }

  /** What the text means. A query with problems is not asked. */
  understand(query: Query, problems: readonly string[]): void {
    this.isTextUnderstood = problems.length === 0;
    this.problems.textContent = problems.join(' ');
    if (!this.isTextUnderstood) return;
    this.choice = { ...this.choice, query, counted: undefined };
    this.show();
    this.checkDays();
  }

  written(text: string): void {
    this.text.value = text;
    // what is asked is seen also while its fields are not
    const said = this.conditionWords();
    this.said.textContent = said && ` · ${said}`;
    this.problems.textContent = '';
    this.isTextUnderstood = true;
  }

  /** What is asked in the words of its fields; what has no field stands as in the text. What is looked through the bar says. */
  private conditionWords(): string {
    const { find: _, ...query } = this.choice.query;
    const fields: readonly string[] = [...LISTS, ...DAYS];
    return this.text.value
      .trim()
      .split('\n')
      .flatMap((line) => {
        const key = line.slice(0, Math.max(0, line.indexOf(':')));
        if (key === 'find') return [];
        if (!fields.includes(key) || (key === 'tags' && (query.tags?.all || query.tags?.none))) return [line];
        const said = key === 'from' || key === 'to' ? query[key] : wordsIn(query, key as List).join(', ');
        return said ? [fill(words.condition, words[key as List | Day], said)] : [];
      })
      .join(words.between);
  }

  /** A field in which somebody types keeps its words, unless what is shown was chosen elsewhere. */
  private show(isChosen = false): void {
    const { mode, query, by, across } = this.choice;
    const values: Record<string, string> = { ...(this.choice as unknown as Record<string, string>) };
    for (const key of LISTS) values[key] = wordsIn(query, key).join(', ');
    for (const key of DAYS) values[key] = query[key] ?? '';
    const { find = 'passages' } = withFind(this.choice);
    values.find = find;
    (this.inputs.get('find') as HTMLSelectElement).disabled = find !== (query.find ?? 'passages');
    this.offerGroupings();
    for (const [key, input] of this.inputs)
      if (isChosen || document.activeElement !== input) input.value = values[key] ?? '';
    const isTogether = mode === 'matrix' && by === 'tag' && across === 'tag';
    this.options.hidden = mode !== 'matrix' && mode !== 'counts';
    this.comparedLabel.hidden = mode !== 'slogans';
    this.compared.checked = this.choice.isCompared;
    this.againstLabel.hidden = mode !== 'slogans' || !this.choice.isCompared;
    if (document.activeElement !== this.against) this.against.value = this.choice.against;
    this.showCounted();
    this.label('find').hidden = !SEARCHING.includes(mode);
    this.label('across').hidden = mode !== 'matrix';
    this.label('nearness').hidden = !isTogether;
    this.label('measure').hidden = isTogether;
  }

  /** That not all is shown what the fields mean, and the way to that. */
  private showCounted(): void {
    const { counted } = this.choice;
    this.counted.hidden = !counted;
    const all = () => {
      this.choose({ counted: undefined });
      this.onRun();
    };
    this.counted.replaceChildren(...(counted ? [countedWords(counted), button(words.showAll, all)] : []));
  }

  private label = (key: string): HTMLElement => this.inputs.get(key)!.parentElement!;

  private input(key: List | Day): HTMLElement {
    const isDay = key === 'from' || key === 'to';
    const made = element('input', { type: 'text', id: key, size: isDay ? '9' : '11' });
    made.addEventListener('input', () => this.takeField(key, made.value));
    const label = this.labelled(key, made);
    if (isDay) made.addEventListener('change', () => this.checkDays());
    else if (key !== 'words') {
      const completion = new Completion(made);
      this.completions.set(key, completion);
      label.append(completion.element);
    }
    return label;
  }

  /** Says at the fields which day is none, or that the last is before the first. Whether all is well. */
  private checkDays(): boolean {
    const typed = DAYS.map((key) => this.inputs.get(key)!.value.trim());
    const [from, to] = [readDay(typed[0]!, 'first'), readDay(typed[1]!, 'last')];
    const isWrong = [typed[0] !== '' && from === undefined, typed[1] !== '' && to === undefined];
    const isReversed = from !== undefined && to !== undefined && from > to;
    const said = typed.flatMap((day, at) => (isWrong[at] ? [fill(words.badDay, words[DAYS[at]!], day)] : []));
    if (isReversed) said.push(words.reversedDays);
    for (const [at, key] of DAYS.entries()) {
      const input = this.inputs.get(key)!;
      const wrong = isWrong[at] || isReversed;
      if (wrong) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      if (wrong) input.setAttribute('aria-describedby', this.dayProblems.id);
      else input.removeAttribute('aria-describedby');
    }
    if (this.dayProblems.textContent !== said.join(' ')) this.dayProblems.textContent = said.join(' ');
    if (said.length > 0) this.conditions.open = true;
    return said.length === 0;
  }

  /** What passages and numbers are of: said in the bar, for a click elsewhere may have chosen it. */
  private find(): HTMLElement {
    const made = element(
      'select',
      { id: 'find' },
      ...FINDS.map((name) => element('option', { value: name }, words.finds[name])),
    );
    made.addEventListener('change', () => {
      const { find: _, ...rest } = this.choice.query;
      const query = made.value === 'passages' ? rest : { ...rest, find: made.value as (typeof FINDS)[number] };
      this.choose({ query });
      this.onRun();
    });
    return this.labelled('find', made);
  }

  private takeField(key: List | Day, typed: string): void {
    const query: Record<string, unknown> = { ...this.choice.query };
    const list = split(typed);
    if (key === 'tags') query.tags = { ...this.choice.query.tags, any: list };
    else if (key === 'from' || key === 'to') query[key] = readDay(typed, key === 'from' ? 'first' : 'last') ?? '';
    else query[key] = list;
    // what was wrong is right as soon as it is; what is still being typed is left in peace
    if (this.dayProblems.textContent !== '') this.checkDays();
    const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0);
    if (key === 'tags' && list.length === 0) {
      const { any: _, ...rest } = { ...this.choice.query.tags, any: list };
      query.tags = Object.keys(rest).length > 0 ? rest : [];
    }
    if (isEmpty(query[key])) delete query[key];
    this.choice = { ...this.choice, query: query as Query, counted: undefined };
    this.showCounted();
    api.postMessage({ kind: 'write', query: this.choice.query });
  }

  private select(key: string, names: readonly string[], labels: Readonly<Record<string, string>>): HTMLElement {
    const made = element(
      'select',
      { id: key },
      ...names.map((name) => element('option', { value: name }, labels[name] ?? name)),
    );
    made.addEventListener('change', () => {
      this.choice = { ...this.choice, ...(key === 'within' ? {} : { counted: undefined }), [key]: made.value };
      this.show();
      this.onRun();
    });
    return this.labelled(key, made);
  }

  private labelled(key: string, input: HTMLInputElement | HTMLSelectElement): HTMLElement {
    this.inputs.set(key, input);
    // a label around a list would be called by what is chosen in it too
    input.setAttribute('aria-label', words[key as 'mode']);
    return element('label', { for: key }, words[key as 'mode'], input);
  }
}
