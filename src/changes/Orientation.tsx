/** The switch between the two conventions: every token a row of its matrices, or a column. */
import { Columns3, Rows3 } from 'lucide-react';
import { useAppStore, useFrame, useStillState } from '../frame/index.ts';
import { changesTextsOf } from '../i18n/index.ts';
import { orientations, type Orientation } from '../store/index.ts';
import { Segmented } from '../ui/index.ts';

const icons = { rows: Rows3, columns: Columns3 } as const;

/** Shows which of the two it is; a press turns the stage. */
export const OrientationButton = (): React.ReactNode => {
  const store = useAppStore();
  const { orientation } = useStillState();
  const texts = changesTextsOf(useFrame().language);
  const Icon = icons[orientation];
  const other: Orientation = orientation === 'rows' ? 'columns' : 'rows';
  const said = texts.turn(texts.orientations[orientation], texts.orientations[other]);
  return (
    <button
      type="button"
      onClick={() => store.setState({ orientation: other })}
      aria-label={said}
      title={said}
      data-orientation={orientation}
    >
      <Icon aria-hidden="true" />
    </button>
  );
};

/** The same in words, where there is room for them. */
export const OrientationChoice = (): React.ReactNode => {
  const store = useAppStore();
  const { orientation } = useStillState();
  const texts = changesTextsOf(useFrame().language);
  return (
    <Segmented
      label={texts.orientation}
      value={orientation}
      options={orientations.map((value) => ({ value, text: texts.orientations[value] }))}
      onChange={(next) => store.setState({ orientation: next })}
    />
  );
};
