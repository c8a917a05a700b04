/** What readers change, in a bundle of its own behind the first picture. */
export { CellField } from './CellField.tsx';
export { ChangeButton, SentenceButton } from './ChangeButton.tsx';
export { ChangedMarks } from './ChangedMarks.tsx';
export { ChangesDialog } from './ChangesDialog.tsx';
export { asDifference } from './difference.ts';
export { Held } from './Held.tsx';
export { HistoryButtons } from './HistoryButtons.tsx';
export { Knobs } from './Knobs.tsx';
export { Lens } from './Lens.tsx';
export { wholeCodec, writeWork } from './link.ts';
export { savedState } from './saved.ts';
export { Scrubbing } from './Scrubbing.ts';
export { WorkNotices } from './WorkNotices.tsx';
export { zoom } from './Zoom.tsx';
