import { button, element } from './dom';
import { api, words } from './page';
import { standalone } from './standalone';

/** Pixels for each of the page's, so that a picture is sharp in print. */
const SHARPNESS = 2;

/** What takes a picture out of the page: to the clipboard, for documents and slides, and into a file that scales. */
export function pictureButtons(draw: () => SVGElement): HTMLElement[] {
  const whole = () => onStage(draw(), standalone);
  const say = (said: string) => {
    document.querySelector('#status')!.textContent = said;
  };
  const save = () => api.postMessage({ kind: 'picture', svg: whole() });
  const copy = () => {
    // begun within the click, else the clipboard is closed
    const item = new ClipboardItem({ 'image/png': pngOf(whole()) });
    // where the host keeps the clipboard shut there is the file
    navigator.clipboard.write([item]).then(() => say(words.pictureCopied), save);
  };
  return [button(words.copyPicture, copy), button(words.savePicture, save)];
}

/** How shapes look is known only of those that are in the page. */
function onStage<T>(picture: SVGElement, work: (picture: SVGElement) => T): T {
  if (picture.isConnected) return work(picture);
  const stage = element('div', { class: 'stage', 'aria-hidden': 'true' }, picture);
  document.body.append(stage);
  const done = work(picture);
  stage.remove();
  return done;
}

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = element('canvas', {
    width: String(image.width * SHARPNESS),
    height: String(image.height * SHARPNESS),
  });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
