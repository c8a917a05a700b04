/** Where an element is seen: its box on the screen, followed for as long as it is pointed at. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Box } from './place-card.ts';

const isScroller = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight &&
  /auto|scroll/.test(getComputedStyle(element).overflowY);

/** The nearest element around that scrolls; the page itself where none does. */
const scrollerOf = (element: Element): Element => {
  let around = element.parentElement;
  while (around && !isScroller(around)) around = around.parentElement;
  return around ?? document.documentElement;
};

const frameOf = (scroller: Element): Box =>
  scroller === document.documentElement
    ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    : scroller.getBoundingClientRect();

/** The part of an element that is in sight; null where none is. */
const sightOf = (element: Element): Box | null => {
  const box = element.getBoundingClientRect();
  const frame = frameOf(scrollerOf(element));
  const left = Math.max(box.left, frame.left);
  const top = Math.max(box.top, frame.top);
  const right = Math.min(box.right, frame.right);
  const bottom = Math.min(box.bottom, frame.bottom);
  return right > left && bottom > top ? { left, top, right, bottom } : null;
};

/** Scrolls what scrolls around an element, and nothing outside of the page, so that the element is in the middle. */
const bringIntoSight = (element: Element): void => {
  const scroller = scrollerOf(element);
  const frame = frameOf(scroller);
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= frame.top && bottom <= frame.bottom) return;
  scroller.scrollTop += (top + bottom) / 2 - (frame.top + frame.bottom) / 2;
};

const isSame = (a: Box | null, b: Box | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.left === b.left &&
    a.top === b.top &&
    a.right === b.right &&
    a.bottom === b.bottom);

/** Calls back now, and in the frame after whatever may have moved something below `root`, with whether that was a scroll. Returns the clean-up. */
const onMoves = (root: Element, callback: (hasScrolled: boolean) => void): (() => void) => {
  let frame = 0;
  let isOver = false;
  let hasScrolled = false;
  const look = (): void => {
    callback(hasScrolled);
    hasScrolled = false;
    // What is on its way to a new seat is looked at again when it has arrived.
    const moving = document.getAnimations().map(({ finished }) => finished);
    if (moving.length > 0) void Promise.allSettled(moving).then(later);
  };
  const later = (): void => {
    cancelAnimationFrame(frame);
    if (!isOver) frame = requestAnimationFrame(look);
  };
  const scrolled = (): void => {
    hasScrolled = true;
    later();
  };
  const mutations = new MutationObserver(later);
  mutations.observe(root, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  addEventListener('resize', later);
  addEventListener('scroll', scrolled, { capture: true, passive: true });
  look();
  return () => {
    isOver = true;
    cancelAnimationFrame(frame);
    mutations.disconnect();
    removeEventListener('resize', later);
    removeEventListener('scroll', scrolled, { capture: true });
  };
};

/**
 * Where the first element of a selector is seen on the page around `inside`; null where it is not. With `kept`, it is
 * scrolled into sight when it comes and when the page has grown past it; where the reader scrolls it away, it stays away.
 */
export const useSight = (
  inside: RefObject<Element | null>,
  selector: string | undefined,
  kept: boolean,
): Box | null => {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const page = inside.current?.closest('[data-view]');
    if (!page || selector === undefined) return undefined;
    let known: Element | null = null;
    let wasSeen = false;
    return onMoves(page, (hasScrolled) => {
      const element = page.querySelector(selector);
      const isLost = wasSeen && !hasScrolled && element !== null && sightOf(element) === null;
      if (kept && element && (element !== known || isLost)) bringIntoSight(element);
      const next = element && sightOf(element);
      known = element;
      wasSeen = next !== null;
      setBox((before) => (isSame(before, next) ? before : next));
    });
  }, [inside, selector, kept]);
  return selector === undefined ? null : box;
};
