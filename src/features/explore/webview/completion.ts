import { element } from './dom';

/** More would not be looked through. */
const SHOWN = 50;

/** Offers names for the last of several words, which commas separate, by any part of them. */
export class Completion {
  readonly element = element('datalist');
  private names: readonly string[] = [];

  constructor(private readonly input: HTMLInputElement) {
    this.element.id = `${input.id}Names`;
    input.setAttribute('list', this.element.id);
    input.addEventListener('input', () => this.update());
    input.addEventListener('focus', () => this.update());
  }

  offer(names: readonly string[]): void {
    this.names = names;
    this.update();
  }

  private update(): void {
    const { value } = this.input;
    const [before] = /^.*[,，;；]\s*/u.exec(value) ?? [''];
    const typed = value.slice(before.length).trim();
    const found = this.names.filter((name) => name.includes(typed)).slice(0, SHOWN);
    this.element.replaceChildren(...found.map((name) => element('option', { value: before + name })));
  }
}
