/** The card of a term: beside its word, above the page, gone with Escape or a press beside it. */
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { X } from 'lucide-react';
import { useAppStore, useFrame } from '../../frame/index.ts';
import { glossaryTextsOf, type TermId } from '../../i18n/index.ts';
import type { StepId } from '../../walkthrough/index.ts';
import { Entry } from './Entry.tsx';
import { placeCard, type Place } from './place-card.ts';
import styles from './TermCard.module.css';

interface TermCardProps {
  readonly id: string;
  readonly term: TermId;
  /** The word that was pressed. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

type Card = RefObject<HTMLDivElement | null>;

/** Shows the card above everything else and takes the focus there; where it stands, which is at its word when that moves too. */
const useShown = (card: Card, anchor: HTMLElement): Place | null => {
  const [at, setAt] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return undefined;
    // Where popovers are not known the card is above the page by its z-index.
    element.showPopover?.();
    const place = (): void => {
      // Where the text lost the word, the card stays where it was.
      if (!anchor.isConnected) return;
      const { offsetWidth: width, offsetHeight: height } = element;
      const { clientWidth, clientHeight } = document.documentElement;
      const screen = { width: clientWidth, height: clientHeight };
      setAt(placeCard(anchor.getBoundingClientRect(), { width, height }, screen));
    };
    place();
    element.focus({ preventScroll: true });
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      element.hidePopover?.();
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [card, anchor]);
  return at;
};

/** Calls back on Escape, and when the reader turns to anything but the card and its word. */
const useDismissal = (
  card: Card,
  anchor: HTMLElement,
  { onEscape, onLeave }: { readonly onEscape: () => void; readonly onLeave: () => void },
): void => {
  const leave = useEffectEvent(onLeave);
  const giveBack = useEffectEvent(onEscape);
  useEffect(() => {
    const elsewhere = ({ target }: Event): void => {
      if (!(target instanceof Node) || card.current?.contains(target)) return;
      if (!anchor.contains(target)) leave();
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Escape means this card before it means anything on the page.
      event.stopPropagation();
      event.preventDefault();
      giveBack();
    };
    document.addEventListener('pointerdown', elsewhere, true);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', escape, true);
    return () => {
      document.removeEventListener('pointerdown', elsewhere, true);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', escape, true);
    };
  }, [card, anchor]);
};

export const TermCard = ({ id, term, anchor, onClose }: TermCardProps): React.ReactNode => {
  const card = useRef<HTMLDivElement>(null);
  const store = useAppStore();
  const { words } = glossaryTextsOf(useFrame().language);
  const at = useShown(card, anchor);
  const close = (): void => {
    onClose();
    anchor.focus({ preventScroll: true });
  };
  useDismissal(card, anchor, { onEscape: close, onLeave: onClose });
  const go = (step: StepId): void => {
    // The word goes with its step; what is read next is the narration.
    card.current?.closest('section')?.focus({ preventScroll: true });
    onClose();
    store.getState().goTo(step);
  };
  return (
    <div
      ref={card}
      id={id}
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-text`}
      className={styles['card']}
      style={at ?? undefined}
      data-card={term}
    >
      <Entry term={term} id={id} onGo={go} />
      <button type="button" className={styles['close']} onClick={close} aria-label={words.close}>
        <X aria-hidden="true" />
      </button>
    </div>
  );
};
