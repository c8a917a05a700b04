/** The English catalogue, in a bundle of its own. */
import type { Messages } from './index.ts';
import { narration } from './narration.en.ts';
import { ui } from './ui.en.ts';

export const messages: Messages = { ui, narration };
