/** Milliseconds that a matrix is under way from stop to stop. */
export const travelTime = 620;
