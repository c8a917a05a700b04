/** The size of an element, kept up to date. */
import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import type { Size } from '../viz/index.ts';

/** The content size of the element behind `ref`; null until it was measured. */
export const useSize = (ref: RefObject<HTMLElement | null>): Size | null => {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) =>
        before?.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
};

const subscribeToResize = (onChange: () => void): (() => void) => {
  addEventListener('resize', onChange);
  return () => removeEventListener('resize', onChange);
};

/** The window's inner size. */
export const useScreen = (): Size => {
  const width = useSyncExternalStore(subscribeToResize, () => innerWidth);
  const height = useSyncExternalStore(subscribeToResize, () => innerHeight);
  return { width, height };
};
