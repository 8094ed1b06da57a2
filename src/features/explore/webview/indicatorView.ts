import type { ComparedFigure, ExtensionMessage } from '../messages';
import { button, element, fill } from './dom';
import { figureSeries, figuresShown, indicatorsOf } from './overTime';
import { api, type Shown, words } from './page';

interface Handlers {
  /** Another indicator is shown. */
  pick(indicator: string): void;
  /** All figures of an indicator are wanted, whether or not they make a series. */
  showAll(indicator: string): void;
}

/** Figures over time: the series of one indicator, which is picked from a list. */
export class IndicatorView {
  readonly element = element('div');
  private readonly series = element('div');
  private readonly near = element('p', { class: 'near' });
  private readonly pick: HTMLSelectElement;

  constructor(
    private readonly figures: readonly ComparedFigure[],
    /** What is asked for; empty where that is nothing special. */
    wanted: string,
    handlers: Handlers,
  ) {
    const names = indicatorsOf(figures);
    this.pick = element(
      'select',
      { id: 'indicatorShown' },
      ...names.map(({ name, count, doubtful }) =>
        element('option', { value: name }, `${name} (${count > 0 ? count : `${words.inDoubt} ${doubtful}`})`),
      ),
    );
    // a view says it with its area in front: 全省煤炭产量
    const asked = names.find(({ name }) => name === wanted) ?? names.find(({ name }) => wanted.endsWith(name));
    if (wanted !== '' && !asked) {
      const all = button(words.finds.figures, () => handlers.showAll(wanted));
      this.element.append(element('p', {}, fill(words.noSeriesOf, wanted), ' ', all));
    }
    const first = asked ?? names[0];
    if (!first) {
      this.element.append(element('p', {}, words.noSeries));
      return;
    }
    this.pick.value = first.name;
    this.pick.addEventListener('change', () => {
      handlers.pick(this.pick.value);
      this.show();
    });
    const sameAs = button(words.sameAs, () =>
      api.postMessage({ kind: 'same', list: 'indicators', name: this.pick.value }),
    );
    const label = element('label', { for: 'indicatorShown' }, words.indicator, this.pick);
    this.element.append(element('p', { class: 'picked' }, label, sameAs), this.near, this.series);
    this.show();
  }

  shown = (): Shown => figuresShown(this.figures, this.pick.value);

  /** Shows beside an indicator which others may be the same. */
  showNear(name: string, others: Extract<ExtensionMessage, { kind: 'near' }>['near']): void {
    if (name !== this.pick.value || others.length === 0) return;
    const offer = ({ name: other, count }: (typeof others)[number]) =>
      button(`${other} (${count})`, () => api.postMessage({ kind: 'same', list: 'indicators', name, other }), {
        title: words.sameAs,
      });
    this.near.replaceChildren(words.near, ...others.map(offer));
  }

  private show(): void {
    const { value } = this.pick;
    this.series.replaceChildren(figureSeries(this.figures, value));
    this.near.replaceChildren();
    api.postMessage({ kind: 'near', name: value });
  }
}
