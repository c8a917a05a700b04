/** The stage: measures itself, hands the space to a scene, and turns pointer, touch and keys on its cells into selections. */
import { useRef, useState } from 'react';
import {
  cellElementOf,
  cellOf,
  useAppStore,
  useDrawn,
  useFrame,
  useOverlay,
  useScreen,
  useSize,
} from '../../frame/index.ts';
import { cellKey, currentBeat, showsDifference, type State } from '../../store/index.ts';
import type { Size } from '../../viz/index.ts';
import { neighbourOf } from './neighbour.ts';
import { StageProvider } from './StageContext.tsx';
import styles from './Stage.module.css';
import { createJourneys, JourneysContext } from './travel.ts';

/** Selecting by pointer, touch and keys, for every cell below one element. */
const useCellEvents = (): React.DOMAttributes<HTMLDivElement> => {
  const store = useAppStore();
  const touched = useRef(false);
  const hover = (target: EventTarget | null): void => {
    const cell = cellOf(cellElementOf(target));
    const before = store.getState().hovered;
    if (cell ? !before || cellKey(before) !== cellKey(cell) : before) store.getState().hover(cell);
  };
  const pin = (cell: ReturnType<typeof cellOf>): void => {
    const { pinned, pin: setPinned } = store.getState();
    setPinned(cell && pinned && cellKey(pinned) === cellKey(cell) ? null : cell);
  };
  return {
    onPointerOver: (event) => {
      if (event.pointerType === 'mouse') hover(event.target);
    },
    onPointerLeave: () => store.getState().hover(null),
    onPointerMove: (event) => {
      // A finger keeps its events on the element it came down on, so what is under it has to be looked up.
      if (event.pointerType === 'mouse') return;
      hover(event.currentTarget.ownerDocument.elementFromPoint(event.clientX, event.clientY));
    },
    onPointerDown: (event) => {
      touched.current = event.pointerType !== 'mouse';
      if (touched.current) hover(event.target);
    },
    onPointerUp: () => {
      // A finger that was drawn across cells selects the last one; the click that may follow must not undo it.
      const { hovered } = store.getState();
      if (touched.current && hovered) store.getState().pin(hovered);
    },
    onClick: (event) => {
      const cell = cellOf(cellElementOf(event.target));
      if (cell && !touched.current) pin(cell);
      // A click without a pointer before it comes from assistive technology and counts.
      touched.current = false;
    },
    onFocus: (event) => hover(event.target),
    onBlur: () => store.getState().hover(null),
    onKeyDown: (event) => {
      const element = cellElementOf(event.target);
      if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
      const isPress = event.key === 'Enter' || event.key === ' ';
      const next = neighbourOf(element, event.key);
      if (isPress) pin(cellOf(element));
      else if (next instanceof SVGElement) next.focus();
      else if (event.key === 'Escape' && element instanceof SVGElement) {
        // One press lets go of both: what was chosen, and the cell that holds the focus.
        if (store.getState().pinned) store.getState().pin(null);
        element.blur();
      } else if (!event.key.startsWith('Arrow')) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
};

/** Whether a difference is on the stage; a figure has no numbers. */
const hasDifference = (state: State): boolean =>
  showsDifference(state) && currentBeat(state).reads.length > 0;

export interface StageProps {
  readonly label: string;
  /** The step that is drawn, for who looks for its picture. */
  readonly scene: string;
  /** The least height the scene needs in this width; more than there is makes the page scroll. */
  readonly heightFor?: ((size: Size) => number) | undefined;
  readonly children: (size: Size) => React.ReactNode;
}

export const Stage = ({ label, scene, heightFor, children }: StageProps): React.ReactNode => {
  const frame = useRef<HTMLDivElement>(null);
  const given = useSize(frame);
  const screen = useScreen();
  const { kind } = useFrame();
  const events = useCellEvents();
  const [journeys] = useState(createJourneys);
  const zooming = useOverlay()?.zoom;
  const [zoom, setZoom] = useState(1);
  const isDifference = useDrawn(hasDifference);
  const least = given ? (heightFor?.(given) ?? 0) : 0;
  // The frame follows at the next layout; the scene is laid out for it at once.
  const size = given && { width: given.width, height: Math.max(given.height, least) };
  return (
    <div className={styles['frame']} data-kind={kind} ref={frame} style={{ minHeight: least }}>
      <div
        className={styles['stage']}
        data-stage=""
        data-scene={scene}
        data-difference={isDifference ? '' : undefined}
        role="group"
        aria-label={label}
        {...events}
      >
        {/* The stage is the window; what stands on it may be larger. */}
        <div className={styles['stage']}>
          {size && size.width > 0 && size.height > 0 && (
            <StageProvider size={size} screen={screen} zoom={zoom}>
              <JourneysContext value={journeys}>{children(size)}</JourneysContext>
            </StageProvider>
          )}
        </div>
      </div>
      {size && zooming?.(size, setZoom)}
    </div>
  );
};

/** The drawing surface of a scene; HTML controls may stand beside it on the stage. */
export const Canvas = ({
  size,
  children,
}: {
  readonly size: Size;
  readonly children: React.ReactNode;
}): React.ReactNode => (
  <svg
    width={size.width}
    height={size.height}
    viewBox={`0 0 ${size.width} ${size.height}`}
    className={styles['canvas']}
  >
    {children}
  </svg>
);
