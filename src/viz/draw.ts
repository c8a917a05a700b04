/** Draws shapes into an element of the page without React, which takes twice as long for the hundreds of cells that one number changes. */

export type Attributes = Readonly<Record<string, string | number>>;

/** An element: its place and form, its paint, and the text in it. */
export type Shape = readonly [
  tag: 'rect' | 'circle' | 'path' | 'text',
  place: Attributes,
  paint: Attributes,
  text?: string,
];

const none: Attributes = {};

export const svgElement = <Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
): SVGElementTagNameMap[Tag] => document.createElementNS('http://www.w3.org/2000/svg', tag);

/** Sets what differs from before, and takes away what is no longer there; the same object is not looked at twice. */
export const setAttributes = (
  element: Element,
  now: Attributes,
  before: Attributes = none,
): void => {
  if (now === before) return;
  for (const name in now)
    if (now[name] !== before[name]) element.setAttribute(name, String(now[name]));
  for (const name in before) if (!(name in now)) element.removeAttribute(name);
};

const drawShape = (element: Element, [, place, paint, text]: Shape, before?: Shape): void => {
  setAttributes(element, place, before?.[1]);
  setAttributes(element, paint, before?.[2]);
  if (text === undefined || text === before?.[3]) return;
  // Its text node stays, so that only that is laid out anew.
  if (element.firstChild) element.firstChild.nodeValue = text;
  else element.append(text);
};

const made = (shape: Shape): Element => {
  const element = svgElement(shape[0]);
  drawShape(element, shape);
  return element;
};

/** Draws shapes as the only children of an element in which `before` is drawn; an element of the same kind stays. */
export const drawShapes = (
  parent: Element,
  now: readonly Shape[],
  before: readonly Shape[] = [],
): void => {
  let child = parent.firstElementChild;
  for (const [index, shape] of now.entries()) {
    if (child && before[index]?.[0] === shape[0]) drawShape(child, shape, before[index]);
    else {
      const element = made(shape);
      if (child) child.replaceWith(element);
      else parent.append(element);
      child = element;
    }
    child = child.nextElementSibling;
  }
  while (child) {
    const next: Element | null = child.nextElementSibling;
    child.remove();
    child = next;
  }
};

/** Makes `wanted` the only children of an element, in this order; who is there already is not touched, and keeps the focus. */
export const arrange = (parent: Element, wanted: readonly Element[]): void => {
  const staying = new Set(wanted);
  for (const child of Array.from(parent.children)) if (!staying.has(child)) child.remove();
  for (const [index, child] of wanted.entries()) {
    const there = parent.children[index] ?? null;
    if (there !== child) parent.insertBefore(child, there);
  }
};
