/** Draws shapes into an element of the page without React, which takes twice as long for the hundreds of cells that one number changes. */

export type Attributes = Readonly<Record<string, string | number>>;

/** An element: its place and form, its paint, and the text in it. */
export interface Shape {
  readonly tag: 'rect' | 'circle' | 'path' | 'text';
  /** The same object for the same place: it is then not looked at twice. */
  readonly place: Attributes;
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly text?: string | undefined;
}

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

const setPaint = (
  element: Element,
  name: 'fill' | 'stroke',
  now: string | undefined,
  before: string | undefined,
): void => {
  if (now === before) return;
  if (now === undefined) element.removeAttribute(name);
  else element.setAttribute(name, now);
};

const drawShape = (
  element: Element,
  { place, fill, stroke, text }: Shape,
  before?: Shape,
): void => {
  setAttributes(element, place, before?.place);
  setPaint(element, 'fill', fill, before?.fill);
  setPaint(element, 'stroke', stroke, before?.stroke);
  if (text === undefined || text === before?.text) return;
  // Its text node stays, so that only that is laid out anew.
  if (element.firstChild) element.firstChild.nodeValue = text;
  else element.append(text);
};

/** A shape, and the element of the page that shows it. */
interface DrawnShape {
  readonly shape: Shape;
  readonly element: Element;
}

export type DrawnShapes = readonly DrawnShape[];

/** Draws shapes as the only children of an element in which `before` is drawn; an element of the same kind stays. Returns what is `before` the next time. */
export const drawShapes = (
  parent: Element,
  shapes: readonly Shape[],
  before: DrawnShapes = [],
): DrawnShapes => {
  const drawn = shapes.map((shape, index): DrawnShape => {
    const there = before[index];
    if (there?.shape === shape) return there;
    const stays = there?.shape.tag === shape.tag;
    const element = stays ? there.element : svgElement(shape.tag);
    drawShape(element, shape, stays ? there.shape : undefined);
    if (!stays && there) there.element.replaceWith(element);
    else if (!stays) parent.append(element);
    return { shape, element };
  });
  for (let index = shapes.length; index < before.length; index++) before[index]?.element.remove();
  return drawn;
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
