/** What an embedded figure tells its host: public facts only, to whoever embeds it. */

interface Common {
  readonly source: 'seeing-attention';
  readonly v: 1;
  /** The host's own name for the frame, from the link. */
  readonly id: string | null;
}

export type EmbedMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'step'; readonly step: string }
  | { readonly type: 'error'; readonly message: string };

const longestId = 100;

/** The frame's name in the link; a longer one is cut. */
export const frameId = (query: string): string | null =>
  new URLSearchParams(query.slice(0, 2000)).get('id')?.slice(0, longestId) ?? null;

/** Sends a message to the host, to `*`: in a sandbox there is no origin to name, and nothing in it is private. */
export const tellHost = (message: EmbedMessage): void => {
  if (window.parent === window) return;
  const common: Common = { source: 'seeing-attention', v: 1, id: frameId(location.search) };
  window.parent.postMessage({ ...common, ...message }, '*');
};

const least = 200;
const most = 4000;
/** Smaller changes are noise of rounding. */
const threshold = 2;

/** Reports the height of an element, once a frame at most; returns the clean-up. */
export const reportHeight = (element: HTMLElement): (() => void) => {
  let told = 0;
  let frame = 0;
  const measure = (): void => {
    frame = 0;
    const height = Math.min(
      most,
      Math.max(least, Math.ceil(element.getBoundingClientRect().height)),
    );
    if (Math.abs(height - told) < threshold) return;
    told = height;
    tellHost({ type: 'height', height });
  };
  const observer = new ResizeObserver(() => {
    frame ||= requestAnimationFrame(measure);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
};
