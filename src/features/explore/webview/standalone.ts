/** What a page says of how shapes look, which a picture by itself has to say in its own words. */
const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-family'];

/** A picture of the page as an SVG file of its own, in the colours that it has now. */
export function standalone(picture: SVGElement): string {
  const copy = picture.cloneNode(true) as SVGElement;
  const shapes = [...picture.querySelectorAll('*')];
  for (const [index, shape] of [...copy.querySelectorAll('*')].entries()) {
    const looks = getComputedStyle(shapes[index]!);
    for (const name of LOOKS) shape.setAttribute(name, looks.getPropertyValue(name));
    shape.removeAttribute('class');
  }
  const [, , width = '640', height = '200'] = (picture.getAttribute('viewBox') ?? '').split(' ');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  copy.setAttribute('style', `background: ${getComputedStyle(document.body).backgroundColor}`);
  return new XMLSerializer().serializeToString(copy);
}
