/** Enlarges the stage, and says so: by how much, larger, smaller, whole again. */
import { startTransition, useLayoutEffect, useRef, useState } from 'react';
import { useApp, useAppStore, useFrame, type Zooming } from '../frame/index.ts';
import { zoomTextsOf } from '../i18n/index.ts';
import type { Size } from '../viz/index.ts';
import { whole } from './view.ts';
import { bindZoom, zoomBy, zoomStep } from './zoom-gestures.ts';
import { zoomWindow, type ZoomWindow } from './zoom-window.ts';
import styles from './Zoom.module.css';

interface ZoomProps {
  readonly size: Size;
  readonly onRest: (zoom: number) => void;
}

const Buttons = ({
  zoom,
  shown,
}: {
  readonly zoom: number;
  readonly shown: ZoomWindow;
}): React.ReactNode => {
  const texts = zoomTextsOf(useFrame().language);
  const button = (name: string, sign: string, key: string, press: React.MouseEventHandler) => (
    <button type="button" onClick={press} aria-label={name} title={`${name} (${key})`}>
      {sign}
    </button>
  );
  return (
    <div className={styles['zoom']} role="group" aria-label={texts.zoom} data-zoom={zoom}>
      {button(texts.smaller, '−', '-', () => zoomBy(shown, 1 / zoomStep))}
      <output>{Math.round(zoom * 100)}%</output>
      {button(texts.larger, '+', '+', () => zoomBy(shown, zoomStep))}
      {button(texts.whole, texts.whole, '0', ({ detail }) => {
        shown.show(() => whole);
        // The button goes with the zoom; who pressed it by a key goes on in the picture.
        if (detail === 0) shown.stage.querySelector<SVGElement>('[tabindex="0"]')?.focus();
      })}
    </div>
  );
};

const OfPicture = ({ size: { width, height }, onRest }: ZoomProps): React.ReactNode => {
  const store = useAppStore();
  const corner = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<ZoomWindow | null>(null);
  const [zoom, setZoom] = useState(1);
  useLayoutEffect(() => {
    const stage = corner.current?.previousElementSibling;
    if (!(stage instanceof HTMLElement)) return undefined;
    const end = new AbortController();
    const rest = (rested: number): void => startTransition(() => onRest(rested));
    const opened = zoomWindow(stage, { width, height }, setZoom, rest, end.signal);
    setShown(opened);
    bindZoom(opened, () => store.getState().hover(null), end.signal);
    return () => {
      end.abort();
      onRest(1);
    };
  }, [width, height, store, onRest]);
  return (
    <div ref={corner} className={styles['corner']}>
      {shown && zoom > 1 && <Buttons zoom={zoom} shown={shown} />}
    </div>
  );
};

/** Another step or another size is another picture, and begins whole. */
const Zoom = (props: ZoomProps): React.ReactNode => {
  const step = useApp((state) => state.step);
  const { width, height } = props.size;
  return <OfPicture key={`${step} ${width} ${height}`} {...props} />;
};

export const zoom: Zooming = (size, onRest) => <Zoom size={size} onRest={onRest} />;
