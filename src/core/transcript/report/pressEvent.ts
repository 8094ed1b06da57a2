import { anyOf } from '../../text/anyOf';
import type { Span } from '../../text/span';
import { PRESS } from './sayings';

const TO_REPORTERS = ['告诉', '对', '向'].map((word) => `${word}[^。，；]{0,20}记者(?!会|协)`);
const PRESS_EVENT = new RegExp(anyOf([...PRESS, '被.{0,20}问[及到起]', ...TO_REPORTERS]), 'u');

/** Whether the press was there, or asked. */
export const isPressEvent = (text: string): boolean => PRESS_EVENT.test(text);

/** What is said is so much of a report; below it, an event is mentioned in passing. */
export const LEAST_SHARE = 0.1;

/** How much of `text` is said in `turns`. */
export const shareOf = (turns: readonly Span[], { length }: string): number =>
  turns.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, length);
