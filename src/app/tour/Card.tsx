/** A card beside what it points at, and a frame round that. */
import { useEffect, useId, useRef } from 'react';
import { useScreen, useSettled, useSize } from '../../frame/index.ts';
import { placeCard, type Box, type Seat } from './place-card.ts';
import { useSight } from './sight.ts';
import type { TourStop } from './stops.ts';
import styles from './Tour.module.css';

/** The width of the card's border. */
const border = 2;

/** A frame round what is pointed at, a little outside of it. */
const Mark = ({ box }: { readonly box: Box }): React.ReactNode => (
  <div
    className={styles['mark']}
    data-mark=""
    aria-hidden="true"
    style={{
      left: box.left,
      top: box.top,
      width: box.right - box.left,
      height: box.bottom - box.top,
    }}
  />
);

const styleOf = ({ left, top, room, tip }: Seat): React.CSSProperties =>
  ({ left, top, maxHeight: room, '--tip': `${tip}px` }) as React.CSSProperties;

/** What Tab can reach of an element. */
const focusable = 'button:not(:disabled), input:not(:disabled), [tabindex="0"]';

/** Puts the focus into the first thing of a selector that takes it; false where there is none. */
const enter = (page: Element | null | undefined, selector: string): boolean => {
  const target = page?.querySelector(selector);
  const first = target?.matches(focusable) ? target : target?.querySelector(focusable);
  if (!(first instanceof HTMLElement || first instanceof SVGElement)) return false;
  first.focus();
  return true;
};

export interface CardAction {
  readonly label: string;
  readonly run: () => void;
}

export interface CardProps {
  readonly stop: TourStop;
  /** What the whole is called, and how far it has come. */
  readonly overline: readonly [string, string];
  readonly title: string;
  readonly text: string;
  readonly primary: CardAction;
  readonly secondary: CardAction | null;
  /** Whether the reader expects the focus in it. */
  readonly takesFocus: boolean;
  /** Whether what it points at may be scrolled into sight. */
  readonly scrolls: boolean;
}

export const Card = (props: CardProps): React.ReactNode => {
  const { stop, overline, title, text, primary, secondary, takesFocus, scrolls } = props;
  const card = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const name = useId();
  const isSettled = useSettled();
  const screen = useScreen();
  const size = useSize(content);
  const target = useSight(card, stop.target, scrolls);
  const clear = useSight(card, stop.clear, false);
  const seat =
    size && target
      ? placeCard({
          card: { width: size.width + 2 * border, height: size.height + 2 * border },
          screen,
          target,
          clear,
          sides: stop.sides,
        })
      : null;
  useEffect(() => {
    if (takesFocus) card.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  // Behind the card's last button comes what the card points at.
  const goToTarget = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Tab' || event.shiftKey) return;
    if (enter(card.current?.closest('[data-view]'), stop.target)) event.preventDefault();
  };
  return (
    <>
      <div
        ref={card}
        className={styles['card']}
        role="dialog"
        aria-labelledby={name}
        tabIndex={-1}
        data-tour={stop.id}
        data-side={seat?.side}
        style={seat ? styleOf(seat) : {}}
      >
        <div className={styles['scroll']}>
          <div className={styles['content']} ref={content}>
            <p className={styles['overline']} id={name}>
              <span>{overline[0]}</span> <span>{overline[1]}</span>
            </p>
            {/* Empty at first: what comes into a live region is read out, what comes with one is not. */}
            <div aria-live="polite" aria-atomic="true">
              {isSettled && (
                <>
                  <strong className={styles['title']}>{title}</strong>
                  <p className={styles['text']}>{text}</p>
                </>
              )}
            </div>
            <p className={styles['buttons']}>
              {secondary && (
                <button type="button" onClick={secondary.run}>
                  {secondary.label}
                </button>
              )}
              <button
                type="button"
                className={styles['primary']}
                onClick={primary.run}
                onKeyDown={goToTarget}
              >
                {primary.label}
              </button>
            </p>
          </div>
        </div>
      </div>
      {target && <Mark box={target} />}
    </>
  );
};
