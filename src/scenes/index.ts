/** What each step puts on the stage. */
export { Scene } from './Scene.tsx';
