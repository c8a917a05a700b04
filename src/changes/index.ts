/** What readers change, in a bundle of its own behind the first picture. */
export { wholeTable, readWork, writeWhole, writeWork } from './link.ts';
