/** The store's public face: state, actions, selectors, the link codec. */
export { selectActiveCell, selectQueryRow } from './active.ts';
export {
  changedCells,
  isChanged,
  matrixBefore,
  selectBase,
  showsDifference,
  valueIn,
} from './base.ts';
export { selectColTokens, selectRowTokens } from './axes.ts';
export {
  askingRow,
  cellAt,
  cellExists,
  cellKey,
  colIsToken,
  explain,
  isCutIntoHeads,
  matrixIn,
  rowIsToken,
  topColumn,
} from './cells.ts';
export { toggled, unselected } from './edit-actions.ts';
export { noEdits } from './edits.ts';
export { editedOf, isSameWork, recorded, settledHead, withoutWork } from './history.ts';
export type { Computation } from './computation.ts';
export { quantityOf, readableCeiling, ruleOf, selectDomain } from './domains.ts';
export { selectBlock, selectLitNodes } from './blocks.ts';
export { predictionsOf, selectFacts, type Prediction } from './facts.ts';
export {
  contextLengthOf,
  isKnown,
  selectAttentionOff,
  selectDepartures,
  selectParameters,
  selectPredicts,
  type Departure,
} from './model.ts';
export {
  selectMoment,
  selectMotion,
  selectPartialSum,
  showStillBeside,
  openKeys,
} from './motion.ts';
export { nextCells, type Onward } from './onward.ts';
export {
  isLink,
  placeTable,
  readLink,
  readQuery,
  wholeNumber,
  writeLink,
  type Carried,
  type Condition,
  type Entry,
  type LinkTable,
  type ReadLink,
} from './link.ts';
export {
  fills,
  languages,
  orientations,
  speeds,
  themes,
  views,
  type CellEdit,
  type EditableMatrix,
  type Edits,
  type Language,
  type Orientation,
  type Settings,
  type Side,
  type StageCell,
  type State,
  type Theme,
} from './state.ts';
export {
  createAppStore,
  currentBeat,
  initialPlace,
  initialState,
  placeOf,
  type AppStore,
  type Store,
} from './store.ts';
export {
  selectCausal,
  selectComputation,
  selectCrossTokens,
  selectCrossTrace,
  selectTrace,
  traceOf,
} from './traces.ts';
export { takenRow } from './taken-row.ts';
export { standardDeviation } from './statistics.ts';
