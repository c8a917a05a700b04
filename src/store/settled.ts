/** What a selection and a motion belong to, and lose. */

/** What moving to another stop clears: a selection belongs to what is on the stage. */
export const settled = {
  hovered: null,
  pinned: null,
  lit: null,
  block: null,
  askingRow: null,
  trail: [],
  rowWeights: null,
  moment: null,
} as const;
