/** What a browser keeps of a reader who was here before: to them the tour does not come by itself. */
import { tourKey } from '../../src/app/environment.ts';

interface StorageState {
  cookies: never[];
  origins: { origin: string; localStorage: { name: string; value: string }[] }[];
}

/** For Playwright's `storageState`. */
export const returningReader = (origin: string): StorageState => ({
  cookies: [],
  origins: [{ origin, localStorage: [{ name: tourKey, value: 'seen' }] }],
});
