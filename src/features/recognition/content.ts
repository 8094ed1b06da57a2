import { engine } from '../../host/engine';

/** Without any of these nobody speaks: most files in other languages are left alone before the engine is loaded. */
const HINT = /[：:﹕︰“「『‘"問问說说講讲示答称稱指]/u;
const HAN = /\p{Script=Han}/u;

/** Whether a text is taken for a transcript by its content. */
export const looksLikeTranscript = (text: string): boolean =>
  HAN.test(text) && HINT.test(text) && engine().looksLikeTranscript(text);
