import { Range } from 'vscode';
import type { PlaceRange } from '../core/text/lineMap';

export const toRange = ({ start, end }: PlaceRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
