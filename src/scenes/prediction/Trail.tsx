/** "You are here" above an opened station: all stations of the chain as small names, each of which leads to its own stop. */
import { Fragment } from 'react';
import type { Messages } from '../../i18n/index.ts';
import { currentBeat } from '../../store/index.ts';
import { textWidth, type Metrics } from '../../viz/index.ts';
import { beatIndex } from '../../walkthrough/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import { answerBeat, openedStops, shortStopName, stopName } from './stops.ts';
import styles from './Trail.module.css';
import { useFocusAfterPress, type Pressing } from './useFocusAfterPress.ts';

/** The whole chain, then its stations. */
const places: readonly string[] = [answerBeat, ...openedStops];

export interface TrailLayout {
  readonly names: readonly string[];
  /** Where the sentence on this stop stands; null where there is no room for it. */
  readonly caption: 'beside' | 'below' | null;
  readonly height: number;
}

/** Room for a name's padding and the arrow behind it, in label sizes. */
const aroundName = 2.2;

/** Whole names and the sentence where the width allows; else short names; else no sentence, which a narrow frame has on a line of its own. */
export const trailLayout = (
  { label, narrow }: Metrics,
  messages: Messages,
  width: number,
): TrailLayout => {
  const names = [stopName, shortStopName].map((nameOf) => places.map((id) => nameOf(id, messages)));
  const widthOf = (list: readonly string[]): number =>
    list.reduce((sum, name) => sum + textWidth(name, label) + aroundName * label, 0);
  // The longest, so that the names are the same at every stop.
  const sentences = Object.values(messages.ui.stopCaptions);
  const sentence = Math.max(...sentences.map((text) => textWidth(text, label))) + label;
  const height = Math.max(28, label * 2.2);
  const [whole = [], short = []] = names;
  if (narrow)
    return {
      names: widthOf(whole) <= width ? whole : short,
      caption: 'below',
      height: 44 + label * 1.8,
    };
  const both = names.find((list) => widthOf(list) + sentence <= width);
  if (both) return { names: both, caption: 'beside', height };
  return { names: widthOf(whole) <= width ? whole : short, caption: null, height };
};

export const Trail = ({
  layout,
  pressed,
  onPress,
}: Pressing & { readonly layout: TrailLayout }): React.ReactNode => {
  const { state, metrics, messages } = useStage();
  const current = useFocusAfterPress(pressed);
  const { id: stop } = currentBeat(state);
  const { names, caption, height } = layout;
  return (
    <div
      className={styles['trail']}
      data-caption={caption}
      style={{ height, fontSize: metrics.label }}
    >
      <nav aria-label={messages.ui.nodes['prediction']}>
        {places.map((id, index) => (
          <Fragment key={id}>
            {index > 0 && <span aria-hidden="true">→</span>}
            <button
              type="button"
              ref={id === stop ? current : undefined}
              data-station={id}
              aria-current={id === stop ? 'step' : undefined}
              aria-label={index === 0 ? undefined : `${index} ${names[index]}`}
              onClick={() => {
                onPress();
                state.goToBeat(beatIndex('prediction', id));
              }}
            >
              {names[index]}
            </button>
          </Fragment>
        ))}
      </nav>
      {caption !== null && <p>{messages.ui.stopCaptions[stop]}</p>}
    </div>
  );
};
