/** Where a press takes its own button away, the focus goes on to what has come instead. */
import { useEffect, useRef, type RefObject } from 'react';

/** For the element that takes the focus when it appears, if one was pressed before and the focus was lost with it. */
export const useFocusAfterPress = (pressed: boolean): RefObject<HTMLButtonElement | null> => {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (pressed && document.activeElement === document.body) element.current?.focus();
  }, [pressed]);
  return element;
};

/** What presses tell the scene, and the scene tells what they lead to. */
export interface Pressing {
  /** Whether a station or the way back was pressed before. */
  readonly pressed: boolean;
  readonly onPress: () => void;
}
