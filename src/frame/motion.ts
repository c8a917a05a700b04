/** What readers have asked of their system. */

/** Whether nothing shall move. */
export const wantsNoMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
