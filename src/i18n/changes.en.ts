/** The words of what readers change, in English. */
import type { ChangesTexts, ZoomTexts } from './changes.zh-CN.ts';

export const changes: ChangesTexts = {
  change: 'Change',
  title: 'Change something',
  close: 'Close',
  sentence: 'Sentence',
  memory: 'Second input',
  memoryHint: 'Used by cross-attention.',
  count: (tokens, most) => `${tokens} of ${most} characters`,
  cut: (most) => `Only the first ${most} characters are used; blanks and controls do not count.`,
  empty: 'At least one character is needed.',
  unknown: (tokens, stand) => `The model does not know ${tokens}; ${stand} stands in.`,
  beyond: (contextLength) =>
    `The model learned ${contextLength} positions; this sentence is longer, so nothing is predicted.`,
  use: 'Use it',
  own: 'Original sentence',
  cells: (count) =>
    count === 0
      ? 'No number is changed yet. Choose a cell of X or of a parameter in the picture to change it.'
      : `Numbers changed: ${count}`,
  resetAll: 'Reset all',
  resetTo: (value) => `Back to ${value}`,
  resetCell: (cell) => `Reset ${cell}`,
  undo: 'Undo',
  redo: 'Redo',
  startOver: 'Start over',
  save: 'Save as a file',
  openFile: 'Open a file',
  badFile: 'This file was not saved by this page, and was not used.',
  tooLong: 'A link has no room for so many changed numbers; save them as a file.',
  setTo: 'Set to',
  scrub: 'Drag sideways on the cell, or type.',
  less: 'Less by 0.1',
  more: 'More by 0.1',
  before: (value) => `${value} before the change`,
  isNew: 'not there before the change',
  divisor: 'Divide by',
  temperature: 'Temperature',
  restored: 'Your changes from last time are back.',
  waiting: 'This browser has changes of yours from last time.',
  bringBack: 'Bring them back',
  forget: 'Forget them',
  refused:
    'The browser keeps nothing: closing the page loses the changes. They can be saved as a file.',
  orientation: 'Each token is',
  orientations: { rows: 'a row', columns: 'a column' },
  turn: (now, other) => `Each token is ${now}; make it ${other}`,
  influence: 'What depends on it',
  depends: (count) => `${count} ${count === 1 ? 'cell depends' : 'cells depend'} on it`,
  hold: 'Keep as A, to compare with what is changed from now on',
  compare: 'Compare',
  release: 'Stop comparing',
  differ: (count) => `A and B differ in ${count} ${count === 1 ? 'cell' : 'cells'}`,
  restIsB: 'The picture is the difference; arithmetic, bars and sums are those of B.',
  marked: (count) => `${count} ${count === 1 ? 'cell' : 'cells'} changed`,
  hideMarks: 'Hide marks',
  zoomBy: 'Zoom: Ctrl + wheel, two fingers, or +',
  said: {
    side: { a: 'Now showing A.', b: 'Now showing B.', diff: 'Now showing the difference, B − A.' },
    tokens: (tokens) => `The sentence is ${tokens}.`,
    cell: (cell, before, now) => `${cell} went from ${before} to ${now}.`,
    changed: (count) =>
      count === 0
        ? 'No other number changed.'
        : `${count} other ${count === 1 ? 'number' : 'numbers'} changed.`,
  },
};

export const zoom: ZoomTexts = {
  zoom: 'Zoom',
  larger: 'Zoom in',
  smaller: 'Zoom out',
  whole: 'Whole',
};
